import { describe, expect, it } from 'vitest';
import { noticeView } from '../../shared/channels/notice-view.ts';
import type { NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import { aNotice, aNoticeLine, noCounts } from '../support/a-notice.ts';
import { hoursAgo, hoursFromNow, minutesFromNow, now } from '../support/moments.ts';
import type { Spoil } from '../support/spoil.ts';
import {
  confirmOverdue,
  confirmSoon,
  delivered,
  feedSilent,
  gap,
  keyExpiring,
  lateDelivery,
  many,
  noticeNamed,
  pickupOverdue,
  stale,
} from './notices.ts';

const room = { perGroup: 10, total: 40, attached: true };

function view(changes: Spoil<NoticeRequest> = {}) {
  return noticeView(aNotice(changes), room);
}

function dueAt(at: NoticeLine['since']): NoticeLine {
  return aNoticeLine({ deadline: { at, source: { kind: 'platform', field: 'tts_sla_time' } } });
}

describe('the title says what and how many', () => {
  it.each<[string, Spoil<NoticeRequest>, string]>([
    [
      'by severity, the worst first, whatever else is open in the shop',
      { lines: [stale, lateDelivery, pickupOverdue, gap], counts: { ...noCounts, critical: 50, warning: 70 } },
      '2 critical, 1 breached, 1 due soon',
    ],
    ['with the one thing it is about', { lines: [stale, stale] }, '2 critical: Trace stalled for 72 hours'],
    ['only good news', { lines: [delivered] }, '1 solved, nothing new'],
    [
      'a first look that found nothing',
      { kind: 'first-look', lines: [], counts: noCounts },
      'All quiet, nothing found',
    ],
    [
      'a first look beyond its hundred lines',
      {
        kind: 'first-look',
        lines: many(100),
        more: 300,
        counts: { ...noCounts, opened: 400, critical: 390, breach: 10 },
      },
      '390 critical, 10 breached: Trace stalled for 72 hours',
    ],
    ['a flood as a number', { lines: many(100), more: 312 }, '412 changes at once'],
    [
      'unreadable orders alone',
      { lines: [], counts: { ...noCounts, quarantined: 2 } },
      '2 orders could not be read and keep their last known findings.',
    ],
  ])('%s', (_, changes, title) => {
    expect(view(changes).title).toBe(title);
  });
});

describe('the subject', () => {
  it.each<[string, Spoil<NoticeRequest>, string]>([
    [
      'ends with the next line of today',
      { lines: [stale, confirmSoon] },
      '[Harbour Lane UK] 1 critical, 1 due soon – next deadline 12:20',
    ],
    [
      'names another day',
      { lines: [gap] },
      '[Harbour Lane UK] 1 due soon: Trace silent for 48 hours – next deadline Fri 16 Jan, 08:00',
    ],
    [
      'says so when all lines are crossed',
      { lines: [stale] },
      '[Harbour Lane UK] 1 critical: Trace stalled for 72 hours – act now',
    ],
    ['asks for nothing when all is solved', { lines: [delivered] }, '[Harbour Lane UK] 1 solved, nothing new'],
  ])('%s', (_, changes, subject) => {
    expect(view(changes).subject).toBe(subject);
  });
});

describe('the next deadline', () => {
  it('is the earliest that lies ahead, wherever its line stands', () => {
    const lines = [stale, dueAt(hoursFromNow(5)), dueAt(minutesFromNow(50)), dueAt(hoursFromNow(2))];
    expect(view({ lines }).next).toMatchObject({ left: '50 minutes left', severity: 'warning' });
  });

  it('is still ahead at its very instant', () => {
    expect(view({ lines: [dueAt(now)] }).next?.left).toBe('less than a minute left');
  });

  it('is none of a solved finding', () => {
    expect(view({ lines: [{ ...dueAt(hoursFromNow(1)), transition: 'resolved' }] }).next).toBeUndefined();
  });

  it('all crossed is said only where there was a deadline', () => {
    expect(view({ lines: [dueAt(hoursAgo(1))] })).toMatchObject({ allCrossed: true });
    expect(view({ lines: [feedSilent] })).toMatchObject({ allCrossed: false });
  });
});

describe('the first thing to do', () => {
  it.each<[string, readonly NoticeLine[], RegExp]>([
    ['is what darkens the shop', [stale, confirmOverdue, feedSilent], /^No fresh data/],
    ['is then what is critical, in the order of the lines', [pickupOverdue, stale, confirmOverdue], /^Trace stalled/],
    ['is not a key that has days left', [pickupOverdue, keyExpiring], /^Not picked up/],
  ])('%s', (_, lines, first) => {
    expect(view({ lines }).first?.of).toMatch(first);
  });

  it('speaks to all findings of its kind', () => {
    expect(view({ lines: [confirmOverdue, confirmOverdue, confirmOverdue] }).first?.act).toContain('these 3 orders');
  });
});

describe('groups', () => {
  it('keep the order of the lines and gather a stage in one place', () => {
    const { groups } = view({ lines: [stale, pickupOverdue, stale, gap, delivered] });
    expect(groups.map(({ headline, rows }) => [headline, rows.length])).toEqual([
      ['Trace stalled for 72 hours', 2],
      ['Not picked up in time', 1],
      ['Trace silent for 48 hours', 1],
    ]);
  });

  it('show ten lines each and count the rest', () => {
    const [group] = view({ lines: many(25) }).groups;
    expect(group?.rows).toHaveLength(10);
    expect(group?.more).toBe('15 more lines of this kind in the attached table.');
    expect(group?.count).toBe('25 orders');
  });

  it('leave every later group a line when room runs out', () => {
    const lines = [
      ...many(10),
      ...Array.from({ length: 10 }, () => pickupOverdue),
      ...Array.from({ length: 10 }, () => gap),
    ];
    const { groups } = noticeView(aNotice({ lines }), { perGroup: 10, total: 12, attached: false });
    expect(groups.map(({ rows }) => rows.length)).toEqual([10, 1, 1]);
    expect(groups.map(({ more }) => more)).toEqual([
      undefined,
      ...Array<string>(2).fill('9 more lines of this kind; see Seller Center.'),
    ]);
  });
});

describe('a line', () => {
  it('tells order, carrier, number, parcel, scan, deadline with its source, remedy and link', () => {
    const [row] = view({ lines: [stale] }).groups[0]?.rows ?? [];
    expect(row).toEqual({
      subject: 'Order 578230114599810004',
      href: 'https://seller-uk.tiktok.com/order/detail?order_no=578230114599810004&shop_region=GB',
      change: 'new',
      timing: 'silent for 4 days 4 hours',
      what: 'TikTok shows no new scan.',
      worth: '£107.07 at risk',
      details: [
        { label: 'Carrier', value: 'Yanwen 燕文 UJ512345678YP (Parcel 1153131168834490070)' },
        { label: 'Last scan', value: 'Sun 11 Jan, 08:00 London time – “Departed from sorting centre, Shenzhen”' },
        {
          label: 'Deadline',
          value:
            "Wed 14 Jan, 08:00 London time – 1 day 4 hours ago – rule pack “article”, clause trace-silent; founding article on TikTok Shop fulfilment (figures of 2024 Q1); undated; not TikTok's word",
        },
        { label: 'Under way', value: 'tracking supplement request, written out for your operations address' },
      ],
    });
  });

  it('without deadline or scan says since when', () => {
    const [row] = view({ lines: [feedSilent] }).groups[0]?.rows ?? [];
    expect(row).toMatchObject({ subject: 'Harbour Lane UK', timing: '3 hours behind' });
    expect(row?.details).toEqual([{ label: 'Since', value: 'Thu 15 Jan, 11:00 London time' }]);
  });

  it.each([
    ['a key bears the name its people gave it', { name: 'ERP link', kind: 'api-key' }, 'ERP link'],
    [
      'the authorization is named in the reader’s language',
      { name: 'x', kind: 'authorization' },
      'TikTok Shop authorization',
    ],
    ['without facts its id stands', undefined, 'api-key:erp'],
  ])('%s', (_, facts, subject) => {
    const { facts: __, ...bare } = keyExpiring;
    const [row] = view({ lines: [facts ? { ...bare, facts } : bare] }).groups[0]?.rows ?? [];
    expect(row?.subject).toBe(subject);
  });

  it('of a check that no longer exists is still told', () => {
    const line = aNoticeLine({
      check: 'label-check',
      stage: 'label-odd',
      transition: 'resolved',
      resolvedBecause: 'check-retired',
    });
    expect(view({ lines: [line] }).solved).toMatchObject([
      { headline: 'label-check: label-odd', because: 'it is no longer watched' },
    ]);
  });

  it('that only its time has ended is not called mended', () => {
    const line = aNoticeLine({ check: 'number-edit', stage: 'number-edit-window', transition: 'resolved' });
    const because = (changes: Partial<NoticeLine>) => view({ lines: [{ ...line, ...changes }] }).solved[0]?.because;
    expect(because({ resolvedBecause: 'condition-cleared' })).toBe(
      'it was scanned, or the time to correct the number is over',
    );
    expect(because({})).toBe('it was scanned, or the time to correct the number is over');
    expect(because({ resolvedBecause: 'order-closed' })).toBe('the order is delivered, completed or cancelled');
    expect(because({ stage: 'confirm-overdue' })).toBe('the condition is over');
  });

  it('in a first look bears no mark of change, for all of it is new', () => {
    const [row] = noticeView(noticeNamed('first-look', 'en'), room).groups[0]?.rows ?? [];
    expect(row).not.toHaveProperty('change');
  });
});

describe('why it was sent, and what is not in it', () => {
  it('names every change since the last check, and the shop’s whole state', () => {
    expect(noticeView(noticeNamed('sweep', 'en'), room).why).toBe(
      'Since the last check: 5 new, 1 worse, 1 back again, 1 still open, 2 solved. Open in this shop in all: 5 critical, 9 breached, 14 due soon.',
    );
  });

  it('counts silent findings with their cause, unreadable orders and lines that did not fit', () => {
    const counts = { ...noCounts, opened: 1, critical: 1, inhibited: 214, quarantined: 2 };
    expect(view({ lines: [feedSilent], counts, more: 7 }).notes).toEqual([
      '214 findings stay silent while the cause is open: No fresh data for over two hours.',
      '2 orders could not be read and keep their last known findings.',
      '7 more findings did not fit into this message; see Seller Center.',
    ]);
  });
});
