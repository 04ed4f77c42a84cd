import CliTable from 'cli-table3';
import type { Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { daysUpTo } from '../../shared/domain/day-totals.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { plain } from '../../shared/messages/plain.ts';
import { pagesOf } from '../../shared/jobs/pages-of.ts';
import { shards, type OrderBook } from '../../shared/ports/order-book.ts';
import { addSteps, laneSteps, type LaneStep, type SeenSteps } from './lane-steps.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

/** Orders are watched for so many days; their shelf is read as far back. */
const watchedDays = 60;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `tidewatch lanes`: how long parcels really take, learned from what is stored. It changes no verdict. */
export function addLanes(program: Command): void {
  withShopOption(onStack(program.command('lanes')))
    .description('How long parcels took from milestone to milestone, by lane and carrier; it changes no verdict.')
    .option('--json', 'print one JSON document', false)
    .action(async ({ shop: id, json }: { readonly shop?: string; readonly json: boolean }) => {
      const { table, shop } = await watchedShop(id);
      const watch = await new DynamoWatches(table).read(shop.id);
      const days = daysUpTo(watch?.watermark ?? systemClock.world(), watchedDays);
      const steps = await whileWaiting('reading stored orders', learnedSteps(new DynamoOrderBook(table), shop, days));
      if (json) console.log(JSON.stringify({ shop: shop.id, steps }));
      else console.log(steps.length === 0 ? 'No trace with readable milestones is stored yet.' : tableOf(steps));
    });
}

/** From the open book and the shelf, each order once. */
async function learnedSteps(
  book: Pick<OrderBook, 'read' | 'readShelf'>,
  shop: Shop,
  days: readonly string[],
): Promise<readonly LaneStep[]> {
  const seen: SeenSteps = new Map();
  for (let shard = 0; shard < shards; shard += 1) {
    const known = new Set<string>();
    const pages = [
      (after?: string) => book.read(shop.id, shard, after),
      ...days.map((day) => (after?: string) => book.readShelf(shop.id, day, shard, after)),
    ];
    for (const read of pages) {
      for await (const { orders } of pagesOf(read)) {
        for (const watched of orders) {
          if (!known.has(watched.order.id)) addSteps(seen, watched, shop);
          known.add(watched.order.id);
        }
      }
    }
  }
  return laneSteps(seen);
}

function tableOf(steps: readonly LaneStep[]): string {
  const head = ['Lane', 'Carrier', 'From', 'To', 'Parcels', 'Median h', '90 %', '95 %', 'Slowest day'];
  const table = new CliTable({ head, style: { head: [], border: [] } });
  for (const step of steps) {
    const { lane, from, to, sample, few, median, p90, p95 } = step;
    const parcels = few ? `${sample} (few)` : String(sample);
    table.push([lane, plain(step.carrier, 24), from, to, parcels, median, p90, p95, slowestDay(step)]);
  }
  return table.toString();
}

/** By the day on which the step began, with its own sample. */
function slowestDay({ weekdays: days }: LaneStep): string {
  const [slowest] = days.toSorted((one, other) => other.median - one.median);
  return slowest ? `${weekdays[slowest.day - 1] ?? ''} ${slowest.median} (of ${slowest.sample})` : '';
}
