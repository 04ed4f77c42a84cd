import { before, instant, minutes, type Instant } from '../domain/time.ts';
import type { CallCounts, UnreadText } from '../ports/marketplace.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import type { Run, RunTally, Watch } from '../ports/watch.ts';
import { emptyTally, oldestWatched, type Tally } from './sweeping.ts';

/** TikTok's update times may be a moment older than their visibility; two minutes are pulled again (2026-11). */
const overlap = minutes(2);

/** Kept in the run's record; who adds phrases begins with the most frequent ones. */
const mostUnread = 20;

export const noCalls: CallCounts = { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 };

export const emptyRunTally: RunTally = { ...emptyTally(), calls: noCalls, durationMs: 0 };

export const newWatch: Watch = { firstLookDone: false, findings: [] };

/** A new run; undefined when the request is no newer than the last finished run. */
export function beginRun(
  watch: Watch,
  request: Extract<SweepRequest, { kind: 'sweep' }>,
  worldNow: Instant,
  wallNow: Instant,
): Run | undefined {
  if (watch.handedOver && request.run <= watch.handedOver.run) return undefined;
  const now = request.now === undefined ? worldNow : instant(request.now);
  return {
    id: request.run,
    kind: watch.firstLookDone ? 'sweep' : 'first-look',
    now,
    ...(request.now !== undefined && { asOf: true }),
    from: watch.watermark === undefined ? oldestWatched(now) : before(watch.watermark, overlap),
    step: 0,
    startedAt: wallNow,
    tally: emptyRunTally,
  };
}

export function addTally(
  tally: RunTally,
  step: Tally,
  calls: CallCounts,
  durationMs: number,
  unread: readonly UnreadText[] = [],
): RunTally {
  const texts = addUnread(tally.unread ?? [], unread);
  return {
    pulled: tally.pulled + step.pulled,
    closed: tally.closed + step.closed,
    quarantined: tally.quarantined + step.quarantined,
    judged: tally.judged + step.judged,
    looks: tally.looks + step.looks,
    calls: {
      search: tally.calls.search + calls.search,
      detail: tally.calls.detail + calls.detail,
      tracking: tally.calls.tracking + calls.tracking,
      other: tally.calls.other + calls.other,
      retries: tally.calls.retries + calls.retries,
    },
    durationMs: tally.durationMs + durationMs,
    ...(texts.length > 0 && { unread: texts }),
  };
}

/** The most frequent: a list that grew with every step would not. */
function addUnread(before: readonly UnreadText[], more: readonly UnreadText[]): readonly UnreadText[] {
  const orders = new Map(before.map((one) => [one.text, one.orders]));
  for (const one of more) orders.set(one.text, (orders.get(one.text) ?? 0) + one.orders);
  return [...orders]
    .map(([text, count]) => ({ text, orders: count }))
    .toSorted((one, other) => other.orders - one.orders)
    .slice(0, mostUnread);
}
