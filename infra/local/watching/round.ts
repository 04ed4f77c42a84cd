import { DynamoLedger } from '../../../shared/adapters/dynamo/ledger.ts';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops } from '../../../shared/adapters/dynamo/shops.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import type { NotWatched } from '../../../shared/domain/not-watched.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { iso, type Instant } from '../../../shared/domain/time.ts';
import type { CallCounts } from '../../../shared/ports/marketplace.ts';
import type { RunRecord } from '../../../shared/ports/records.ts';
import type { QueueCounts } from '../queues.ts';
import type { LocalStack } from '../stack.ts';
import { byLine, findingsOf, type FindingRow } from './finding-row.ts';
import { isOver } from './swept-until.ts';
import type { LocalTidewatch } from './tidewatch.ts';

/** One sweep round over every shop, as `--json` prints it. This shape is an interface: keep it stable. */
export interface Round {
  readonly now: string;
  readonly shops: readonly ShopRound[];
  readonly findings: readonly FindingRow[];
  readonly queues: Readonly<Record<'sweep' | 'notify' | 'remediate', QueueCounts>>;
  readonly mails: number;
}

export interface ShopRound {
  readonly shop: string;
  readonly market: string;
  readonly orders: {
    readonly pulled: number;
    readonly open: number;
    readonly closed: number;
    readonly quarantined: number;
  };
  readonly calls: CallCounts;
  readonly judged: number;
  readonly transitions: RunRecord['transitions'];
  /** Requests that were carried out. */
  readonly notices: number;
  readonly remedies: number;
  readonly lagSeconds: number | null;
  readonly durationMs: number;
  /** Of a complete sweep: how many orders, credentials or shops a check can say nothing about, and why. */
  readonly notWatched: readonly NotWatched[];
}

/** A round and the shops whose sweep did not get through. */
export interface RoundOutcome {
  readonly round: Round;
  /** Those that were there at its end, as their people configured them. */
  readonly shops: readonly Shop[];
  readonly failed: readonly string[];
  /** Notices that wait for a receiver which does not take them now. */
  readonly postponed: number;
}

const roundSchedule = 'tidewatch-dispatch';

/** Lets all schedules fire by themselves, and tells of each round; what comes of the others stands in the inbox. */
export function startRounds(stack: Pick<LocalStack, 'startSchedules'>, begun: (scheduledTime: Date) => void): void {
  stack.startSchedules((schedule, scheduledTime) => {
    if (schedule === roundSchedule) begun(scheduledTime);
  });
}

/** Sweeps every shop once as of `now` and waits until the round's messages are done. */
export async function sweepRound(tidewatch: LocalTidewatch, now: Instant, pinned: boolean): Promise<RoundOutcome> {
  const { stack, world } = tidewatch;
  if (pinned) world.simulator?.setNow(now);
  await stack.resetCounters();
  const run = iso(now);
  const fired = await stack.fire(roundSchedule, {
    scheduledTime: new Date(now),
    input: { scheduledTime: run, ...(pinned && { now }) },
  });
  if (!fired.ok) throw new Error(`the round could not be started: ${fired.error.errorMessage}`);
  await stack.idle();
  return reportRound(tidewatch, run, now);
}

/** What has become of the round with this key; what an earlier process did of it is not reported again. */
export async function reportRound(tidewatch: LocalTidewatch, run: string, now: Instant): Promise<RoundOutcome> {
  const { stack, table, swept } = tidewatch;
  const runs = new DynamoRunLog(table);
  const configured = await shopsNow(tidewatch);
  const shops: ShopRound[] = [];
  const failed: string[] = [];
  for (const shop of configured) {
    const record = await runs.find(shop.id, run);
    if (record?.state !== 'done' && !shop.paused && !shop.leaving) failed.push(shop.id);
    const isRepeated = swept.some((of) => of.shop === shop.id && isOver(run, of));
    shops.push(await shopRound(shop, isRepeated ? record && standing(record) : record, tidewatch));
  }
  const findings = (await Promise.all(configured.map((shop) => findingsOf(shop, table)))).flat();
  const { queues, mails } = await stack.counters();
  return {
    round: { now: iso(now), shops, findings: findings.toSorted(byLine), queues: threeQueues(queues), mails },
    shops: configured,
    failed,
    postponed: stack.postponed(),
  };
}

/** People may have changed, removed or connected some since the start. */
async function shopsNow({ table, world }: LocalTidewatch): Promise<readonly Shop[]> {
  const known = new DynamoShops(table, knownToShops);
  const begunWith = world.file.shops.map(({ id }) => id);
  const ids = new Set([...begunWith, ...(await known.list())]);
  const shops = await Promise.all([...ids].map((id) => known.read(id)));
  return shops.filter((shop) => shop !== undefined);
}

const nothing: Pick<RunRecord, 'tally' | 'open' | 'transitions' | 'requests'> = {
  tally: {
    pulled: 0,
    closed: 0,
    quarantined: 0,
    judged: 0,
    looks: 0,
    calls: { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 },
    durationMs: 0,
  },
  open: 0,
  transitions: { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 },
  requests: [],
};

function standing({ open, ...record }: RunRecord): RunRecord {
  return { ...record, ...nothing, open };
}

async function shopRound(shop: Shop, record: RunRecord | undefined, { table }: LocalTidewatch): Promise<ShopRound> {
  const { tally, open, transitions, requests } = record ?? nothing;
  const ledger = new DynamoLedger(table);
  const [told, acted] = await Promise.all([
    ledger.has('told', shop.id, requests),
    ledger.has('remedy', shop.id, requests),
  ]);
  const { pulled, closed, quarantined, calls, judged, durationMs } = tally;
  return {
    shop: shop.id,
    market: shop.market,
    orders: { pulled, open, closed, quarantined },
    calls,
    judged,
    transitions,
    notices: told.size,
    remedies: acted.size,
    lagSeconds: record?.lag === undefined ? null : record.lag / 1_000,
    durationMs,
    notWatched: record?.notWatched ?? [],
  };
}

function threeQueues(queues: Readonly<Record<string, QueueCounts>>): Round['queues'] {
  const none: QueueCounts = { sent: 0, received: 0, deadLettered: 0 };
  const named = (name: string): QueueCounts => queues[name] ?? none;
  return {
    sweep: named('tidewatch-sweep.fifo'),
    notify: named('tidewatch-notify'),
    remediate: named('tidewatch-remediate'),
  };
}
