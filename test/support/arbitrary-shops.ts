import fc from 'fast-check';
import type { ShopSubject } from '../../shared/checks/check.ts';
import type { DayTotals, Fates } from '../../shared/domain/day-totals.ts';
import type { Score } from '../../shared/domain/score.ts';
import { before, days, hours, minutes, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aDay } from './a-day.ts';
import { now } from './moments.ts';

function upTo(span: Duration): fc.Arbitrary<Duration> {
  return fc.integer({ min: 0, max: span }).map((length) => length as Duration);
}

/** Mostly round distances, so that lines are met exactly. */
function anyPast(span: Duration): fc.Arbitrary<Instant> {
  const round = fc.integer({ min: 0, max: Math.floor(span / minutes(30)) }).map((count) => minutes(30 * count));
  return fc.oneof(upTo(span), round).map((ago) => before(now, ago));
}

const fewOrMany = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 }));
const anyFates: fc.Arbitrary<Fates> = fc.record({
  onTime: fewOrMany,
  late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fewOrMany),
  open: fc.oneof(fc.constant(0), fewOrMany),
});

const anyDay: fc.Arbitrary<Omit<DayTotals, 'day' | 'countedAt'>> = fc
  .record({
    confirm: anyFates,
    pickup: anyFates,
    deliver: anyFates,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    read: fewOrMany,
    picked: fewOrMany,
    pace: upTo(days(4)),
    hours: fc.constantFrom('-48', '-2', '2', '24'),
  })
  .map(({ confirm, pickup, deliver, share, read, picked, pace, hours: apart }) => ({
    orders: confirm.onTime + confirm.late + confirm.open,
    confirm,
    pickup,
    deliver,
    lateCounted: Math.floor(deliver.late * share),
    traces: { read, whole: Math.floor(read * share) },
    pickups: { count: picked, time: (picked * pace) as Duration },
    drift: { 'pickup-by': { compared: read, apart: { [apart]: Math.ceil(read * share) } } },
  }));

/** Some weeks as one count left them, at a round time or any other. */
const someDays: fc.Arbitrary<readonly DayTotals[]> = fc
  .record({ countedAt: anyPast(hours(7)), counted: fc.array(anyDay, { minLength: 1, maxLength: 29 }) })
  .map(({ countedAt, counted }) =>
    counted.map((day, place) => ({ ...aDay(counted.length - 1 - place), ...day, countedAt })),
  );

const anyScore: fc.Arbitrary<Score> = fc.record({
  metric: fc.constantFrom('logistics-score', 'trace-completeness'),
  at: anyPast(days(30)),
  value: fc.integer({ min: 60, max: 100 }),
});

/** Shops in any state, known in part or wholly. */
export const anyShopSubject: fc.Arbitrary<ShopSubject> = fc.record(
  {
    pull: fc.constantFrom('complete', 'complete', 'complete', 'refused', 'credential'),
    watermark: anyPast(hours(5)),
    traces: fc.constantFrom('answered', 'refused', 'none'),
    tracesReadAt: anyPast(hours(5)),
    days: someDays,
    scores: fc.array(anyScore, { maxLength: 5 }).map((scores) => scores.toSorted((a, b) => a.at - b.at)),
    firstSeen: fc.record({ orders: fc.nat({ max: 9 }), late: fc.nat({ max: 2 }), longest: upTo(hours(9)) }),
    lastComplete: anyPast(hours(5)),
    outageTold: fc.constant(true as const),
  },
  { requiredKeys: ['pull'] },
);
