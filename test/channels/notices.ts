import type { NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import type { Locale } from '../../shared/domain/shop.ts';
import { aNotice, aNoticeLine, noCounts } from '../support/a-notice.ts';
import { daysAgo, daysFromNow, hoursAgo, hoursFromNow, minutesFromNow, now } from '../support/moments.ts';
import { someCauses } from './some-causes.ts';
import { aMorning } from './a-morning.ts';
import { rateOver } from './rate-over.ts';
import { someNotWatched } from './some-not-watched.ts';

const article = (clause: string) => ({ kind: 'clause', pack: 'article', clause }) as const;
const platform = (field: string) => ({ kind: 'platform', field }) as const;

/** A share of the order's value, by a clause of the article. */
function shareAtRisk(amount: string, share: number, clause: string): NonNullable<NoticeLine['risk']> {
  return { amount, currency: 'GBP', assumption: { kind: 'share', share }, rule: { pack: 'article', clause } };
}

function ofOrder(tail: string): Pick<NoticeLine, 'order' | 'subject'> {
  const id = `5782301145998${tail}`;
  return { order: id, subject: { kind: 'order', id } };
}

export const confirmOverdue = aNoticeLine({
  ...ofOrder('10001'),
  check: 'confirm-by',
  stage: 'confirm-overdue',
  severity: 'critical',
  since: hoursAgo(3),
  deadline: { at: hoursAgo(3), source: article('confirm-by') },
  amount: '42.90',
  risk: shareAtRisk('42.90', 1, 'confirm-by'),
});

export const confirmSoon = aNoticeLine({
  ...ofOrder('10002'),
  check: 'confirm-by',
  stage: 'confirm-due-soon',
  since: hoursAgo(8),
  deadline: { at: minutesFromNow(20), source: platform('rts_sla_time') },
  amount: '18.00',
  risk: shareAtRisk('18.00', 1, 'confirm-by'),
  facts: { lastCall: minutesFromNow(-90) },
});

export const pickupOverdue = aNoticeLine({
  ...ofOrder('10003'),
  transition: 'escalated',
  check: 'pickup-by',
  stage: 'pickup-overdue',
  severity: 'breach',
  parcel: '1153131168834490069',
  carrier: 'YunExpress',
  number: 'YT2600512345678901',
  since: hoursAgo(5),
  deadline: { at: hoursAgo(5), source: platform('tts_sla_time') },
  amount: '64.10',
});

export const stale = aNoticeLine({
  ...ofOrder('10004'),
  check: 'trace-silent',
  stage: 'tracking-stale',
  severity: 'critical',
  parcel: '1153131168834490070',
  carrier: 'Yanwen 燕文',
  number: 'UJ512345678YP',
  since: hoursAgo(28),
  deadline: { at: hoursAgo(28), source: article('trace-silent') },
  lastEvent: { at: hoursAgo(100), text: 'Departed from sorting centre, Shenzhen' },
  amount: '129.00',
  risk: shareAtRisk('107.07', 0.83, 'trace-silent'),
  remedy: 'supplement-tracking',
});

export const gap = aNoticeLine({
  ...ofOrder('10005'),
  transition: 'reminded',
  check: 'trace-silent',
  stage: 'trace-gap-48',
  parcel: '1153131168834490071',
  carrier: 'Royal Mail',
  number: 'RA123456785GB',
  since: hoursAgo(4),
  deadline: { at: hoursFromNow(20), source: article('trace-silent') },
  lastEvent: { at: hoursAgo(52), text: 'Arrived at destination hub' },
  amount: '9.99',
  risk: shareAtRisk('8.29', 0.83, 'trace-silent'),
});

export const lateDelivery = aNoticeLine({
  ...ofOrder('10006'),
  transition: 'reopened',
  check: 'deliver-by',
  stage: 'delivery-late-counted',
  severity: 'critical',
  parcel: '1153131168834490072',
  carrier: 'Evri',
  number: 'H01QAA0012345678',
  since: hoursAgo(6),
  deadline: { at: hoursAgo(30), source: platform('delivery_sla_time') },
  lastEvent: { at: hoursAgo(20), text: 'Out for delivery' },
  amount: '23.50',
});

export const keyExpiring: NoticeLine = {
  transition: 'opened',
  check: 'credential-expiry',
  stage: 'credential-expiring-7',
  severity: 'breach',
  subject: { kind: 'credential', id: 'api-key:erp' },
  since: daysAgo(1),
  deadline: { at: daysFromNow(6), source: { kind: 'credential' } },
  facts: { name: 'ERP link', kind: 'api-key', owner: 'Li Lei' },
};

export const feedSilent: NoticeLine = {
  transition: 'opened',
  check: 'feed-lagging',
  stage: 'feed-silent',
  severity: 'critical',
  subject: { kind: 'shop', id: '7495510238846614801' },
  since: hoursAgo(1),
  facts: { because: 'order search refused: code 36009007, HTTP 504, request 20260115', knownUntil: hoursAgo(3) },
};

/** TikTok cancels it by itself: its own field says so, and no rule of a pack. */
export const cancelSoon = aNoticeLine({
  ...ofOrder('10009'),
  check: 'auto-cancel',
  stage: 'auto-cancel-ship-soon',
  severity: 'critical',
  since: hoursAgo(1),
  deadline: { at: hoursFromNow(2), source: platform('shipping_due_time') },
  amount: '310.00',
  risk: { amount: '310.00', currency: 'GBP', assumption: { kind: 'share', share: 1 } },
});

export const delivered = aNoticeLine({
  ...ofOrder('10007'),
  transition: 'resolved',
  check: 'deliver-by',
  stage: 'delivery-overdue',
  severity: 'breach',
  deadline: { at: hoursAgo(12), source: platform('delivery_sla_time') },
  resolvedBecause: 'order-closed',
});

export const scanned = aNoticeLine({
  ...ofOrder('10008'),
  transition: 'resolved',
  check: 'trace-silent',
  stage: 'tracking-stale',
  severity: 'critical',
  resolvedBecause: 'condition-cleared',
});

function to(locale: Locale, kind: string): NoticeRequest['channel'] {
  return { id: `${kind}:${locale}`, kind, locale, to: kind === 'email' ? ['owner@shop.example'] : [] };
}

const shop = { id: '7495510238846614801', name: 'Harbour Lane UK', market: 'GB', zone: 'Asia/Shanghai' };

export type NoticeName = 'sweep' | 'first-look' | 'backfill' | 'outage' | 'solved' | 'flood' | 'causes' | 'morning';

/** One notice of each kind people get, read by a shop run from China that sells to Britain. */
export function noticeNamed(name: NoticeName, locale: Locale, kind = 'email'): NoticeRequest {
  const base = { shop, channel: to(locale, kind), now };
  switch (name) {
    case 'sweep':
      return aNotice({
        ...base,
        counts: {
          ...noCounts,
          opened: 5,
          escalated: 1,
          reminded: 1,
          reopened: 1,
          resolved: 2,
          critical: 5,
          breach: 9,
          warning: 14,
          quarantined: 2,
        },
        lines: [
          stale,
          lateDelivery,
          pickupOverdue,
          confirmOverdue,
          rateOver,
          confirmSoon,
          gap,
          keyExpiring,
          delivered,
          scanned,
        ],
      });
    case 'first-look':
      return aNotice({
        ...base,
        kind: 'first-look',
        counts: { ...noCounts, opened: 42, critical: 39, breach: 1, warning: 2, quarantined: 1 },
        lines: [...many(36), lateDelivery, pickupOverdue, confirmOverdue, confirmSoon, cancelSoon, gap].map(opened),
        notWatched: someNotWatched,
      });
    case 'backfill': {
      const counts = { ...noCounts, opened: 2, breach: 1, critical: 1 };
      return aNotice({ ...base, kind: 'backfill', counts, lines: [lateDelivery, pickupOverdue].map(opened) });
    }
    case 'outage':
      return aNotice({
        ...base,
        counts: { ...noCounts, opened: 1, critical: 1, inhibited: 214 },
        lines: [feedSilent],
      });
    case 'solved':
      return aNotice({ ...base, counts: { ...noCounts, resolved: 2 }, lines: [delivered, scanned] });
    case 'causes':
      return aNotice({
        ...base,
        counts: { ...noCounts, opened: 5, escalated: 1, critical: 5, breach: 1, inhibited: 337 },
        lines: someCauses,
      });
    case 'morning':
      return aNotice({ ...base, ...aMorning });
    case 'flood':
      return aNotice({
        ...base,
        counts: { ...noCounts, opened: 380, escalated: 32, critical: 412 },
        lines: many(100),
        more: 312,
        list: 'the-run#0',
      });
  }
}

/** `count` stalled parcels, each silent for an hour less than the one before. */
export function many(count: number): readonly NoticeLine[] {
  return Array.from({ length: count }, (_, index) => ({
    ...stale,
    ...ofOrder(String(20_000 + index)),
    number: `UJ5123${String(10_000 + index)}YP`,
    deadline: { at: hoursAgo(130 - index), source: article('trace-silent') },
    lastEvent: { at: hoursAgo(202 - index), text: 'Departed from sorting centre, Shenzhen' },
  }));
}

function opened(line: NoticeLine): NoticeLine {
  return { ...line, transition: 'opened' };
}
