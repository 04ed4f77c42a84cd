import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/finding.ts';
import { reconcile, resolve, type Judged, type Occasion } from '../../shared/domain/reconcile.ts';
import { ok, type Verdict } from '../../shared/domain/verdict.ts';
import { aFinding } from '../support/a-finding.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const judged: Judged = {
  id: 'trace-silent',
  on: 'order',
  stages: [
    { id: 'trace-gap-48', severity: 'warning' },
    { id: 'tracking-stale', severity: 'critical' },
  ],
};
const on: Occasion = { now, run: 'this-run', quiet: false, remindAfter: {} };

function firing(stage: string, changes: Partial<Extract<Verdict, { is: 'firing' }>> = {}): Verdict {
  return { is: 'firing', stage, since: hoursAgo(2), ...changes };
}

describe('what comes and goes', () => {
  /** Fires, or not, hour by hour: `F` and `.`; answers every transition with its hour. */
  function course(hoursOf: string, check: Judged = judged): readonly string[] {
    let known: Finding | undefined;
    const told: string[] = [];
    for (let hour = 0; hour < hoursOf.length; hour += 1) {
      const at = { ...on, now: hoursFromNow(hour), run: `run-${hour}` };
      known = reconcile(known, hoursOf[hour] === 'F' ? firing('trace-gap-48') : ok, check, at);
      if (known?.last.run === at.run) told.push(`${hour} ${known.last.kind}`);
    }
    return told;
  }
  it('is told three times, and then over only when it has stayed away for a day', () => {
    const three = ['0 opened', '1 resolved', '2 reopened', '3 resolved', '4 reopened'];
    expect(course('F.F.F.F.F.F')).toEqual(three);
    expect(course(`F.F.F${'.'.repeat(26)}`)).toEqual([...three, '29 resolved']);
    expect(course(`F.F.F${'.'.repeat(20)}F${'.'.repeat(20)}`)).toEqual(three);
  });
  it('is another matter when it comes back after a day', () => {
    const day = '.'.repeat(24);
    expect(course(`F.F${day}.F.F`)).toEqual([
      '0 opened',
      '1 resolved',
      '2 reopened',
      '3 resolved',
      '28 reopened',
      '29 resolved',
      '30 reopened',
    ]);
  });
  it('speaks when it gets worse, and ends with its order', () => {
    const twice = aFinding({ episode: 3, returns: 2, calmSince: hoursAgo(2) });
    expect(reconcile(twice, firing('tracking-stale'), judged, on)?.last.kind).toBe('escalated');
    expect(reconcile(twice, firing('tracking-stale'), judged, on)).not.toHaveProperty('calmSince');
    expect(resolve(twice, 'order-closed', on)).toMatchObject({ state: 'resolved' });
    expect(resolve(twice, 'order-closed', on)).not.toHaveProperty('calmSince');
  });
  it('unless it keeps others silent: that ends with its condition', () => {
    expect(course('F.F.F.F.', { ...judged, on: 'shop' }).slice(-2)).toEqual(['6 reopened', '7 resolved']);
    expect(course('F.F.F.F.', { ...judged, hasKinds: true }).slice(-2)).toEqual(['6 reopened', '7 resolved']);
  });
});

describe('stages that are kinds, and facts whose change is news', () => {
  it('an earlier stage is told as well', () => {
    const stale = aFinding({ stage: 'tracking-stale' });
    expect(reconcile(stale, firing('trace-gap-48'), judged, on)?.last.run).not.toBe(on.run);
    expect(reconcile(stale, firing('trace-gap-48'), { ...judged, hasKinds: true }, on)?.last.kind).toBe('escalated');
  });
  it.each([
    ['another value', { place: 'hub' }, 'escalated'],
    ['the same', { place: 'customs' }, 'opened'],
  ] as const)('%s', (_, facts, kind) => {
    const known = aFinding({ facts: { place: 'customs' } });
    const after = reconcile(known, firing('trace-gap-48', { facts }), { ...judged, newsOf: ['place'] }, on);
    expect(after?.last.kind).toBe(kind);
  });
});

describe('what eases', () => {
  it('remembers the gravest stage until it is reached again, and to its end', () => {
    const stale = aFinding({ stage: 'tracking-stale' });
    const eased = reconcile(stale, firing('trace-gap-48'), judged, on);
    expect(eased).toMatchObject({ stage: 'trace-gap-48', peak: 'tracking-stale' });
    expect(eased && resolve(eased, 'condition-cleared', on)).toMatchObject({ peak: 'tracking-stale' });
    expect(reconcile(eased, firing('trace-gap-48'), judged, on)).toBe(eased);
    expect(reconcile(eased, firing('tracking-stale'), judged, on)).not.toHaveProperty('peak');
  });
  it('of kinds there is no gravest', () => {
    const stale = aFinding({ stage: 'tracking-stale' });
    expect(reconcile(stale, firing('trace-gap-48'), { ...judged, hasKinds: true }, on)).not.toHaveProperty('peak');
  });
});
