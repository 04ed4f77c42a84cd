import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import { days, instant } from '../../shared/domain/time.ts';
import { anyCredential, anyOrderSubject, laterThan } from '../support/arbitrary-orders.ts';
import { aSetting } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

const markets = fc.constantFrom('GB', 'US', 'TH', 'MY', 'BR', 'DE');

// Verdicts depend on nothing but their arguments, so judging twice and later is all a law needs.
const registered: readonly { readonly check: Check; readonly subjects: fc.Arbitrary<unknown> }[] = [
  ...checks.order.map((check) => ({ check, subjects: anyOrderSubject })),
  ...checks.credential.map((check) => ({ check, subjects: anyCredential })),
  ...checks.shop.map((check) => ({
    check,
    subjects: fc.record({
      pull: fc.constantFrom('complete', 'refused', 'credential'),
      watermark: fc.constant(hoursAgo(1)),
    }),
  })),
];

function judge(check: Check, subject: unknown, market: string, at = now): ReturnType<Check['judge']> {
  return check.judge(subject as never, aSetting(market, at));
}

describe.each(registered.map((entry) => [entry.check.id, entry] as const))('%s', (_, { check, subjects }) => {
  it('an ok stays ok for the same subject until its reviewAt', () => {
    fc.assert(
      fc.property(subjects, markets, laterThan(now, days(60)), (subject, market, later) => {
        const verdict = judge(check, subject, market);
        if (verdict.is !== 'ok') return;
        const until = verdict.reviewAt ?? later;
        expect(judge(check, subject, market, instant(Math.min(later, until))).is).toBe('ok');
      }),
      { numRuns: 2_000 },
    );
  });

  it('names only stages it declares, with a condition that began before now', () => {
    fc.assert(
      fc.property(subjects, markets, (subject, market) => {
        const verdict = judge(check, subject, market);
        if (verdict.is !== 'firing') return;
        expect(check.stages.map(({ id }) => id)).toContain(verdict.stage);
        expect(verdict.since).toBeLessThanOrEqual(now);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never falls back to an earlier stage as time alone passes', () => {
    const rank = (stage: string): number => check.stages.findIndex(({ id }) => id === stage);
    fc.assert(
      fc.property(subjects, markets, laterThan(now, days(60)), (subject, market, later) => {
        const first = judge(check, subject, market);
        const second = judge(check, subject, market, later);
        if (first.is !== 'firing') return;
        expect(second.is).toBe('firing');
        if (second.is === 'firing') expect(rank(second.stage)).toBeGreaterThanOrEqual(rank(first.stage));
      }),
      { numRuns: 2_000 },
    );
  });
});
