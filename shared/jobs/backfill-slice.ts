import type { Shop } from '../domain/shop.ts';
import { noActs } from '../domain/known-acts.ts';
import { after, age, before, days, earliest, instant, minutes, type Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Marketplace } from '../ports/marketplace.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import { shards } from '../ports/order-book.ts';
import type { RunRecord } from '../ports/records.ts';
import type { RunTally } from '../ports/watch.ts';
import { addTally, emptyRunTally } from './begin-run.ts';
import { handOver } from './hand-over.ts';
import { countsFrom } from './not-watched.ts';
import { nothingOwed, oweOrder, type Owed } from './owed.ts';
import { pull } from './pull.ts';
import type { SweepPorts } from './sweep-ports.ts';
import { emptyTally, newTraceReading, nobodyAsked, type Sweeping } from './sweeping.ts';
import { promptVoices } from './voices.ts';

export type BackfillRequest = Extract<SweepRequest, { kind: 'backfill' }>;

/** One message of a backfill holds the shop's queue no longer than this, so that hourly sweeps stay on time. */
const sliceTime = minutes(1);

/** Read at a time, so that an interrupted slice repeats a day at most. */
const stride = days(1);

/**
 * One slice of a pull behind the watermark, by creation time. Answers the next slice's message, or undefined at the
 * end. A slice starts at the creation time that the one before had reached, so any of them may be repeated.
 * Throws Transient when the shop cannot be read: the message is tried again, then dead-lettered with an alarm.
 */
export async function backfillSlice(
  request: BackfillRequest,
  shop: Shop,
  ports: SweepPorts,
): Promise<BackfillRequest | undefined> {
  const startedAt = ports.clock.wall();
  const now = request.now === undefined ? ports.clock.world() : instant(request.now);
  const { marketplace } = await ports.marketplaces.open(shop, now);
  if (!marketplace) throw new Transient(`backfill ${request.run}: no usable token for shop ${shop.id}`);
  const until = earliest(ports.until, after(startedAt, sliceTime)) ?? ports.until;
  const step = await beginSlice(request, shop, { ...ports, until }, now, marketplace);
  const reached = await pullDays(request, marketplace, step);
  const before = await ports.runs.find(shop.id, request.run);
  const elapsed = age(startedAt, ports.clock.wall());
  // A slice that is tried again after it was recorded is in the sums already.
  const isCounted = before?.progress !== undefined && before.progress.reached > request.reached;
  const sums = before?.tally ?? emptyRunTally;
  const tally = isCounted ? sums : addTally(sums, step.tally, marketplace.calls, elapsed);
  const record = recordOf(request, now, reached, tally);
  if (reached < request.to) {
    await ports.runs.record(shop.id, request.run, record, ports.clock.wall());
    return { ...request, step: request.step + 1, reached, now };
  }
  const owed = await collect(request.run, step);
  const requests = request.notify ? await announce(request.run, shop, now, owed, tally, ports) : [];
  const { open, transitions } = owed;
  await ports.runs.record(
    shop.id,
    request.run,
    { ...record, state: 'done', open, transitions, requests },
    ports.clock.wall(),
  );
  return undefined;
}

async function beginSlice(
  request: BackfillRequest,
  shop: Shop,
  ports: SweepPorts,
  now: Instant,
  marketplace: Marketplace,
): Promise<Sweeping> {
  const quarantined = await ports.quarantine.list(shop.id);
  return {
    ports,
    shop,
    on: { now, run: request.run, quiet: !request.notify, remindAfter: {} },
    setting: { now, shop, policy: ports.policy },
    marketplace,
    look: { every: shop.lookEvery, since: before(now, shop.lookEvery) },
    quarantined: new Map(quarantined.map((entry) => [entry.order, entry.run])),
    keepsOlder: true,
    tally: emptyTally(),
    traces: newTraceReading(),
    second: nobodyAsked(),
    notWatched: countsFrom(),
  };
}

/** Reads day after day until the slice's time is up; answers the creation time reached. */
async function pullDays(request: BackfillRequest, marketplace: Marketplace, step: Sweeping): Promise<Instant> {
  let reached = instant(request.reached);
  while (reached < request.to) {
    const to = instant(Math.min(request.to, after(reached, stride)));
    const pulled = await pull({ by: 'create_time', from: reached, to }, marketplace, step);
    if (pulled.outcome === 'paused') return pulled.reached;
    if (pulled.outcome === 'refused') throw new Transient(`backfill ${request.run}: ${pulled.because ?? 'refused'}`);
    if (pulled.outcome === 'credential')
      throw new Rejected(`backfill ${request.run}: ${pulled.because ?? 'refused'}`, 'credential');
    reached = to;
  }
  return reached;
}

/** What this backfill opened, read back from the book: its stamps are still there. */
async function collect(run: string, { shop, ports, setting }: Sweeping): Promise<Owed> {
  const owed = nothingOwed(setting, promptVoices(shop));
  for (let shard = 0; shard < shards; shard += 1) {
    let next: string | undefined;
    do {
      const page = await ports.book.read(shop.id, shard, next);
      for (const watched of page.orders) oweOrder(owed, watched, run, []);
      next = page.next;
    } while (next !== undefined);
  }
  return owed;
}

async function announce(
  run: string,
  shop: Shop,
  now: Instant,
  owed: Owed,
  { quarantined }: RunTally,
  ports: SweepPorts,
): Promise<readonly string[]> {
  const of = {
    shop,
    run,
    kind: 'backfill',
    now,
    owed,
    acts: noActs,
    quarantined,
    complete: true,
    notWatched: [],
  } as const;
  return (await handOver(of, ports)).requests;
}

function recordOf(request: BackfillRequest, now: Instant, reached: Instant, tally: RunTally): RunRecord {
  return {
    kind: 'backfill',
    now,
    state: 'running',
    tally,
    open: 0,
    transitions: { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 },
    requests: [],
    progress: { from: instant(request.from), to: instant(request.to), reached },
  };
}
