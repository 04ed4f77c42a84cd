import { DynamoLedger } from '../../../shared/adapters/dynamo/ledger.ts';
import { DynamoOrderBook } from '../../../shared/adapters/dynamo/order-book.ts';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { checkCards } from '../../../shared/checks/registry.ts';
import { stageOf } from '../../../shared/checks/check.ts';
import { isLive, type Finding, type Subject } from '../../../shared/domain/finding.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { iso, type Instant } from '../../../shared/domain/time.ts';
import type { DeadlineSource, Severity } from '../../../shared/domain/verdict.ts';
import type { CallCounts } from '../../../shared/ports/marketplace.ts';
import { shards } from '../../../shared/ports/order-book.ts';
import type { RunRecord } from '../../../shared/ports/records.ts';
import type { QueueCounts } from '../queues.ts';
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
}

export interface FindingRow {
  readonly shop: string;
  readonly check: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly state: Finding['state'];
  readonly subject: Subject;
  readonly order: string | null;
  readonly since: string;
  readonly deadline: string | null;
  readonly deadlineSource: string | null;
  readonly inhibitedBy: string | null;
}

/** A round and the shops whose sweep did not get through. */
export interface RoundOutcome {
  readonly round: Round;
  readonly failed: readonly string[];
}

/** Sweeps every shop once as of `now` and waits until the round's messages are done. */
export async function sweepRound(tidewatch: LocalTidewatch, now: Instant, pinned: boolean): Promise<RoundOutcome> {
  const { stack, world } = tidewatch;
  if (pinned) world.simulator?.setNow(now);
  await stack.resetCounters();
  const run = iso(now);
  const fired = await stack.fire('tidewatch-dispatch', {
    scheduledTime: new Date(now),
    input: { scheduledTime: run, ...(pinned && { now }) },
  });
  if (!fired.ok) throw new Error(`the round could not be started: ${fired.error.errorMessage}`);
  await stack.idle();
  return reportRound(tidewatch, run, now);
}

/** What has become of the round with this key. */
export async function reportRound(tidewatch: LocalTidewatch, run: string, now: Instant): Promise<RoundOutcome> {
  const { stack, table, world } = tidewatch;
  const runs = new DynamoRunLog(table);
  const shops: ShopRound[] = [];
  const failed: string[] = [];
  for (const shop of world.file.shops) {
    const record = await runs.find(shop.id, run);
    if (record?.state !== 'done') failed.push(shop.id);
    shops.push(await shopRound(shop, record, tidewatch));
  }
  const findings = (await Promise.all(world.file.shops.map((shop) => findingsOf(shop, tidewatch)))).flat();
  const { queues, mails } = await stack.counters();
  return {
    round: { now: iso(now), shops, findings: findings.toSorted(byLine), queues: threeQueues(queues), mails },
    failed,
  };
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
  };
}

/** Everything that is not resolved, silenced and acknowledged findings included. */
async function findingsOf(shop: Shop, { table }: LocalTidewatch): Promise<readonly FindingRow[]> {
  const watch = await new DynamoWatches(table).read(shop.id);
  const about = (watch?.findings ?? []).filter(({ finding }) => isLive(finding));
  const open = new Set(about.map(({ finding }) => finding.check));
  const rows = about.map(({ subject, finding }) => rowOf(shop, subject, finding, open));
  const book = new DynamoOrderBook(table);
  for (let shard = 0; shard < shards; shard += 1) {
    let after: string | undefined;
    do {
      const page = await book.read(shop.id, shard, after);
      for (const { order, findings } of page.orders) {
        const subject: Subject = { kind: 'order', id: order.id };
        rows.push(...findings.filter(isLive).map((finding) => rowOf(shop, subject, finding, open)));
      }
      after = page.next;
    } while (after !== undefined);
  }
  return rows;
}

function rowOf(shop: Shop, subject: Subject, finding: Finding, open: ReadonlySet<string>): FindingRow {
  const card = checkCards.find((check) => check.id === finding.check);
  return {
    shop: shop.id,
    check: finding.check,
    stage: finding.stage,
    severity: (card && stageOf(card, finding.stage)?.severity) ?? 'warning',
    state: finding.state,
    subject,
    order: subject.kind === 'order' ? subject.id : null,
    since: iso(finding.since),
    deadline: finding.deadline ? iso(finding.deadline.at) : null,
    deadlineSource: finding.deadline ? sourceName(finding.deadline.source) : null,
    inhibitedBy: card?.inhibitedBy.find((cause) => open.has(cause)) ?? null,
  };
}

/** `rts_sla_time` for the platform's own field, `article/confirm-by` for a clause of a pack. */
function sourceName(source: DeadlineSource): string {
  switch (source.kind) {
    case 'platform':
      return source.field;
    case 'clause':
      return `${source.pack}/${source.clause}`;
    case 'credential':
    case 'extension':
      return source.kind;
  }
}

function byLine(a: FindingRow, b: FindingRow): number {
  const line = (row: FindingRow): string => row.deadline ?? row.since;
  return line(a) < line(b) ? -1 : line(a) > line(b) ? 1 : 0;
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
