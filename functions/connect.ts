import { randomUUID } from 'node:crypto';
import { systemClock } from '../shared/adapters/clock.ts';
import { newShop, renewedShop } from '../shared/adapters/connected-shop.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoConnections } from '../shared/adapters/dynamo/connections.ts';
import { DynamoSellers } from '../shared/adapters/dynamo/sellers.ts';
import { putShop } from '../shared/adapters/dynamo/shops.ts';
import { SsmLinkKeys } from '../shared/adapters/link-keys.ts';
import { createSqsClient, SqsOutbox } from '../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { SignedStates } from '../shared/adapters/signed-states.ts';
import { openConsents } from '../shared/adapters/tiktok-shop/consents.ts';
import { openMarketplaces } from '../shared/adapters/tiktok-shop/marketplaces.ts';
import { connect, type ConnectPorts } from '../shared/jobs/connect.ts';
import { knownToShops } from '../shared/known-to-shops.ts';
import { connectPage } from '../shared/pages/connect-page.ts';
import { anonymousPage } from '../shared/pages/door-answer.ts';
import { marketZone } from '../shared/policies/market-zone.ts';
import type { Environment } from './environment.ts';
import { onRequest } from './runtime/on-request.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Called over its own URL, by the browser of a seller who comes back from TikTok's consent page. */
export const handler = onRequest({
  name: 'connect',
  build,
  answer: async (request, ports) => connectPage(await connect(request, ports)),
  failed: anonymousPage(500, (text) => text.failed),
  tooLong: anonymousPage(413, (text) => text.tooLong),
  done: 'Consent answered',
});

/** On a cold start only. */
function build(environment: Environment<'connect'>): ConnectPorts {
  const { TABLE_NAME, SECRETS_PREFIX, SWEEP_QUEUE_URL, TIKTOK_API_URL, TIKTOK_AUTH_URL } = environment;
  const clock = systemClock;
  const table = openTable(TABLE_NAME, clock);
  const ssm = createSsmClient();
  const vault = () => new SsmSellerVault(ssm, SECRETS_PREFIX, clock);
  const sellers = new DynamoSellers(table);
  const shops = shopsIn(table);
  const hosts = { apiUrl: TIKTOK_API_URL, authUrl: TIKTOK_AUTH_URL };
  return {
    states: new SignedStates(new SsmLinkKeys(ssm, SECRETS_PREFIX, clock), clock),
    connections: new DynamoConnections(table),
    consents: openConsents({ vault, sellers, clock, authUrl: TIKTOK_AUTH_URL }),
    async authorizedShops(seller) {
      const tiktok = openMarketplaces({ ...hosts, vault: vault(), sellers, clock, holder: randomUUID() });
      try {
        return await tiktok.authorizedShops(seller);
      } finally {
        await tiktok.close();
      }
    },
    shops: { read: (id) => shops.read(id), write: (shop) => putShop(table, shop) },
    settle: {
      first: (consented, settings) =>
        newShop(consented, { zone: marketZone(consented.listed.region), ...settings }, knownToShops),
      anew: (consented, shop) => renewedShop(consented, shop, knownToShops),
    },
    outbox: new SqsOutbox(createSqsClient(), { sweep: SWEEP_QUEUE_URL }),
    clock,
    holder: randomUUID,
  };
}
