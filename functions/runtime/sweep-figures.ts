import type { SweepOutcome } from '../../shared/jobs/sweep.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { published } from '../environment.ts';

/** What CloudWatch sums over all shops of one message's finished runs. */
export function sweepFigures({ runs }: SweepOutcome): Readonly<Record<string, number>> {
  const records = runs.map(({ record }) => record);
  const sum = (of: (record: RunRecord) => number) => records.reduce((total, record) => total + of(record), 0);
  const lag = records.at(-1)?.lag;
  if (records.length === 0) return {};
  return {
    OrdersPulled: sum(({ tally }) => tally.pulled),
    OrdersQuarantined: sum(({ tally }) => tally.quarantined),
    Calls: sum(({ tally: { calls } }) => calls.search + calls.detail + calls.tracking + calls.other),
    CallsRepeated: sum(({ tally }) => tally.calls.retries),
    FindingsOpened: sum(({ transitions }) => transitions.opened + transitions.reopened),
    FindingsResolved: sum(({ transitions }) => transitions.resolved),
    NotWatched: sum(({ notWatched }) => notWatched?.reduce((total, { count }) => total + count, 0) ?? 0),
    TextsUnread: sum(({ tally }) => tally.unread?.length ?? 0),
    ...(lag !== undefined && { [published.lagSeconds]: lag / 1_000 }),
  };
}
