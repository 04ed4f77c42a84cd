import { describe, expect, it } from 'vitest';
import { budgetsOf } from '../../shared/checks/budgets.ts';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import type { Limit } from '../../shared/policies/policy.ts';
import { someDays } from '../support/a-day.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { daysAgo } from '../support/moments.ts';

const limits: readonly Limit[] = [
  aLimit({ id: 'confirm', metric: 'confirm-late-rate', value: 0.05 }),
  aLimit({ id: 'dispatch', metric: 'late-dispatch-rate', value: 0.04 }),
  aLimit({ id: 'deliver', metric: 'on-time-delivery-rate', must: 'at least', value: 0.8 }),
  aLimit({ id: 'lts', metric: 'logistics-score', must: 'at least', value: 75 }),
  aLimit({ id: 'traces', metric: 'trace-completeness', must: 'at least', value: 85 }),
];

const days = someDays(20, () => ({
  orders: 10,
  confirm: { onTime: 9, late: 1 },
  pickup: { onTime: 10 },
  deliver: { onTime: 8, late: 2 },
  traces: { read: 10, whole: 9 },
}));

const subject: ShopSubject = {
  pull: 'complete',
  days,
  scores: [{ metric: 'logistics-score', at: daysAgo(2), value: 81 }],
};

describe('the budgets of a shop', () => {
  it('say how each figure stands against its limit, also where no check fires', () => {
    expect(budgetsOf(subject, aSettingWith(...limits))).toEqual([
      { is: 'rate', metric: 'confirm-late-rate', late: 7, orders: 70, limit: 0.05, left: 0, days: 7 },
      { is: 'rate', metric: 'late-dispatch-rate', late: 0, orders: 70, limit: 0.04, left: 2, days: 7 },
      { is: 'rate', metric: 'late-delivery-rate', late: 14, orders: 70, limit: 0.2, left: 0, days: 7 },
      { is: 'score', metric: 'logistics-score', score: 81, limit: 75, origin: 'imported' },
      { is: 'score', metric: 'trace-completeness', score: 90, limit: 85, origin: 'estimate' },
    ]);
  });

  it('agree with the checks: over its limit is what fires', () => {
    const at = aSettingWith(...limits);
    const firing = checks.shop.filter((check) => check.judge(subject, at).is === 'firing').map(({ id }) => id);
    expect(firing).toEqual(['confirm-rate', 'delivery-rate']);
  });

  it('are unknown without limits, without orders, and while TikTok cannot be read', () => {
    const unknown = budgetsOf(subject, aSettingWith()).map(({ is }) => is);
    expect(unknown).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
    const at = aSettingWith(...limits);
    expect(budgetsOf({ pull: 'complete' }, at).every(({ is }) => is === 'unknown')).toBe(true);
    expect(budgetsOf({ ...subject, pull: 'refused' }, at).every(({ is }) => is === 'unknown')).toBe(true);
  });
});
