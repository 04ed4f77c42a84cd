import { InvalidArgumentError, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { findOpen } from '../../shared/adapters/dynamo/open-orders.ts';
import { isClosed } from '../../shared/domain/order.ts';
import type { Market } from '../../shared/domain/shop.ts';
import { after, days, iso, type Instant } from '../../shared/domain/time.ts';
import { sortableTime } from '../../shared/messages/moment.ts';
import { marketZone } from '../../shared/policies/market-zone.ts';
import { endOfDay, wallDayOf } from '../../shared/policies/wall-days.ts';
import { parseName } from './parse-name.ts';
import { parseOrder } from './parse-order.ts';
import { parseTime } from './parse-time.ts';
import { parseDate } from './policy/parse-asked.ts';
import { shopsText, watchedShops, withShopOfOrderOption, type WatchedShop } from './watched-shop.ts';
import { onStack } from './stack-option.ts';

interface ExtendOptions {
  readonly shop?: string;
  readonly by: string;
  readonly json: boolean;
}

/** An order is watched for 60 days, so nothing would come of a later date (house rule, 2026). */
const longestWait = days(60);

/** Known when the shop is: a day ends by the clock of its market. */
type LastMoment = (market: Market) => Instant;

/** `tidewatch extend ORDER DATE`: the buyer agreed to wait. */
export function addExtend(program: Command): void {
  const command = onStack(program.command('extend'))
    .description('Writes down that the buyer agreed to a later delivery; the next sweep counts with it.')
    .argument('<order>', 'the order id', parseOrder)
    .argument(
      '<date>',
      "the last day, e.g. 2026-12-01, by the market's clock; or a time with its zone",
      parseLastMoment,
    );
  withShopOfOrderOption(command)
    .option('--by <name>', 'who says so', parseName, 'the command line')
    .option('--json', 'print what was written as one JSON document', false)
    .action((order: string, until: LastMoment, options: ExtendOptions) => extend(order, until, options));
}

async function extend(order: string, until: LastMoment, { shop: id, by, json }: ExtendOptions): Promise<void> {
  const { table, shop } = await shopOf(order, id);
  const extendedUntil = until(shop.market);
  const at = systemClock.world();
  const zone = marketZone(shop.market);
  const when = `${sortableTime(extendedUntil, zone)} (${zone})`;
  if (extendedUntil <= at) throw new InvalidArgumentError(`${when} has passed: give a later date`);
  if (extendedUntil > after(at, longestWait)) {
    throw new InvalidArgumentError(`${when} lies more than 60 days ahead: give an earlier date`);
  }
  await new DynamoDeeds(table).write(shop.id, [{ order, kind: 'extendedUntil', value: extendedUntil, at, by }]);
  const written = { shop: shop.id, order, extendedUntil: iso(extendedUntil), at: iso(at), by };
  console.log(json ? JSON.stringify(written) : `The buyer of order ${order} waits until ${when}.`);
}

/** The shop that watches the order. Throws one clear line where none does. */
async function shopOf(order: string, id: string | undefined): Promise<WatchedShop> {
  const { table, shops } = await watchedShops(id);
  for (const shop of shops) {
    const watched = (await findOpen(table, shop.id, [order])).get(order);
    if (watched && !isClosed(watched.order)) return { table, shop };
  }
  const why = 'it is closed, older than 60 days, of another shop, or of the last hour';
  throw new Error(`order ${order} is not under watch in ${shopsText(shops)}: ${why}`);
}

function parseLastMoment(text: string): LastMoment {
  if (text.includes('T')) {
    const at = parseTime(text);
    return () => at;
  }
  const day = wallDayOf(parseDate(text));
  return (market) => endOfDay(day, marketZone(market));
}
