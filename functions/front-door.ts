import { randomUUID } from 'node:crypto';
import { systemClock } from '../shared/adapters/clock.ts';
import { DynamoActs } from '../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../shared/adapters/dynamo/cases.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoDeeds } from '../shared/adapters/dynamo/deeds.ts';
import { DynamoLedger } from '../shared/adapters/dynamo/ledger.ts';
import { openOrdersIn } from '../shared/adapters/dynamo/open-orders.ts';
import { DynamoWatches } from '../shared/adapters/dynamo/watches.ts';
import { SsmLinkKeys } from '../shared/adapters/link-keys.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { SignedLinks } from '../shared/adapters/signed-links.ts';
import { webhookAnswers } from '../shared/channels/webhook-answers.ts';
import type { DoorPorts } from '../shared/jobs/door.ts';
import { frontDoor } from '../shared/jobs/front-door.ts';
import { anonymousPage } from '../shared/pages/door-answer.ts';
import { doorPage } from '../shared/pages/door-page.ts';
import { policy } from '../shared/policies/registry.ts';
import type { Environment } from './environment.ts';
import { onRequest } from './runtime/on-request.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Called over its own URL, by whoever opens a link of a message. */
export const handler = onRequest({
  name: 'front-door',
  build,
  answer: async (request, ports) => doorPage(await frontDoor(request, ports), request.path),
  failed: anonymousPage(500, (text) => text.failed),
  tooLong: anonymousPage(413, (text) => text.tooLong),
  done: 'Request answered',
});

/** Pages link by path: nobody needs to know where the door stands. */
const anyHost = 'https://front-door.invalid';

/** On a cold start only. */
function build({ TABLE_NAME, SECRETS_PREFIX }: Environment<'front-door'>): DoorPorts {
  const table = openTable(TABLE_NAME, systemClock);
  const ssm = createSsmClient();
  const keys = new SsmLinkKeys(ssm, SECRETS_PREFIX, systemClock);
  const vault = new SsmSellerVault(ssm, SECRETS_PREFIX, systemClock);
  return {
    shops: shopsIn(table),
    openOrders: openOrdersIn(table),
    watches: new DynamoWatches(table),
    acts: new DynamoActs(table),
    deeds: new DynamoDeeds(table),
    ledger: new DynamoLedger(table),
    cases: new DynamoCases(table),
    answers: webhookAnswers({ vault, clock: systemClock }),
    links: new SignedLinks(keys, anyHost, systemClock),
    clock: systemClock,
    policy,
    nonce: randomUUID,
  };
}
