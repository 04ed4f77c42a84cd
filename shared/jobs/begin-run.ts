import { before, instant, minutes, type Instant } from '../domain/time.ts';
import type { CallCounts } from '../ports/marketplace.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import type { Run, RunTally, Watch } from '../ports/watch.ts';
import { emptyTally, oldestWatched } from './sweeping.ts';

/** TikTok's update times may be a moment older than their visibility; two minutes are pulled again (2026-11). */
const overlap = minutes(2);

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
  step: Omit<RunTally, 'calls' | 'durationMs'>,
  calls: CallCounts,
  durationMs: number,
): RunTally {
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
  };
}
