import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../shared/domain/time.ts';
import { explainedLine, lineOf } from '../../shared/policies/line.ts';
import { markets } from '../../shared/policies/market-zone.ts';
import { logisticsModes, usualStart, type Clock, type Logistics } from '../../shared/policies/policy.ts';
import type { OrderType } from '../../shared/policies/policy.ts';
import { packs, policy } from '../../shared/policies/registry.ts';
import { plainDeadline, type Case } from './plain-deadline.ts';

const cases = 100_000;
const day = 86_400_000;

/** A small generator with a fixed seed (mulberry32): a red case is red again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Days around which calendars go wrong: leap days, ends of years, changes of clocks, holidays. */
const edges = [
  '2024-02-29',
  '2028-02-29',
  '2023-12-31',
  '2026-12-31',
  '2027-12-31',
  '2026-03-08',
  '2026-03-29',
  '2026-10-25',
  '2026-11-01',
  '2027-03-14',
  '2026-12-25',
  '2027-12-25',
  '2026-05-04',
  '2026-07-03',
  '2026-11-26',
  '2026-04-13',
  '2026-12-05',
  '2026-05-31',
].map(dayOf);

/** Midnight UTC of an ISO date, or of the day of a time. */
function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

const clocks = Object.keys(usualStart) as Clock[];
const orderTypes: readonly OrderType[] = ['normal', 'lottery', 'pre-order', 'made-to-order', 'unrecognised'];
const aims = packs.flatMap(({ markets: about, clauses }) => clauses.map((clause) => ({ about, clause })));

interface Drawn extends Case {
  readonly clock: Clock;
  readonly logistics: Logistics;
  readonly orderType: OrderType;
}

/** Half of them are aimed at a clause and the days on which it begins or ends, half at anything at any time. */
function* randomCases(): Generator<Drawn> {
  const roll = dice(20_260_618);
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[roll(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  for (let count = 0; count < cases; count += 1) {
    const aim = count % 2 === 0 ? one(aims) : undefined;
    const { clause } = aim ?? {};
    const dates = [clause?.from, clause?.to].flatMap((date) => (date === undefined ? [] : dayOf(date)));
    const near = roll(2) === 0 ? one([...edges, ...dates, ...dates, ...dates]) + (roll(6) - 3) * day : undefined;
    const start = (near ?? Date.UTC(2023, 0, 15) + roll(7 * 365) * day) + roll(86_400) * 1_000 + roll(2) * roll(1_000);
    yield {
      market: one(clause?.markets ?? aim?.about ?? markets),
      clock: clause?.clock ?? one(clocks),
      // On the hour, or a second before it.
      start: roll(8) === 0 ? Math.floor(start / 3_600_000) * 3_600_000 - roll(2) * 1_000 : start,
      sellerType: one(clause?.sellerTypes ?? ['LOCAL', 'CROSS_BORDER']),
      logistics: one(clause?.logistics ?? logisticsModes),
      orderType: one(clause?.orderTypes ?? orderTypes),
      deliveryOption: one(clause?.deliveryOptions ?? ['Standard Shipping', 'Express Shipping']),
    };
  }
}

describe(`${cases} random deadlines`, () => {
  const inOrder = packs.toReversed();
  const ids = inOrder.map(({ id }) => id);
  const seen = new Map<string, number>();
  const wrong: unknown[] = [];
  let outlived = 0;

  beforeAll(() => {
    for (const each of randomCases()) {
      const { clock, start, ...of } = each;
      const found = policy.clause(clock, { ...of, packs: ids }, { at: () => instant(start) });
      const line = found && lineOf(found.clause.deadline, found.startedAt, of.market);
      const explained = found && explainedLine(found.clause.deadline, found.startedAt, of.market).line;
      const answer = found && `${found.source.pack}/${found.clause.id}`;
      const expected = plainDeadline(inOrder, each);
      if (answer !== expected?.clause || line !== expected?.line || explained !== line)
        wrong.push({ each, answer, line, explained, expected });
      for (const name of [expected?.form ?? 'none', expected?.clause ?? 'none'])
        seen.set(name, (seen.get(name) ?? 0) + 1);
      if (found?.clause.to !== undefined && line !== undefined && line > Date.parse(found.clause.to)) outlived += 1;
    }
  });

  it('agree with a calendar that shares no code', () => expect(wrong.slice(0, 5)).toEqual([]));

  it('come in every form', () => {
    for (const form of ['hours', 'calendar-days', 'business-days', 'extended', 'date', 'unpublished', 'none'])
      expect(seen.get(form) ?? 0, form).toBeGreaterThan(100);
  });

  it('meet every clause of every pack', () => {
    const clauses = packs.flatMap(({ id, clauses }) => clauses.map((clause) => `${id}/${clause.id}`));
    expect(clauses.filter((clause) => !seen.has(clause))).toEqual([]);
  });

  it('outlive the rule they began under, often', () => expect(outlived).toBeGreaterThan(500));
});
