import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/finding.ts';
import { reconcile, resolve, type Judged, type Occasion } from '../../shared/domain/reconcile.ts';
import { hours } from '../../shared/domain/time.ts';
import { ok, unknown, type Verdict } from '../../shared/domain/verdict.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
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

const acknowledged = aFinding({ state: 'acknowledged' });
const dismissed = aFinding({ state: 'dismissed' });

describe('the life of a finding, row by row', () => {
  const rows: [string, Finding | undefined, Verdict, Finding['last']['kind'] | 'unchanged' | 'none'][] = [
    ['nothing known and all is well: nothing', undefined, ok, 'none'],
    ['nothing known and nothing can be said: nothing', undefined, unknown('trace-not-read'), 'none'],
    ['nothing known and it fires: opened', undefined, firing('trace-gap-48'), 'opened'],
    ['open and cleared: resolved', aFinding(), ok, 'resolved'],
    ['open and nothing can be said: unchanged', aFinding(), unknown('pull-incomplete'), 'unchanged'],
    ['open and still firing: seen, which is never stored', aFinding(), firing('trace-gap-48'), 'unchanged'],
    ['open and a later stage: escalated', aFinding(), firing('tracking-stale'), 'escalated'],
    ['acknowledged and cleared: resolved', acknowledged, ok, 'resolved'],
    ['acknowledged and still firing: seen', acknowledged, firing('trace-gap-48'), 'unchanged'],
    ['acknowledged and a later stage: escalated', acknowledged, firing('tracking-stale'), 'escalated'],
    ['dismissed and cleared: resolved', dismissed, ok, 'resolved'],
    ['dismissed and nothing can be said: unchanged', dismissed, unknown('quarantined'), 'unchanged'],
    ['resolved and well: unchanged', aResolvedFinding(), ok, 'unchanged'],
    ['resolved and nothing can be said: unchanged', aResolvedFinding(), unknown('trace-not-read'), 'unchanged'],
    ['resolved and firing again: reopened', aResolvedFinding(), firing('trace-gap-48'), 'reopened'],
    [
      'a stage that no longer exists: any firing escalates',
      aFinding({ stage: 'retired' }),
      firing('trace-gap-48'),
      'escalated',
    ],
  ];
  it.each(rows)('%s', (_, known, verdict, expected) => {
    const after = reconcile(known, verdict, judged, on);
    if (expected === 'none') expect(after).toBeUndefined();
    else if (expected === 'unchanged') expect(after).toBe(known);
    else expect(after?.last).toEqual({ kind: expected, at: now, run: 'this-run' });
  });

  it('counts a reopened finding as the next episode, opened now', () => {
    const after = reconcile(aResolvedFinding({ episode: 3 }), firing('trace-gap-48'), judged, on);
    expect(after).toMatchObject({ episode: 4, state: 'open', openedAt: now });
    expect(after).not.toHaveProperty('resolvedBecause');
  });

  it('keeps line and facts of the verdict that opened it, and takes over those of a later one', () => {
    const deadline = { at: hoursFromNow(3), source: { kind: 'credential' } } as const;
    const opened = reconcile(undefined, firing('trace-gap-48', { deadline, facts: { name: 'a' } }), judged, on);
    expect(opened).toMatchObject({ deadline, facts: { name: 'a' } });
    const later = reconcile(opened, firing('tracking-stale', { deadline, facts: { name: 'b' } }), judged, on);
    expect(later).toMatchObject({ deadline, facts: { name: 'b' } });
    expect(reconcile(later, firing('trace-gap-48'), judged, on)).not.toHaveProperty('facts');
  });

  it('drops the acknowledgement when it escalates', () => {
    expect(reconcile(acknowledged, firing('tracking-stale'), judged, on)?.state).toBe('open');
  });

  it('keeps stage and line true without a word when the condition recedes', () => {
    const stale = aFinding({ stage: 'tracking-stale' });
    const after = reconcile(stale, firing('trace-gap-48', { since: hoursAgo(1) }), judged, on);
    expect(after).toMatchObject({ stage: 'trace-gap-48', since: hoursAgo(1), last: stale.last, state: 'open' });
  });

  it('takes over a deadline that the platform moved, without a word', () => {
    const deadline = { at: hoursFromNow(3), source: { kind: 'platform', field: 'tts_sla_time' } } as const;
    const after = reconcile(aFinding(), firing('trace-gap-48', { deadline }), judged, on);
    expect(after).toMatchObject({ deadline, last: aFinding().last });
  });
});

