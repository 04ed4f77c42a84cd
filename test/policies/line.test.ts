import { describe, expect, it } from 'vitest';
import { hours } from '../../shared/domain/time.ts';
import { explainedLine, lineOf } from '../../shared/policies/line.ts';
import type { DeadlineForm } from '../../shared/policies/policy.ts';
import { at } from '../support/moments.ts';

type Row = readonly [says: string, form: DeadlineForm, start: string, market: string, line: string];

/** Asked twice, because the second answer is remembered, and explained, which walks the days again. */
function expectLine([, form, start, market, line]: Row): void {
  const lines = [lineOf(form, at(start), market), lineOf(form, at(start), market)];
  expect([...lines, explainedLine(form, at(start), market).line]).toEqual([at(line), at(line), at(line)]);
}

function calendarDays(days: number): DeadlineForm {
  return { form: 'calendar-days', days };
}

function businessDays(
  days: number,
  changes: Partial<Extract<DeadlineForm, { form: 'business-days' }>> = {},
): Extract<DeadlineForm, { form: 'business-days' }> {
  return { form: 'business-days', days, ...changes };
}

describe('hours', () => {
  const day: DeadlineForm = { form: 'hours', length: hours(24) };
  it.each<Row>([
    ['are hours on every clock, whatever the wall says', day, '2026-03-28T12:00:00Z', 'GB', '2026-03-29T12:00:00Z'],
    ['keep their milliseconds', day, '2026-01-05T10:00:00.123Z', 'TH', '2026-01-06T10:00:00.123Z'],
    ['run on at weekends and holidays', day, '2026-12-25T00:00:00Z', 'GB', '2026-12-26T00:00:00Z'],
  ])('%s', (...row) => expectLine(row));
});

describe('calendar days end at 23:59:59 on the clock of the market', () => {
  it.each<Row>([
    ['the same day', calendarDays(0), '2026-01-05T10:00:00Z', 'GB', '2026-01-05T23:59:59Z'],
    [
      'its last second still belongs to a day',
      calendarDays(1),
      '2026-01-05T23:59:59.999Z',
      'GB',
      '2026-01-06T23:59:59Z',
    ],
    ['a zone ahead: already tomorrow there', calendarDays(3), '2026-01-05T17:30:00Z', 'TH', '2026-01-09T16:59:59Z'],
    ['a zone behind: still yesterday there', calendarDays(7), '2026-01-05T07:59:59Z', 'US', '2026-01-12T07:59:59Z'],
    ['across the start of summer time', calendarDays(5), '2026-03-26T10:00:00Z', 'GB', '2026-03-31T22:59:59Z'],
    [
      'on the day summer time starts, before it does',
      calendarDays(0),
      '2026-03-29T00:30:00Z',
      'GB',
      '2026-03-29T22:59:59Z',
    ],
    ['and after it has', calendarDays(0), '2026-03-29T01:30:00Z', 'GB', '2026-03-29T22:59:59Z'],
    ['late that day it is already tomorrow', calendarDays(0), '2026-03-29T23:30:00Z', 'GB', '2026-03-30T22:59:59Z'],
    ['across its end', calendarDays(5), '2026-10-22T10:00:00Z', 'GB', '2026-10-27T23:59:59Z'],
    ['on the day it ends', calendarDays(0), '2026-10-25T00:30:00Z', 'GB', '2026-10-25T23:59:59Z'],
    [
      'in summer half past midnight local is the next day',
      calendarDays(1),
      '2026-07-01T23:30:00Z',
      'GB',
      '2026-07-03T22:59:59Z',
    ],
    ['across a leap day', calendarDays(3), '2028-02-27T12:00:00Z', 'GB', '2028-03-01T23:59:59Z'],
    ['across the year', calendarDays(5), '2025-12-29T12:00:00Z', 'GB', '2026-01-03T23:59:59Z'],
    ['a market of no known clock counts in UTC', calendarDays(1), '2026-01-05T23:00:00Z', 'ZZ', '2026-01-06T23:59:59Z'],
  ])('%s', (...row) => expectLine(row));
});

