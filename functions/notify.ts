import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoLedger } from '../shared/adapters/dynamo/ledger.ts';
import { DynamoLongLists } from '../shared/adapters/dynamo/long-lists.ts';
import { createMailer } from '../shared/adapters/mailer.ts';
import { parseNotifyRequest } from '../shared/adapters/queue-messages.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { channels } from '../shared/channels/registry.ts';
import { notify, type NotifyPorts } from '../shared/jobs/notify.ts';
import type { Environment } from './environment.ts';
import { onQueue } from './runtime/on-queue.ts';

/** Called by the queue of notices and digests, one at a time. */
export const handler = onQueue({
  name: 'notify',
  read: parseNotifyRequest,
  build,
  run: async (request, ports) => ({ notice: request.id, outcome: await notify(request, ports) }),
  done: 'Notice handled',
});

/** On a cold start only. */
function build({ TABLE_NAME, SECRETS_PREFIX, MAIL_FROM }: Environment<'notify'>): NotifyPorts {
  const table = openTable(TABLE_NAME, systemClock);
  const parts = {
    lists: new DynamoLongLists(table),
    mailer: createMailer({ from: `Tidewatch <${MAIL_FROM}>` }),
    vault: new SsmSellerVault(createSsmClient(), SECRETS_PREFIX, systemClock),
    clock: systemClock,
  };
  return {
    ledger: new DynamoLedger(table),
    senders: Object.values(channels).map((kind) => kind.sender(parts)),
    clock: systemClock,
  };
}
