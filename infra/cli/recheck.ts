import type { Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../../shared/adapters/dynamo/cases.ts';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { keptOrdersIn } from '../../shared/adapters/dynamo/kept-orders.ts';
import { DynamoLedger } from '../../shared/adapters/dynamo/ledger.ts';
import { DynamoQuarantine } from '../../shared/adapters/dynamo/quarantine.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoSecondTraces } from '../../shared/adapters/dynamo/second-traces.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import type { Recheck } from '../../shared/domain/recheck.ts';
import { lookUp, type LookUpPorts } from '../../shared/jobs/look-up.ts';
import { plain } from '../../shared/messages/plain.ts';
import { policy } from '../../shared/policies/registry.ts';
import { parseOrder } from './parse-order.ts';
import { recheckText } from './recheck-text.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';
import { shopsText, watchedShops, withShopOfOrderOption } from './watched-shop.ts';

interface RecheckOptions {
  readonly shop?: string;
  readonly json: boolean;
}

/** `tidewatch recheck ORDER`: why there was an alert, or why there was none. */
export function addRecheck(program: Command): void {
  withShopOfOrderOption(onStack(program.command('recheck')))
    .description('Everything known about one order, and what every check says of it: why you heard of it or not.')
    .argument('<order>', 'the order id', parseOrder)
    .option('--json', 'print one JSON document', false)
    .action((order: string, options: RecheckOptions) => recheck(order, options));
}

async function recheck(order: string, { shop, json }: RecheckOptions): Promise<void> {
  const known = await whileWaiting('looking it up', find(order, shop));
  console.log(json ? JSON.stringify(known) : recheckText(known));
}

/** Throws one clear line where no shop has anything to say of it. */
async function find(order: string, id: string | undefined): Promise<Recheck> {
  const { table, shops } = await watchedShops(id);
  for (const shop of shops) {
    const found = await lookUp(order, shop, systemClock.world(), portsOf(table));
    if (found.is === 'known') return found.recheck;
    if (found.is === 'quarantined') {
      throw new Error(
        `order ${order} of shop ${shop.id} is in quarantine: what TikTok sent could not be read at ${found.paths.map((path) => plain(path, 80)).join(', ')}; nothing is said of it until that changes`,
      );
    }
  }
  throw new Error(
    `order ${order} is not known in ${shopsText(shops)}: it is of another shop, older than the watch, off the shelf, or of the last hour`,
  );
}

function portsOf(table: Table): LookUpPorts {
  return {
    orders: keptOrdersIn(table),
    watches: new DynamoWatches(table),
    quarantine: new DynamoQuarantine(table),
    deeds: new DynamoDeeds(table),
    acts: new DynamoActs(table),
    cases: new DynamoCases(table),
    secondTraces: new DynamoSecondTraces(table),
    runs: new DynamoRunLog(table),
    ledger: new DynamoLedger(table),
    policy,
  };
}