describe('business days', () => {
  it.each<Row>([
    ['count from the day after the start', businessDays(2), '2026-01-12T18:00:00Z', 'US', '2026-01-15T07:59:59Z'],
    ['skip Saturday and Sunday', businessDays(2), '2026-01-09T20:00:00Z', 'US', '2026-01-14T07:59:59Z'],
    ['a start on Saturday: Monday is the first', businessDays(2), '2026-01-10T20:00:00Z', 'US', '2026-01-14T07:59:59Z'],
    ['skip a holiday', businessDays(4), '2026-01-16T20:00:00Z', 'US', '2026-01-24T07:59:59Z'],
    [
      'skip Christmas, Boxing Day and its substitute',
      businessDays(2),
      '2026-12-23T12:00:00Z',
      'GB',
      '2026-12-29T23:59:59Z',
    ],
    ['skip Easter, Friday and Monday', businessDays(1), '2026-04-02T12:00:00Z', 'GB', '2026-04-07T22:59:59Z'],
    ['skip the Thai substitute of a Sunday', businessDays(1), '2026-05-29T12:00:00Z', 'TH', '2026-06-02T16:59:59Z'],
    ['across the end of summer time', businessDays(2), '2026-10-30T18:00:00Z', 'US', '2026-11-04T07:59:59Z'],
    [
      'Veterans Day on a Saturday is kept on Friday',
      businessDays(1),
      '2028-11-09T20:00:00Z',
      'US',
      '2028-11-14T07:59:59Z',
    ],
    ['across the year', businessDays(1), '2027-12-30T20:00:00Z', 'US', '2028-01-04T07:59:59Z'],
    [
      'none: the end of the same day, even of a Sunday',
      businessDays(0),
      '2026-01-11T12:00:00Z',
      'GB',
      '2026-01-11T23:59:59Z',
    ],
    ['where Saturday is one', businessDays(2, { weekend: [7] }), '2026-07-03T03:00:00Z', 'TH', '2026-07-06T16:59:59Z'],
    [
      'by the holidays of another country',
      businessDays(1, { holidays: 'CN' }),
      '2026-09-30T03:00:00Z',
      'TH',
      '2026-10-05T16:59:59Z',
    ],
    [
      'in a market without a table only weekends are skipped',
      businessDays(1),
      '2026-12-24T12:00:00Z',
      'ZZ',
      '2026-12-25T23:59:59Z',
    ],
    ['beyond the years of the table too', businessDays(1), '2031-12-24T12:00:00Z', 'GB', '2031-12-25T23:59:59Z'],
  ])('%s', (...row) => expectLine(row));
});

describe('a cut-off', () => {
  const noon = businessDays(0, { cutOff: '12:00', weekend: [7] });
  const two = businessDays(0, { cutOff: '14:00' });
  it.each<Row>([
    ['before it the start counts on its own day', noon, '2026-07-06T04:59:59.999Z', 'TH', '2026-07-06T16:59:59Z'],
    ['at it on the next', noon, '2026-07-06T05:00:00Z', 'TH', '2026-07-07T16:59:59Z'],
    ['on Saturday afternoon on Monday', noon, '2026-07-04T06:00:00Z', 'TH', '2026-07-06T16:59:59Z'],
    ['early on a Sunday on Monday', noon, '2026-07-05T01:00:00Z', 'TH', '2026-07-06T16:59:59Z'],
    ['early on a holiday on the next business day', two, '2026-09-02T02:00:00Z', 'VN', '2026-09-03T16:59:59Z'],
    ['before a holiday, too late', two, '2026-04-29T08:00:00Z', 'VN', '2026-05-04T16:59:59Z'],
    [
      'days count from the day that took it in',
      businessDays(1, { cutOff: '14:00' }),
      '2026-07-10T08:00:00Z',
      'VN',
      '2026-07-14T16:59:59Z',
    ],
  ])('%s', (...row) => expectLine(row));
});

