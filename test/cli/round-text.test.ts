import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { roundText } from '../../infra/cli/round-text.ts';
import type { FindingRow } from '../../infra/local/watching/finding-row.ts';
import type { Round, ShopRound } from '../../infra/local/watching/round.ts';
import { iso, type Instant } from '../../shared/domain/time.ts';
import { hoursAgo, hoursFromNow, minutesFromNow, now } from '../support/moments.ts';

const none = { sent: 0, received: 0, deadLettered: 0 };

function aRow(order: string, deadline: Instant | null, changes: Partial<FindingRow> = {}): FindingRow {
  return {
    shop: '1',
    check: 'confirm-by',
    stage: 'confirm-due-soon',
    severity: 'warning',
    state: 'open',
    subject: { kind: 'order', id: order },
    order,
    since: iso(hoursAgo(1)),
    deadline: deadline === null ? null : iso(deadline),
    deadlineSource: 'rts_sla_time',
    rule: null,
    risk: null,
    inhibitedBy: null,
    ...changes,
  };
}

function aShopRound(shop: string, notWatched: ShopRound['notWatched'] = []): ShopRound {
  return {
    shop,
    market: 'GB',
    orders: { pulled: 0, open: 0, closed: 0, quarantined: 0 },
    calls: { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 },
    judged: 0,
    transitions: { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 },
    notices: 0,
    remedies: 0,
    lagSeconds: null,
    durationMs: 0,
    notWatched,
  };
}

function shown(
  findings: readonly FindingRow[],
  shops: readonly ShopRound[] = [aShopRound('1')],
  { postponed = 0, aside = 0 } = {},
): readonly string[] {
  const round: Round = {
    now: iso(now),
    shops,
    findings,
    queues: { sweep: none, notify: { ...none, deadLettered: aside }, remediate: none },
    mails: 0,
  };
  const named = [
    { id: '1', name: 'Harbour Lane UK' },
    { id: '2', name: 'Harbour Lane US' },
  ];
  const text = roundText({ round, shops: named, failed: [], postponed }, 'Inbox: http://127.0.0.1:1/');
  return stripVTControlCharacters(text).split('\n');
}

describe('the table of findings', () => {
  it('is sorted by the hour of the line, then by money, and shows both', () => {
    const rows = [
      aRow('cheap', minutesFromNow(10), { risk: { amount: '9.00', currency: 'GBP' } }),
      aRow('dear', minutesFromNow(50), { risk: { amount: '310.00', currency: 'GBP' } }),
      aRow('later', hoursFromNow(3), { risk: { amount: '900.00', currency: 'GBP' } }),
      aRow('over', hoursAgo(2)),
    ];
    const lines = shown(rows).filter((line) => /over|cheap|dear|later/.test(line));
    expect(lines.map((line) => line.split('│').map((cell) => cell.trim()))).toEqual([
      ['', '2 hours over', '–', 'To be confirmed soon', 'Harbour Lane UK', 'over', 'rts_sla_time', ''],
      ['', 'in 50 minutes', '£310.00', 'To be confirmed soon', 'Harbour Lane UK', 'dear', 'rts_sla_time', ''],
      ['', 'in 10 minutes', '£9.00', 'To be confirmed soon', 'Harbour Lane UK', 'cheap', 'rts_sla_time', ''],
      ['', 'in 3 hours', '£900.00', 'To be confirmed soon', 'Harbour Lane UK', 'later', 'rts_sla_time', ''],
    ]);
  });

  it('is followed by every rule it names, once, with source and validity', () => {
    const rule = { pack: 'sea', clause: 'pickup-by', source: 'press', from: '2024-12-23', to: '2026-06-18' };
    const undated = { pack: 'article', clause: 'confirm-late-rate', source: 'article', from: null, to: null };
    const rows = [
      aRow('1', now, { rule, deadlineSource: 'sea/pickup-by' }),
      aRow('2', now, { rule, deadlineSource: 'sea/pickup-by' }),
      aRow('3', null, { rule: undated, deadlineSource: null }),
    ];
    const lines = shown(rows);
    expect(lines.filter((line) => line.startsWith('  '))).toEqual(
      expect.arrayContaining([
        '  article/confirm-late-rate: article; undated',
        '  sea/pickup-by: press; in force from 2024-12-23, before 2026-06-18',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('  sea/pickup-by'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('│ 3 '))).toContain('article/confirm-late-rate');
  });
});

describe('what is not watched', () => {
  it('is told by check and reason over all shops, then by what no shop has yet', () => {
    const shops = [
      aShopRound('1', [
        { check: 'deliver-by', because: 'no-deadline-known', count: 400 },
        { check: 'credential-expiry', because: 'issue-date-missing', count: 1 },
      ]),
      aShopRound('2', [{ check: 'deliver-by', because: 'no-deadline-known', count: 12 }]),
    ];
    const lines = shown([], shops);
    expect(lines.slice(lines.indexOf('Not watched:'), -1)).toEqual([
      'Not watched:',
      '  deliver-by – no deadline known (412 orders; in every shop)',
      '  credential-expiry – issue date missing (1 credential; Harbour Lane UK)',
      '  pickup-predicted-late, stale-predicted, delivery-predicted-late – need learned lanes',
    ]);
  });
});

it('says what did not reach its receiver, and nothing of it where all did', () => {
  expect(shown([], [], { postponed: 2, aside: 3 }).slice(-3, -1)).toEqual([
    '2 waiting for a receiver that takes nothing now: tried again for a day, while this runs.',
    '3 put aside: npm run redrive -- --dry-run says why.',
  ]);
  expect(shown([]).join()).not.toMatch(/waiting|put aside/);
});
