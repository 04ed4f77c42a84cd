import type { Shop } from '../domain/shop.ts';
import { noActs } from '../domain/known-acts.ts';
import { after, age, before as earlier, earlierOf, instant, seconds, type Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Marketplace } from '../ports/marketplace.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import { shards } from '../ports/order-book.ts';
import type { RunRecord } from '../ports/records.ts';
import { addTally, emptyRunTally } from './begin-run.ts';
import { handOver } from './hand-over.ts';
import { countsFrom } from './not-watched.ts';
import { nothingOwed, oweOrder, type Owed } from './owed.ts';
import { pull } from './pull.ts';
import { pagesOf } from './pages-of.ts';
import { readWindows, type SoFar, type WindowsRead } from './read-windows.ts';
import type { SweepPorts } from './sweep-ports.ts';
import { emptyTally, newTraceReading, nobodyAsked, type Sweeping } from './sweeping.ts';
import { promptVoices } from './voices.ts';

export type BackfillRequest = Extract<SweepRequest, { kind: 'backfill' }>;

/**
 * One message of a backfill begins no more windows after this, so that hourly sweeps stay on time. Those under way are
 * read to their end, which takes seconds where they turn out as large as they were meant to be; then what is left of
 * them is read again.
 */
const sliceTime = seconds(20);
const sliceEnd = seconds(90);

/** How often its progress is written down, and whether to go on is looked up. */
const notePause = seconds(2);

interface Slice {
  readonly request: BackfillRequest;
  readonly step: Sweeping;
  readonly marketplace: Marketplace;
  readonly startedAt: Instant;
  /** What the slices before it, and earlier tries of it, have written down. */
  readonly before: RunRecord | undefined;
}

/**
 * One slice of a pull behind the watermark, by creation time. Answers the next slice's message, or undefined at the
 * end. It goes on from where the run's record has got to, and that counts what lies before it and nothing else, so any
 * slice may be cut short and repeated. Throws Transient when the shop cannot be read: the message is tried again, then
 * dead-lettered with an alarm.
 */
export async function backfillSlice(
  request: BackfillRequest,
  shop: Shop,
  ports: SweepPorts,
): Promise<BackfillRequest | undefined> {
  const before = await ports.runs.find(shop.id, request.run);
  if (before && before.state !== 'running') return undefined;
  const startedAt = ports.clock.wall();
  const now = request.now === undefined ? ports.clock.world() : instant(request.now);
  const { marketplace } = await ports.marketplaces.open(shop, now);
  if (!marketplace) throw new Transient(`backfill ${request.run}: no usable token for shop ${shop.id}`);
  const until = earlierOf(ports.until, after(startedAt, sliceEnd));
  const step = await beginSlice(request, shop, { ...ports, until }, now, marketplace);
  const slice = { request, step, marketplace, startedAt, before };
  const read = await readOn(slice);
  if (await isCancelled(slice)) {
    await note({ ...recordAt(read, slice), state: 'cancelled' }, slice);
    return undefined;
  }
  await note(recordAt(read, slice), slice);
  assertReadable(read, request);
  if (read.reached < request.to) return { ...request, step: request.step + 1, reached: read.reached, now };
  await finish(recordAt(read, slice), slice);
  return undefined;
}

/** Writes down every two seconds how far it is. */
async function readOn(slice: Slice): Promise<WindowsRead> {
  const { request, step, marketplace, startedAt, before } = slice;
  const { clock } = step.ports;
  let notedAt = startedAt;
  return await readWindows({
    from: before?.progress?.reached ?? instant(request.reached),
    to: instant(request.to),
    read: ({ from, to, tally, traces }) =>
      pull({ by: 'create_time', from, to }, marketplace, { ...step, tally, traces }),
    async noted(so) {
      const wall = clock.wall();
      if (age(startedAt, wall) >= sliceTime) return false;
      if (age(notedAt, wall) < notePause) return true;
      // At once, so that the windows beside this one do not write too.
      notedAt = wall;
      await note(recordAt(so, slice), slice);
      return !(await isCancelled(slice));
    },
  });
}

function assertReadable({ failure }: WindowsRead, { run }: BackfillRequest): void {
  const because = failure?.because ?? 'refused';
  if (failure?.outcome === 'refused') throw new Transient(`backfill ${run}: ${because}`);
  if (failure?.outcome === 'credential') throw new Rejected(`backfill ${run}: ${because}`, 'credential');
}

async function finish(record: RunRecord, slice: Slice): Promise<void> {
  const { request, step } = slice;
  const owed = await collect(request.run, step);
  const requests = request.notify ? await announce(owed, record, step) : [];
  const { open, transitions } = owed;
  await note({ ...record, state: 'done', open, transitions, requests }, slice);
}

async function note(record: RunRecord, { request, step }: Slice): Promise<void> {
  await step.ports.runs.record(step.shop.id, request.run, record, step.ports.clock.wall());
}

function isCancelled({ request, step }: Slice): Promise<boolean> {
  return step.ports.runs.isCancelled(step.shop.id, request.run);
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
    look: { every: shop.lookEvery, since: earlier(now, shop.lookEvery) },
    quarantined: new Map(quarantined.map((entry) => [entry.order, entry.run])),
    keepsOlder: true,
    tally: emptyTally(),
    traces: newTraceReading(),
    second: nobodyAsked(),
    notWatched: countsFrom(),
  };
}

/** What this backfill opened, read back from the book: its stamps are still there. */
async function collect(run: string, { shop, ports, setting }: Sweeping): Promise<Owed> {
  const owed = nothingOwed(setting, promptVoices(shop));
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const { orders } of pagesOf((after) => ports.book.read(shop.id, shard, after))) {
      for (const watched of orders) oweOrder(owed, watched, run, []);
    }
  }
  return owed;
}

async function announce(
  owed: Owed,
  { now, tally }: RunRecord,
  { shop, on, ports }: Sweeping,
): Promise<readonly string[]> {
  const { quarantined } = tally;
  const of = { shop, run: on.run, kind: 'backfill', now, owed, acts: noActs, quarantined } as const;
  return (await handOver({ ...of, complete: true, notWatched: [] }, ports)).requests;
}

function recordAt({ reached, tally }: SoFar, { request, step, marketplace, startedAt, before }: Slice): RunRecord {
  const elapsed = age(startedAt, step.ports.clock.wall());
  return {
    kind: 'backfill',
    now: step.on.now,
    state: 'running',
    tally: addTally(before?.tally ?? emptyRunTally, tally, marketplace.calls, elapsed),
    open: 0,
    transitions: { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 },
    requests: [],
    progress: {
      from: instant(request.from),
      to: instant(request.to),
      reached,
      ...(request.notify && { notify: true }),
    },
  };
}