describe('facts', () => {
  const known = aFinding({ since: hoursAgo(9), facts: { late: 3, rate: 0.03 } });

  it('are those of the newest verdict, without a word', () => {
    const after = reconcile(known, firing('trace-gap-48', { facts: { late: 4, rate: 0.04 } }), judged, on);
    expect(after).toMatchObject({ facts: { late: 4, rate: 0.04 }, last: known.last });
  });

  it('are told as they are now when somebody is reminded', () => {
    const verdict = firing('trace-gap-48', { facts: { late: 4, rate: 0.04 } });
    const after = reconcile(known, verdict, judged, { ...on, remindAfter: { warning: hours(1) } });
    expect(after).toMatchObject({ facts: { late: 4 }, last: { kind: 'reminded' } });
  });

  it('that are the same in another order are no change', () => {
    const verdict = firing('trace-gap-48', { since: hoursAgo(9), facts: { rate: 0.03, late: 3 } });
    expect(reconcile(known, verdict, judged, on)).toBe(known);
  });

  it('go with a verdict that has none', () => {
    expect(reconcile(known, firing('trace-gap-48'), judged, on)).not.toHaveProperty('facts');
  });
});

describe('when it began', () => {
  const known = aFinding({ since: hoursAgo(9) });
  const ofShop: Judged = { ...judged, on: 'shop' };

  it('is when a shop was first seen to be so, however often it is counted', () => {
    expect(reconcile(known, firing('trace-gap-48', { since: now }), ofShop, on)).toBe(known);
  });

  it('is told anew for another stage', () => {
    expect(reconcile(known, firing('tracking-stale', { since: now }), ofShop, on)?.since).toBe(now);
  });

  it('moves with an order whose silence began anew', () => {
    expect(reconcile(known, firing('trace-gap-48', { since: now }), judged, on)?.since).toBe(now);
  });
});

describe('reminders', () => {
  const daily: Occasion = { ...on, remindAfter: { warning: hours(24) } };
  const dayOld = aFinding({ last: { kind: 'opened', at: hoursAgo(24), run: 'r' } });
  const rows: [string, Finding, Occasion, boolean][] = [
    ['after the time set for its severity', dayOld, daily, true],
    ['not a second earlier', aFinding({ last: { kind: 'opened', at: hoursAgo(23), run: 'r' } }), daily, false],
    ['never where no time is set', dayOld, on, false],
    ['never for another severity', dayOld, { ...on, remindAfter: { critical: hours(1) } }, false],
    ['never while acknowledged', { ...dayOld, state: 'acknowledged' }, daily, false],
    ['never for what was opened quietly', { ...dayOld, quiet: true }, daily, false],
  ];
  it.each(rows)('%s', (_, known, occasion, reminded) => {
    const after = reconcile(known, firing('trace-gap-48'), judged, occasion);
    expect(after?.last.kind === 'reminded').toBe(reminded);
  });
});

describe('quiet openings', () => {
  it('marks what a first look opens, and speaks up when it escalates', () => {
    const opened = reconcile(undefined, firing('trace-gap-48'), judged, { ...on, quiet: true });
    expect(opened?.quiet).toBe(true);
    const escalated = reconcile(opened, firing('tracking-stale'), judged, on);
    expect(escalated).not.toHaveProperty('quiet');
  });
});

describe('laws', () => {
  const verdicts = fc.oneof(
    fc.constant(ok),
    fc.constant(unknown('trace-not-read')),
    fc.constantFrom('trace-gap-48', 'tracking-stale').map((stage) => firing(stage)),
  );

  it('the same verdict at the same instant changes nothing', () => {
    fc.assert(
      fc.property(fc.array(verdicts, { maxLength: 12 }), verdicts, (history, verdict) => {
        const known = history.reduce<Finding | undefined>((f, v) => reconcile(f, v, judged, on), undefined);
        const once = reconcile(known, verdict, judged, on);
        expect(reconcile(once, verdict, judged, on)).toBe(once);
      }),
    );
  });

  it('openings and resolutions strictly alternate, and unknown changes nothing', () => {
    fc.assert(
      fc.property(fc.array(verdicts, { maxLength: 30 }), (history) => {
        let known: Finding | undefined;
        const told: string[] = [];
        for (const verdict of history) {
          const after = reconcile(known, verdict, judged, on);
          if (verdict.is === 'unknown') expect(after).toBe(known);
          const kind = after === known || after?.last === known?.last ? undefined : after?.last.kind;
          if (kind === 'opened' || kind === 'reopened' || kind === 'resolved') told.push(kind);
          known = after;
        }
        told.forEach((kind, index) => {
          expect(kind).toBe(index % 2 === 1 ? 'resolved' : index === 0 ? 'opened' : 'reopened');
        });
      }),
    );
  });

  it('a resolved finding cannot be resolved again', () => {
    const resolved = aResolvedFinding();
    expect(resolve(resolved, 'order-closed', on)).toBe(resolved);
  });
});
