import type { Finding } from '../../shared/domain/finding.ts';
import { hoursAgo } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

/** The run that `aFinding` and `aWatchedOrder` were last written by. */
export const earlierRun = '2026-01-15T11:00:00.000Z';

/** Baseline: a live `trace-silent` finding, opened an hour ago by `earlierRun`. */
export function aFinding(changes: Spoil<Finding> = {}): Finding {
  return spoil<Finding>(
    {
      check: 'trace-silent',
      stage: 'trace-gap-48',
      state: 'open',
      episode: 1,
      since: hoursAgo(2),
      openedAt: hoursAgo(1),
      last: { kind: 'opened', at: hoursAgo(1), run: earlierRun },
    },
    changes,
  );
}

export function aResolvedFinding(changes: Spoil<Finding> = {}): Finding {
  return spoil(
    aFinding({
      state: 'resolved',
      resolvedBecause: 'condition-cleared',
      last: { kind: 'resolved', at: hoursAgo(1), run: earlierRun },
    }),
    changes,
  );
}
