import { describe, expect, it } from 'vitest';
import type { House } from '../../shared/domain/shop.ts';
import { lastCall } from '../../shared/policies/last-call.ts';
import { at } from '../support/moments.ts';

const zone = 'Asia/Shanghai';

describe('the last moment at which the house can act before a line', () => {
  const rows: [string, House, string, string | undefined][] = [
    ['its cut-off on the day of the line', { cutOff: '14:00' }, '2026-07-06T15:59:59Z', '2026-07-06T06:00:00Z'],
    [
      'the cut-off of the day before, where that of the day comes too late',
      { cutOff: '14:00' },
      '2026-07-06T03:00:00Z',
      '2026-07-05T06:00:00Z',
    ],
    ['the line itself, where the house knows no cut-off', {}, '2026-07-06T03:00:00Z', '2026-07-06T03:00:00Z'],
    ['the evening before a day off', { daysOff: [7] }, '2026-07-05T12:00:00Z', '2026-07-04T15:59:59Z'],
    [
      'the cut-off before a weekend',
      { cutOff: '18:00', daysOff: [6, 7] },
      '2026-07-05T12:00:00Z',
      '2026-07-03T10:00:00Z',
    ],
    [
      'the cut-off before the holidays it keeps',
      { cutOff: '18:00', holidays: 'CN' },
      '2026-10-02T12:00:00Z',
      '2026-09-30T10:00:00Z',
    ],
    [
      'the cut-off before it closes',
      { cutOff: '15:00', closures: [{ from: '2026-02-10', to: '2026-02-24' }] },
      '2026-02-18T12:00:00Z',
      '2026-02-09T07:00:00Z',
    ],
    [
      'on the first day after it closed',
      { cutOff: '15:00', closures: [{ from: '2026-02-10', to: '2026-02-24' }] },
      '2026-02-25T12:00:00Z',
      '2026-02-25T07:00:00Z',
    ],
    [
      'on the last day before it closes',
      { cutOff: '15:00', closures: [{ from: '2026-02-10', to: '2026-02-24' }] },
      '2026-02-09T12:00:00Z',
      '2026-02-09T07:00:00Z',
    ],
    ['a cut-off at the second of the line', { cutOff: '14:00' }, '2026-07-06T06:00:00Z', '2026-07-06T06:00:00Z'],
    [
      'before it closes, also on the last day of that',
      { cutOff: '15:00', closures: [{ from: '2026-02-10', to: '2026-02-24' }] },
      '2026-02-24T12:00:00Z',
      '2026-02-09T07:00:00Z',
    ],
    [
      'as far back as 59 days',
      { closures: [{ from: '2026-05-09', to: '2026-07-06' }] },
      '2026-07-06T03:00:00Z',
      '2026-05-08T15:59:59Z',
    ],
    [
      'no further back than that',
      { closures: [{ from: '2026-05-08', to: '2026-07-06' }] },
      '2026-07-06T03:00:00Z',
      undefined,
    ],
    [
      'none, where it has been closed for two months',
      { closures: [{ from: '2026-01-01', to: '2026-12-31' }] },
      '2026-07-06T03:00:00Z',
      undefined,
    ],
  ];
  it.each(rows)('%s', (_, house, line, call) => {
    const answers = [lastCall(at(line), house, zone), lastCall(at(line), house, zone)];
    expect(answers).toEqual(call === undefined ? [undefined, undefined] : [at(call), at(call)]);
  });
});
