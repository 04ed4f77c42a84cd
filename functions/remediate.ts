import { randomUUID } from 'node:crypto';
import { systemClock } from '../shared/adapters/clock.ts';
import { DynamoActs } from '../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../shared/adapters/dynamo/cases.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoLedger } from '../shared/adapters/dynamo/ledger.ts';
import { openOrdersIn } from '../shared/adapters/dynamo/open-orders.ts';
import { DynamoSellers } from '../shared/adapters/dynamo/sellers.ts';
import { DynamoSecondTraces } from '../shared/adapters/dynamo/second-traces.ts';
import { DynamoWatches } from '../shared/adapters/dynamo/watches.ts';
import { SqsFailedMessages } from '../shared/adapters/failed-messages.ts';
import { SsmLinkKeys } from '../shared/adapters/link-keys.ts';
import { createMailer } from '../shared/adapters/mailer.ts';
import { createSqsClient } from '../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { SignedLinks } from '../shared/adapters/signed-links.ts';
import { openMarketplaces } from '../shared/adapters/tiktok-shop/marketplaces.ts';
import { parseRemediationRequest } from '../shared/adapters/queue-messages.ts';
import { webhookForwarder } from '../shared/channels/webhook.ts';
import { remediate, type RemediateOutcome, type RemediatePorts } from '../shared/jobs/remediate.ts';
import type { FailedMessages } from '../shared/ports/messaging.ts';
import type { Environment } from './environment.ts';
import { onQueue } from './runtime/on-queue.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Called by the queue of remediation requests, one at a time. */
export const handler = onQueue({
  name: 'remediate',
  read: parseRemediationRequest,
  build,
  run: async (request, ports) => ({ remediation: request.id, ...figuresOf(await remediate(request, ports)) }),
  done: 'Remediation handled',
  failed: ({ failed }) => failed,
});

interface RemediateServices extends RemediatePorts {
  readonly failed: FailedMessages;
}

/** Whom a mail goes to is nobody's business but the receiver's. */
function figuresOf(outcome: RemediateOutcome) {
  return { outcome: outcome.is, ...('items' in outcome && { items: outcome.items }) };
}

/** On a cold start only. */
function build(environment: Environment<'remediate'>): RemediateServices {
  const { TABLE_NAME, MAIL_FROM, SECRETS_PREFIX, TIKTOK_API_URL, TIKTOK_AUTH_URL } = environment;
  const table = openTable(TABLE_NAME, systemClock);
  const ssm = createSsmClient();
  const vault = new SsmSellerVault(ssm, SECRETS_PREFIX, systemClock);
  const tiktok = openMarketplaces({
    clock: systemClock,
    vault,
    sellers: new DynamoSellers(table),
    apiUrl: TIKTOK_API_URL,
    authUrl: TIKTOK_AUTH_URL,
    callsPerSecond: environment.TIKTOK_CALLS_PER_SECOND,
    holder: randomUUID(),
  });
  return {
    corrections: (shop, now) => tiktok.corrections(shop, now),
    shops: shopsIn(table),
    openOrders: openOrdersIn(table),
    watches: new DynamoWatches(table),
    secondTraces: new DynamoSecondTraces(table),
    acts: new DynamoActs(table),
    cases: new DynamoCases(table),
    ledger: new DynamoLedger(table),
    forwarder: webhookForwarder(
      { vault, clock: systemClock },
      new URL('remediations', environment.FRONT_DOOR_URL).href,
    ),
    links: new SignedLinks(new SsmLinkKeys(ssm, SECRETS_PREFIX, systemClock), environment.FRONT_DOOR_URL, systemClock),
    mailer: createMailer({ from: `Tidewatch <${MAIL_FROM}>` }),
    clock: systemClock,
    failed: new SqsFailedMessages(createSqsClient(), {
      queue: environment.REMEDIATE_QUEUE_URL,
      deadLetters: environment.REMEDIATE_DEAD_LETTERS_URL,
    }),
  };
}
