import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, Setting } from '../../shared/checks/check.ts';
import { numberEdit } from '../../shared/checks/number-edit.ts';
import { checks, checksDuring } from '../../shared/checks/registry.ts';
import { attestations } from '../../shared/domain/deed.ts';
import { days, instant } from '../../shared/domain/time.ts';
import { packs } from '../../shared/policies/registry.ts';
import { anyCredential, anyOrderSubject, laterThan } from '../support/arbitrary-orders.ts';
import { anyShopSubject } from '../support/arbitrary-shops.ts';
import { aSetting } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';

/** Shops under every pack, also beside the article, also with closing hours of their own. */
const shops: fc.Arbitrary<Setting['shop']> = fc.record(
  {
    market: fc.constantFrom('GB', 'US', 'TH', 'VN', 'MY', 'BR', 'DE'),
    sellerType: fc.constantFrom('LOCAL', 'CROSS_BORDER'),
    packs: fc.oneof(
      fc.constant(['article']),
      fc.shuffledSubarray(
        packs.map(({ id }) => id),
        { minLength: 1 },
      ),
    ),
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/Los_Angeles'),
    article: fc.constant('also'),
    approvedCarriers: fc.constantFrom(['YunExpress'], ['4PX', '7117858858072016901']),
    attests: fc.subarray([...attestations]),
    house: fc.record(
      {
        cutOff: fc.constantFrom('14:00', '18:30'),
        daysOff: fc.constantFrom([7], [6, 7]),
        holidays: fc.constant('CN'),
        closures: fc.constant([{ from: '2026-01-10', to: '2026-01-18' }]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['market', 'sellerType', 'packs', 'zone'] },
);

const endsAtItsLine: ReadonlySet<string> = new Set([numberEdit.id]);

// Verdicts depend on nothing but their arguments, so judging twice and later is all a law needs.
const registered: readonly { readonly check: Check; readonly subjects: fc.Arbitrary<unknown> }[] = [
  ...checks.order.map((check) => ({ check, subjects: anyOrderSubject })),
  ...checks.credential.map((check) => ({ check, subjects: anyCredential })),
  ...checks.shop.map((check) => ({ check, subjects: anyShopSubject })),
];

function judge(check: Check, subject: unknown, shop: Setting['shop'], at = now): ReturnType<Check['judge']> {
  return check.judge(subject as never, aSetting(shop.market, at, shop));
}

describe.each(registered.map((entry) => [entry.check.id, entry] as const))('%s', (_, { check, subjects }) => {
  it('an ok stays ok for the same subject until its reviewAt', () => {
    fc.assert(
      fc.property(subjects, shops, laterThan(now, days(60)), (subject, shop, later) => {
        const verdict = judge(check, subject, shop);
        if (verdict.is !== 'ok') return;
        const until = verdict.reviewAt ?? later;
        expect(judge(check, subject, shop, instant(Math.min(later, until))).is).toBe('ok');
      }),
      { numRuns: 2_000 },
    );
  });

  it('an ok about an order says until when it holds, or why', () => {
    if (check.on !== 'order') return;
    fc.assert(
      fc.property(subjects, shops, (subject, shop) => {
        const verdict = judge(check, subject, shop);
        if (verdict.is === 'ok') expect(verdict.reviewAt ?? verdict.because).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('says ok of orders in states in which it is not asked', () => {
    if (!check.during) return;
    fc.assert(
      fc.property(anyOrderSubject, shops, (subject, shop) => {
        if (checksDuring(subject.order.status).some(({ id }) => id === check.id)) return;
        expect(judge(check, subject, shop).is).toBe('ok');
      }),
      { numRuns: 2_000 },
    );
  });

  it('names only stages it declares, with a condition that began before now', () => {
    fc.assert(
      fc.property(subjects, shops, (subject, shop) => {
        const verdict = judge(check, subject, shop);
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
      fc.property(subjects, shops, laterThan(now, days(60)), (subject, shop, later) => {
        const first = judge(check, subject, shop);
        const second = judge(check, subject, shop, later);
        if (first.is !== 'firing') return;
        // Where nothing is left to do once the line is passed, that ends it.
        if (endsAtItsLine.has(check.id) && first.deadline && later > first.deadline.at) {
          expect(second.is).toBe('ok');
          return;
        }
        expect(second.is).toBe('firing');
        if (second.is === 'firing') expect(rank(second.stage)).toBeGreaterThanOrEqual(rank(first.stage));
      }),
      { numRuns: 2_000 },
    );
  });
});
