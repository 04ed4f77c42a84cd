import { isLive } from '../domain/finding.ts';
import type { NotWatched } from '../domain/not-watched.ts';
import { age, latest } from '../domain/time.ts';
import type { RunRecord } from '../ports/records.ts';
import type { PullOutcome, Run, RunTally, Watch, WatchFinding } from '../ports/watch.ts';
import type { HandedOver } from './hand-over.ts';
import type { Owed } from './owed.ts';
import type { Sweeping } from './sweeping.ts';

/** The watch once everything that the run owes is handed over. */
export function closeRun(
  run: Run,
  watch: Watch,
  pulled: PullOutcome,
  step: Sweeping,
  { requests, held }: HandedOver,
): Watch {
  const complete = pulled.outcome === 'complete';
  const reached = complete ? run.now : pulled.reached;
  const looked = complete && !step.traces.missedLooks ? run.now : watch.lookedUntil;
  const { run: _, lookedUntil: __, held: ___, findings, ...rest } = watch;
  return {
    ...rest,
    findings: findings.filter((entry) => !isForgotten(entry, run)),
    watermark: latest(reached, watch.watermark ?? reached) ?? reached,
    firstLookDone: watch.firstLookDone || complete,
    ...(looked !== undefined && { lookedUntil: looked }),
    handedOver: { run: run.id, now: run.now, requests },
    ...(held && { held }),
  };
}

/** What was over before this run: an incident of the same cause is another one. */
function isForgotten({ subject, finding }: WatchFinding, run: Run): boolean {
  return subject.kind === 'incident' && !isLive(finding) && finding.last.run !== run.id;
}

/** What is kept of the run itself. */
export function recordOf(
  run: Run,
  watch: Watch,
  pulled: PullOutcome,
  tally: RunTally,
  owed: Owed,
  requests: readonly string[],
  notWatched: readonly NotWatched[],
): RunRecord {
  return {
    kind: run.kind,
    now: run.now,
    state: pulled.outcome === 'complete' ? 'done' : 'failed',
    tally,
    open: owed.open,
    transitions: owed.transitions,
    // A first sweep has no lag: nothing is behind before the watch has begun.
    ...(watch.firstLookDone && watch.watermark !== undefined && { lag: age(watch.watermark, run.now) }),
    ...(notWatched.length > 0 && { notWatched }),
    requests,
  };
}
