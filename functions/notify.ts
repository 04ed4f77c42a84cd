import { systemClock } from '../shared/adapters/clock.ts';
import { DynamoActs } from '../shared/adapters/dynamo/acts.ts';
import { DynamoChannelStates } from '../shared/adapters/dynamo/channel-states.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoLedger } from '../shared/adapters/dynamo/ledger.ts';
import { DynamoLongLists } from '../shared/adapters/dynamo/long-lists.ts';
import { SqsFailedMessages } from '../shared/adapters/failed-messages.ts';
import { SsmLinkKeys } from '../shared/adapters/link-keys.ts';
import { createMailer } from '../shared/adapters/mailer.ts';
import { parseNotifyRequest } from '../shared/adapters/queue-messages.ts';
import { createSqsClient } from '../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { SignedLinks } from '../shared/adapters/signed-links.ts';
import { channels } from '../shared/channels/registry.ts';
import { notify, type NotifyPorts } from '../shared/jobs/notify.ts';
import type { FailedMessages } from '../shared/ports/messaging.ts';
import type { Environment } from './environment.ts';
import { onQueue } from './runtime/on-queue.ts';

/** Called by the queue of notices and digests, one at a time. */
export const handler = onQueue({
  name: 'notify',
  read: parseNotifyRequest,
  build,
  run: async (request, ports) => ({ notice: request.id, outcome: await notify(request, ports) }),
  done: 'Notice handled',
  failed: ({ failed }) => failed,
});

interface NotifyServices extends NotifyPorts {
  readonly failed: FailedMessages;
}

/** On a cold start only. */
function build(environment: Environment<'notify'>): NotifyServices {
  const table = openTable(environment.TABLE_NAME, systemClock);
  const parts = {
    lists: new DynamoLongLists(table),
    mailer: createMailer({ from: `Tidewatch <${environment.MAIL_FROM}>` }),
    vault: new SsmSellerVault(createSsmClient(), environment.SECRETS_PREFIX, systemClock),
    clock: systemClock,
  };
  const keys = new SsmLinkKeys(createSsmClient(), environment.SECRETS_PREFIX, systemClock);
  return {
    acts: new DynamoActs(table),
    links: new SignedLinks(keys, environment.FRONT_DOOR_URL, systemClock),
    ledger: new DynamoLedger(table),
    channelStates: new DynamoChannelStates(table),
    senders: Object.values(channels).map((kind) => kind.sender(parts)),
    clock: systemClock,
    failed: new SqsFailedMessages(createSqsClient(), {
      queue: environment.NOTIFY_QUEUE_URL,
      deadLetters: environment.NOTIFY_DEAD_LETTERS_URL,
    }),
  };
}
