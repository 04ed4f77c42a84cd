import { describe, expect, it } from 'vitest';
import { noticeView } from '../../shared/channels/notice-view.ts';
import { renderMail } from '../../shared/channels/email.ts';
import type { NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';
import { hoursAgo, hoursFromNow, minutesFromNow } from '../support/moments.ts';
import type { Spoil } from '../support/spoil.ts';
import {
  cancelSoon,
  confirmOverdue,
  confirmSoon,
  delivered,
  gap,
  keyExpiring,
  pickupOverdue,
  stale,
} from './notices.ts';
import { rateOver } from './rate-over.ts';
import { readCsv } from './read-csv.ts';

function view(changes: Spoil<NoticeRequest> = {}) {
  return noticeView(aNotice(changes), { perGroup: 10, total: 40, attached: true });
}

function detail(line: NoticeLine, label: string): string | undefined {
  const [row] = view({ lines: [line] }).groups[0]?.rows ?? [];
  return row?.details.find((one) => one.label === label)?.value;
}

describe('what is at stake in all', () => {
  it('is what the orders are worth where no penalty is known, every order once, by currency', () => {
    const lines = [
      aNoticeLine({ order: '1', amount: '129.00' }),
      aNoticeLine({ order: '1', amount: '9.99' }),
      aNoticeLine({ order: '2', amount: '18' }),
      aNoticeLine({ order: '9', amount: '100', currency: 'EUR' }),
      delivered,
    ];
    expect(view({ lines }).worth).toBe('£147.00 + €100.00 of orders at stake');
    expect(view({ lines: [pickupOverdue], more: 3 }).worth).toBe('At least £64.10 of orders at stake');
  });

  it('is what the penalties put at risk where they are known, of every order the largest', () => {
    const also = { ...confirmOverdue, order: stale.order ?? '', amount: '129.00' };
    expect(view({ lines: [also, stale, confirmSoon, pickupOverdue] }).worth).toBe(
      '£125.07 at risk, in orders worth £211.10',
    );
    expect(view({ lines: [stale], more: 3 }).worth).toBe('At least £107.07 at risk, in orders worth £129.00');
  });

  it('is the fine alone where nobody knows what the orders are worth', () => {
    const { amount: _, currency: __, ...unpriced } = pickupOverdue;
    const fined = { ...unpriced, risk: { amount: '50.00', currency: 'USD', assumption: { kind: 'fine' } } } as const;
    expect(view({ lines: [fined] }).worth).toBe('$50.00 at risk');
    expect(view({ lines: [fined], more: 2 }).worth).toBe('At least $50.00 at risk');
  });

  it('adds no fine to values of another currency', () => {
    const risk = { amount: '50.00', currency: 'USD', assumption: { kind: 'fine' } } as const;
    expect(view({ lines: [{ ...pickupOverdue, risk }, confirmSoon] }).worth).toBe(
      '$50.00 + £18.00 at risk, in orders worth £82.10',
    );
  });
});

describe('what is assumed is said once for each kind', () => {
  const assumed = (...lines: NoticeLine[]) => view({ lines }).groups.map(({ risk }) => risk);

  it.each<[string, NoticeLine[], string | undefined]>([
    [
      'a share',
      [stale, { ...stale, order: '2' }],
      '83\u00a0% of the order value, as so many such orders were judged an exception and may be refunded',
    ],
    ['all of it', [confirmOverdue], 'the whole order value, if the order is cancelled or refunded'],
    [
      'by a rule, where the deadline is TikTok’s own',
      [confirmSoon],
      'the whole order value, if the order is cancelled or refunded (rule pack “article”, clause confirm-by)',
    ],
    ['by TikTok’s own field', [cancelSoon], 'the whole order value, if the order is cancelled or refunded'],
    [
      'a fine',
      [{ ...pickupOverdue, risk: { amount: '5', currency: 'USD', assumption: { kind: 'fine' } } }],
      '$5.00 for each order, the fine',
    ],
    ['nothing where no penalty is known', [pickupOverdue], undefined],
  ])('%s', (_, lines, risk) => {
    expect(assumed(...lines)).toEqual([risk]);
  });

  it('and marked as reckoned below', () => {
    const { risk: _, ...unrisky } = confirmSoon;
    expect(view({ lines: [unrisky] }).notes).toEqual([]);
    expect(view({ lines: [confirmSoon] }).notes).toEqual([
      "Money at risk is reckoned from the penalties that the rules name; it is not TikTok's word.",
    ]);
    const clause = { kind: 'clause', pack: 'article', clause: 'confirm-by' } as const;
    const bySource = { at: hoursFromNow(1), source: clause };
    expect(view({ lines: [{ ...unrisky, deadline: bySource }] }).notes).toEqual([
      "Deadlines from a rule pack are rules you chose to watch; they are not TikTok's word.",
    ]);
  });
});

describe('when the line is crossed', () => {
  it('is told by the clock, and by the time left where the figure of the row is another', () => {
    expect(detail(gap, 'Deadline')).toMatch(/^Fri 16 Jan, 08:00 London time – in 20 hours – rule pack/);
    expect(detail(stale, 'Deadline')).toMatch(/^Wed 14 Jan, 08:00 London time – 1 day 4 hours ago – rule pack/);
    expect(detail(confirmSoon, 'Deadline')).toBe(
      "Thu 15 Jan, 12:20 London time – TikTok's own deadline (rts_sla_time)",
    );
  });

  it.each([
    ['ahead', minutesFromNow(90), 'Thu 15 Jan, 13:30 London time – in 1 hour 30 minutes'],
    ['over', hoursAgo(2), 'Thu 15 Jan, 10:00 London time – 2 hours ago'],
  ])('the last useful moment by the own hours is named: %s', (_, lastCall, told) => {
    const line = aNoticeLine({ facts: { lastCall } });
    expect(detail(line, 'Last useful moment by your own hours')).toBe(told);
  });

  it('is past all use once the line is crossed', () => {
    const source = { kind: 'platform', field: 'rts_sla_time' } as const;
    const crossed = aNoticeLine({ facts: { lastCall: hoursAgo(4) }, deadline: { at: hoursAgo(1), source } });
    expect(detail(crossed, 'Last useful moment by your own hours')).toBeUndefined();
  });
});

describe('the rule behind a finding without a deadline', () => {
  it('is named with its source and validity', () => {
    expect(detail(rateOver, 'Rule')).toMatch(
      /^rule pack “article”, clause confirm-late-rate; founding article .*undated/,
    );
    expect(detail(keyExpiring, 'Rule')).toBeUndefined();
  });
});

describe('the table', () => {
  it('says what is at risk, why, and the last useful moment', () => {
    const lines = [{ ...confirmSoon, facts: { lastCall: hoursFromNow(-1) } }, rateOver, pickupOverdue];
    const [attached] = renderMail(aNotice({ lines })).attachments;
    const [head = [], ...rows] = readCsv(attached?.content ?? '');
    const columns = ['At risk', 'Currency at risk', 'Assumed', 'Last useful moment (Europe/London)'];
    const cells = rows.map((row) => columns.map((column) => row[head.indexOf(column)]));
    const why = 'the whole order value, if the order is cancelled or refunded (rule pack “article”, clause confirm-by)';
    expect(cells).toEqual([
      ['18.00', 'GBP', why, '2026-01-15 11:00'],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(rows[1]?.[head.indexOf('Source of the deadline')]).toContain('clause confirm-late-rate');
  });
});