describe('dated relief', () => {
  const twoMore: DeadlineForm = {
    form: 'extended',
    base: { form: 'calendar-days', days: 2 },
    by: { form: 'calendar-days', days: 2 },
  };
  const oneMore: DeadlineForm = { form: 'extended', base: businessDays(3), by: businessDays(1) };
  const late: DeadlineForm = {
    form: 'extended',
    base: businessDays(0, { cutOff: '14:00' }),
    by: { form: 'calendar-days', days: 1 },
  };
  it.each<Row>([
    ['two calendar days more', twoMore, '2023-11-20T12:00:00Z', 'GB', '2023-11-24T23:59:59Z'],
    ['one business day more, across Thanksgiving', oneMore, '2023-11-20T20:00:00Z', 'US', '2023-11-28T07:59:59Z'],
    ['on top of a cut-off, before it', late, '2026-07-06T06:59:59Z', 'VN', '2026-07-07T16:59:59Z'],
    ['and after it', late, '2026-07-06T07:00:00Z', 'VN', '2026-07-08T16:59:59Z'],
    ['one day for all', { form: 'date', on: '2023-05-06' }, '2023-04-29T12:00:00Z', 'GB', '2023-05-06T22:59:59Z'],
    [
      'the same for who came last',
      { form: 'date', on: '2023-05-06' },
      '2023-05-03T12:00:00Z',
      'TH',
      '2023-05-06T16:59:59Z',
    ],
  ])('%s', (...row) => expectLine(row));

  it('of a length nobody published: there is no line', () => {
    expect(lineOf({ form: 'unpublished' }, at('2025-01-28T00:00:00Z'), 'GB')).toBeUndefined();
    const { line, steps } = explainedLine({ form: 'unpublished' }, at('2025-01-28T00:00:00Z'), 'GB');
    expect([line, steps]).toEqual([undefined, [{ kind: 'unpublished' }]]);
  });
});

describe('how a line is reckoned', () => {
  function kinds(form: DeadlineForm, start: string, market: string): readonly string[] {
    return explainedLine(form, at(start), market).steps.map((step) => step.kind);
  }
  const rows: [string, DeadlineForm, string, string, readonly string[]][] = [
    ['hours in one step', { form: 'hours', length: hours(24) }, '2026-01-05T10:00:00Z', 'GB', ['hours']],
    ['calendar days in one step', calendarDays(3), '2026-01-05T10:00:00Z', 'GB', ['calendar-days']],
    [
      'every day that is skipped, and every day that counts',
      businessDays(1),
      '2026-01-16T20:00:00Z',
      'US',
      ['weekend', 'weekend', 'holiday', 'counted'],
    ],
    [
      'a cut-off that was missed',
      businessDays(0, { cutOff: '12:00' }),
      '2026-07-06T05:00:00Z',
      'TH',
      ['after-cut-off', 'counts-from'],
    ],
    [
      'a day that takes nothing in',
      businessDays(0, { cutOff: '12:00' }),
      '2026-07-05T01:00:00Z',
      'TH',
      ['weekend', 'counts-from'],
    ],
    ['nothing to say about the same day', businessDays(0, { cutOff: '12:00' }), '2026-07-06T01:00:00Z', 'TH', []],
    ['the first year of the table', businessDays(1), '2023-01-03T12:00:00Z', 'GB', ['counted']],
    ['the last year of the table', businessDays(1), '2030-12-17T12:00:00Z', 'GB', ['counted']],
    ['a year before it', businessDays(1), '2022-12-28T12:00:00Z', 'GB', ['unknown-holidays', 'counted']],
    [
      'a day of which nobody knows whether it is a holiday',
      businessDays(1),
      '2031-12-24T12:00:00Z',
      'GB',
      ['unknown-holidays', 'counted'],
    ],
    ['one day for all', { form: 'date', on: '2023-05-06' }, '2023-04-29T12:00:00Z', 'GB', ['date']],
    [
      'first the usual time, then what comes on top',
      { form: 'extended', base: { form: 'calendar-days', days: 2 }, by: businessDays(1) },
      '2026-01-07T12:00:00Z',
      'GB',
      ['calendar-days', 'extended', 'weekend', 'weekend', 'counted'],
    ],
  ];
  it.each(rows)('%s', (_, form, start, market, steps) => expect(kinds(form, start, market)).toEqual(steps));
});
