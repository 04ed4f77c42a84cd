import type { Check, Setting, ShopSubject } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import type { Credential } from '../../shared/domain/credential.ts';
import type { Fates } from '../../shared/domain/day-totals.ts';
import { hours } from '../../shared/domain/time.ts';
import type { SubjectKind } from '../../shared/domain/verdict.ts';

import { someDays } from '../support/a-day.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { aSetting } from '../support/a-setting.ts';
import { aCredential } from '../support/a-shop.ts';
import { daysAgo, daysFromNow, hoursAgo, now } from '../support/moments.ts';
import type { Scene } from './order-scenes.ts';

function check<Kind extends SubjectKind>(known: readonly Check<Kind>[], id: string): Check<Kind> {
  const found = known.find((one) => one.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

function ofShop(
  id: string,
  says: string,
  firing: Partial<ShopSubject>,
  quiet: Partial<ShopSubject>,
  at: Setting = aSetting(),
  unconnected?: Partial<ShopSubject>,
): Scene {
  const judge = (changes: Partial<ShopSubject>) => () =>
    check(checks.shop, id).judge({ pull: 'complete', watermark: now, ...changes }, at);
  return {
    says,
    firing: judge(firing),
    quiet: judge(quiet),
    ...(unconnected && { unconnected: judge(unconnected) }),
  };
}

function ofCredential(says: string, firing: Credential, quiet: Credential, unconnected?: Credential): Scene {
  const judge = (credential: Credential) => () =>
    check(checks.credential, 'credential-expiry').judge(credential, aSetting());
  return { says, firing: judge(firing), quiet: judge(quiet), ...(unconnected && { unconnected: judge(unconnected) }) };
}

const weeks = (clock: 'confirm' | 'pickup' | 'deliver', fates: (ago: number) => Partial<Fates>) => ({
  days: someDays(15, (ago) => ({ [clock]: fates(ago) })),
});
const late = (count: number, ago: number) => (day: number) =>
  day === ago ? { onTime: 20 - count, late: count } : { onTime: 20 };
const dispatch = aSettingWith(aLimit({ metric: 'late-dispatch-rate', value: 0.04 }));
const delivery = aSettingWith(aLimit({ metric: 'late-fulfilment-rate', value: 0.05 }));
const scored = (value: number) => ({
  days: someDays(15),
  scores: [{ metric: 'logistics-score', at: daysAgo(6), value } as const],
});
const traced = (whole: number) => ({ days: someDays(15, () => ({ traces: { read: 10, whole } })) });
const erp = (issuedDaysAgo: number): Credential => ({
  id: 'erp-link:erp',
  kind: 'erp-link',
  name: 'ERP link',
  renewsItself: false,
  issuedAt: daysAgo(issuedDaysAgo),
});
const consent = (left: number): Credential => ({
  id: 'authorization',
  kind: 'authorization',
  name: 'TikTok Shop authorization',
  renewsItself: false,
  expiresAt: daysFromNow(left),
});
const { issuedAt: _, ...undated } = erp(0);

/** What can be seen of a credential, of the shop's days, and of the watch itself. */
export const otherScenes: Readonly<Record<string, Scene>> = {
  'credential-expiring': ofCredential('credential-expiring-30 by article/credential-life', erp(61), erp(59), undated),
  'credential-expired': ofCredential('credential-expired by article/credential-life', erp(91), erp(59), undated),
  'authorization-expiring': ofCredential('credential-expiring-30 by', consent(29), consent(31)),
  'token-refresh-failing': ofCredential(
    'token-refresh-failing by',
    aCredential({ renewsItself: true, refusedSince: hoursAgo(2) }),
    aCredential({ renewsItself: true, refusedSince: undefined }),
  ),
  'source-stale': ofShop(
    'feed-lagging',
    'feed-silent by',
    { pull: 'refused', watermark: hoursAgo(3) },
    { watermark: now },
  ),
  'monitor-heartbeat-missed': ofShop(
    'watch-gap',
    'monitor-heartbeat-missed by',
    { lastComplete: hoursAgo(7) },
    { lastComplete: hoursAgo(1) },
  ),
  'order-sync-lag': ofShop(
    'order-sync',
    'order-sync-lag by',
    { firstSeen: { orders: 9, late: 1, longest: hours(3) } },
    { firstSeen: { orders: 9, late: 0, longest: hours(0) } },
  ),
  'confirm-rate-budget': ofShop(
    'confirm-rate',
    'confirm-rate-budget by',
    weeks('confirm', late(5, 6)),
    weeks('confirm', late(1, 6)),
    aSetting(),
    {},
  ),
  'confirm-late-rate': ofShop(
    'confirm-rate',
    'confirm-late-rate by',
    weeks('confirm', late(9, 6)),
    weeks('confirm', late(1, 6)),
    aSetting(),
    {},
  ),
  'late-rate-budget': ofShop(
    'delivery-rate',
    'late-rate-budget by',
    { days: someDays(15, (ago) => ({ deliver: late(8, 6)(ago), lateCounted: ago === 6 ? 8 : 0 })) },
    weeks('deliver', late(1, 6)),
    delivery,
    {},
  ),
  'kpi-one-week-miss': ofShop(
    'dispatch-kpi',
    'kpi-one-week-miss by',
    weeks('pickup', late(9, 5)),
    weeks('pickup', late(1, 5)),
    dispatch,
    {},
  ),
  'kpi-two-week-miss': ofShop(
    'dispatch-kpi',
    'kpi-two-week-miss by',
    weeks('pickup', (ago) => (ago === 5 || ago === 12 ? { onTime: 11, late: 9 } : { onTime: 20 })),
    weeks('pickup', late(1, 5)),
    dispatch,
    {},
  ),
  'pickup-slow-lane': ofShop(
    'pickup-lane',
    'pickup-slow-lane by',
    {
      days: someDays(15, (ago) => ({
        pickup: { onTime: 5 },
        pickups: { count: 5, time: hours(5 * (ago < 7 ? 60 : 40)) },
      })),
    },
    {
      days: someDays(15, () => ({ pickup: { onTime: 5 }, pickups: { count: 5, time: hours(5 * 40) } })),
    },
    aSetting(),
    {},
  ),
  'trace-completeness-low': ofShop(
    'trace-completeness',
    'trace-completeness-low by',
    traced(8),
    traced(9),
    aSetting(),
    {},
  ),
  'lts-below-75': ofShop('logistics-score', 'lts-below-75 by', scored(74), scored(90), aSetting(), {}),
  'lts-forecast-below-75': ofShop(
    'logistics-score',
    'lts-forecast-below-75 by',
    {
      ...scored(76),
      days: someDays(15, (ago) => ({
        deliver: { onTime: ago < 6 ? 10 : 20, late: ago < 6 ? 10 : 0 },
        lateCounted: ago < 6 ? 10 : 0,
      })),
    },
    { ...scored(76), days: someDays(15, () => ({ deliver: { onTime: 20 } })) },
    aSetting(),
    {},
  ),
};
