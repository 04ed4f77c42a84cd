import { randomUUID } from 'node:crypto';
import { systemClock } from '../../shared/adapters/clock.ts';
import { openTable } from '../../shared/adapters/dynamo/client.ts';
import { DynamoChannelStates } from '../../shared/adapters/dynamo/channel-states.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../../shared/adapters/dynamo/cases.ts';
import { DynamoDayLog } from '../../shared/adapters/dynamo/day-log.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { DynamoHints } from '../../shared/adapters/dynamo/hints.ts';
import { DynamoLongLists } from '../../shared/adapters/dynamo/long-lists.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoQuarantine } from '../../shared/adapters/dynamo/quarantine.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoScores } from '../../shared/adapters/dynamo/scores.ts';
import { DynamoSecondTraces } from '../../shared/adapters/dynamo/second-traces.ts';
import { DynamoSellers } from '../../shared/adapters/dynamo/sellers.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { createSqsClient, SqsOutbox } from '../../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../../shared/adapters/secrets.ts';
import { openMarketplaces } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import { openTraceSources } from '../../shared/carriers/registry.ts';
import type { SweepPorts } from '../../shared/jobs/sweep-ports.ts';
import { policy } from '../../shared/policies/registry.ts';
import type { Environment } from '../environment.ts';
import { shopsIn } from './shops-in.ts';

/** What a warm function keeps between sweeps: connections, tokens, rate limits. */
export type LastingSweepPorts = Omit<SweepPorts, 'holder' | 'until'>;

export function openSweepPorts(environment: Environment<'sweep'>): LastingSweepPorts {
  const table = openTable(environment.TABLE_NAME, systemClock);
  const vault = new SsmSellerVault(createSsmClient(), environment.SECRETS_PREFIX, systemClock);
  return {
    clock: systemClock,
    shops: shopsIn(table),
    watches: new DynamoWatches(table),
    book: new DynamoOrderBook(table),
    quarantine: new DynamoQuarantine(table),
    runs: new DynamoRunLog(table),
    deeds: new DynamoDeeds(table),
    acts: new DynamoActs(table),
    cases: new DynamoCases(table),
    dayLog: new DynamoDayLog(table),
    scores: new DynamoScores(table),
    secondTraces: new DynamoSecondTraces(table),
    lists: new DynamoLongLists(table),
    sources: openTraceSources((shop) => vault.readSecondKey(shop), { '17track': environment.SEVENTEENTRACK_URL }),
    hints: new DynamoHints(table),
    channelStates: new DynamoChannelStates(table),
    outbox: new SqsOutbox(createSqsClient(), {
      sweep: environment.SWEEP_QUEUE_URL,
      notify: environment.NOTIFY_QUEUE_URL,
      remediate: environment.REMEDIATE_QUEUE_URL,
    }),
    marketplaces: openMarketplaces({
      clock: systemClock,
      vault,
      sellers: new DynamoSellers(table),
      apiUrl: environment.TIKTOK_API_URL,
      authUrl: environment.TIKTOK_AUTH_URL,
      callsPerSecond: environment.TIKTOK_CALLS_PER_SECOND,
      holder: randomUUID(),
    }),
    policy,
  };
}
