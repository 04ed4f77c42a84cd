import type { DailyDigest, WeeklyReport } from '../../shared/domain/digest.ts';
import { aShop } from './a-shop.ts';
import { daysAgo, now } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

const run = '2026-01-15T12:00:00.000Z';

function frame(kind: 'daily' | 'weekly') {
  const { id, name, market, zone } = aShop();
  return {
    v: 1 as const,
    id: `${id}#${run}#email:en#${kind}`,
    shop: { id, name, market, zone },
    run,
    channel: { id: 'email:en', kind: 'email', locale: 'en' as const, to: ['owner@shop.example'] },
    now,
    prevented: { from: daysAgo(kind === 'daily' ? 1 : 7), stages: [] },
  };
}

/** Baseline: a quiet day, by e-mail in English. */
export function aDailyDigest(changes: Spoil<DailyDigest> = {}): DailyDigest {
  return spoil<DailyDigest>(
    {
      ...frame('daily'),
      kind: 'daily',
      open: { warning: 0, breach: 0, critical: 0 },
      inhibited: 0,
      urgent: [],
      due: [],
      handOver: { count: 0, rows: [] },
      budgets: [],
      notWatched: { checks: 0 },
    },
    changes,
  );
}

/** Baseline: a first week in which no order has come due. */
export function aWeeklyReport(changes: Spoil<WeeklyReport> = {}): WeeklyReport {
  return spoil<WeeklyReport>({ ...frame('weekly'), kind: 'weekly', lanes: [] }, changes);
}
