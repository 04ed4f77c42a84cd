import * as z from 'zod';
import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoSellers } from '../shared/adapters/dynamo/sellers.ts';
import { StoredShopData } from '../shared/adapters/dynamo/shop-data.ts';
import { DynamoWatches } from '../shared/adapters/dynamo/watches.ts';
import { createSsmClient } from '../shared/adapters/secrets.ts';
import { after, minutes } from '../shared/domain/time.ts';
import { settleDepartures, type DepartPorts } from '../shared/jobs/depart.ts';
import { forgetShops, type ForgetPorts } from '../shared/jobs/forget-shops.ts';
import type { Environment } from './environment.ts';
import { onEvent } from './runtime/on-event.ts';
import { parseEvent } from './runtime/parse-event.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Of the five minutes that the function has, these are for work. */
const patience = minutes(4);

/** Called by a schedule, every hour. */
export const handler = onEvent({
  name: 'forget',
  read: parseEvent(z.object({ scheduledTime: z.iso.datetime({ offset: true }) })),
  build,
  // Who stays after all must not be forgotten, so that comes first.
  run: async (_, ports) => ({
    departures: await settleDepartures(ports),
    ...(await forgetShops({ ...ports, until: after(systemClock.wall(), patience) })),
  }),
  done: 'Removed shops forgotten',
});

/** On a cold start only. */
function build({ TABLE_NAME, SECRETS_PREFIX }: Environment<'forget'>): Omit<ForgetPorts, 'until'> & DepartPorts {
  const table = openTable(TABLE_NAME, systemClock);
  return {
    shops: shopsIn(table),
    watches: new DynamoWatches(table),
    sellers: new DynamoSellers(table),
    data: new StoredShopData(table, createSsmClient(), SECRETS_PREFIX),
    clock: systemClock,
  };
}
