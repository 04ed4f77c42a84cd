import type { NoticeCounts, NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import { aShop } from './a-shop.ts';
import { hoursAgo, hoursFromNow, now } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

export const noCounts: NoticeCounts = {
  opened: 0,
  escalated: 0,
  reminded: 0,
  resolved: 0,
  reopened: 0,
  warning: 0,
  breach: 0,
  critical: 0,
  inhibited: 0,
  quarantined: 0,
};

/** Baseline: an order whose pick-up is due in five hours, by TikTok's own field. */
export function aNoticeLine(changes: Spoil<NoticeLine> = {}): NoticeLine {
  return spoil<NoticeLine>(
    {
      transition: 'opened',
      check: 'pickup-by',
      stage: 'pickup-due-soon',
      severity: 'warning',
      subject: { kind: 'order', id: '578230114599817301' },
      order: '578230114599817301',
      since: hoursAgo(1),
      deadline: { at: hoursFromNow(5), source: { kind: 'platform', field: 'tts_sla_time' } },
      amount: '20.47',
      currency: 'GBP',
      handle: { episode: 1, at: now },
    },
    changes,
  );
}

/** Baseline: one opened warning, by e-mail in English. */
export function aNotice(changes: Spoil<NoticeRequest> = {}): NoticeRequest {
  const { id, name, market, zone } = aShop();
  const run = '2026-01-15T12:00:00.000Z';
  return spoil<NoticeRequest>(
    {
      v: 1,
      id: `${id}#${run}#email:en`,
      kind: 'sweep',
      shop: { id, name, market, zone },
      run,
      channel: { id: 'email:en', kind: 'email', locale: 'en', to: ['owner@shop.example'] },
      now,
      counts: { ...noCounts, opened: 1, warning: 1 },
      lines: [aNoticeLine()],
      more: 0,
    },
    changes,
  );
}
