import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import { packs } from '../../shared/policies/registry.ts';
import { aClause } from '../support/a-clause.ts';

/** What a pack would be if nobody had type-checked it. */
function complaint(changes: object, clause: object = {}): string {
  const pack = { id: 'p', clauses: [aClause({ id: 'first' }), { ...aClause(), ...clause }], ...changes };
  try {
    createPolicy([pack]);
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a malformed pack fails at start, with the path of the bad field', () => {
  it('and a good one does not', () => expect(complaint({})).toBe('nothing'));

  const clauses: [string, object, string][] = [
    ['days that are no number', { deadline: { form: 'calendar-days', days: '3' } }, 'clauses[1].deadline.days'],
    ['half a day', { deadline: { form: 'business-days', days: 1.5 } }, 'clauses[1].deadline.days: is no whole number'],
    ['days before the start', { deadline: { form: 'calendar-days', days: -1 } }, 'clauses[1].deadline.days'],
    ['no time at all', { deadline: { form: 'hours', length: 0 } }, 'clauses[1].deadline.length'],
    ['a form nobody knows', { deadline: { form: 'moons', days: 1 } }, 'clauses[1].deadline'],
    [
      'a cut-off at 25:00',
      { deadline: { form: 'business-days', days: 0, cutOff: '25:00' } },
      'clauses[1].deadline.cutOff: is no quarter of an hour like 14:00',
    ],
    [
      'a week without any business',
      { deadline: { form: 'business-days', days: 1, weekend: [1, 2, 3, 4, 5, 6, 7] } },
      'clauses[1].deadline.weekend',
    ],
    [
      'an eighth day of the week',
      { deadline: { form: 'business-days', days: 1, weekend: [8] } },
      'clauses[1].deadline.weekend[0]',
    ],
    [
      'a country without a holiday table',
      { deadline: { form: 'business-days', days: 1, holidays: 'ZZ' } },
      'clauses[1].deadline.holidays',
    ],
    [
      'relief on top of hours',
      { deadline: { form: 'extended', base: { form: 'hours', length: 1 }, by: { form: 'calendar-days', days: 1 } } },
      'clauses[1].deadline.base',
    ],
    [
      'a day that is not in the calendar',
      { deadline: { form: 'date', on: '2026-02-30' } },
      'clauses[1].deadline.on: is no date',
    ],
    ['a misspelt field', { dedline: 1 }, 'clauses[1]: Unrecognized key: "dedline"'],
    ['a clock nobody reads', { clock: 'pick-up' }, 'clauses[1].clock'],
    ['a start nobody knows', { starts: 'sunrise' }, 'clauses[1].starts'],
    ['a market nobody knows', { markets: ['UK'] }, 'clauses[1].markets[0]'],
    ['an empty list of markets', { markets: [] }, 'clauses[1].markets'],
    ['a seller of another kind', { sellerTypes: ['BIG'] }, 'clauses[1].sellerTypes[0]'],
    ['a date that is none', { from: '18 June 2026' }, 'clauses[1].from: is no date like 2026-06-18'],
    ['a date beyond its month', { from: '2026-06-31' }, 'clauses[1].from: is not in the calendar'],
    ['an end before the beginning', { from: '2026-06-18', to: '2026-06-18' }, 'clauses[1].to: does not lie after'],
    [
      'a window that ends before it begins',
      { transitions: [{ from: '2026-07-20', to: '2026-06-22', says: 's' }] },
      'clauses[1].transitions[0].to',
    ],
    [
      'a pass mark above all',
      { transitions: [{ from: '2026-06-22', to: '2026-07-20', says: 's', passMark: 60 }] },
      'clauses[1].transitions[0].passMark',
    ],
    ['no source', { source: '' }, 'clauses[1].source'],
    ['no confidence', { confidence: undefined }, 'clauses[1].confidence'],
    [
      'a fine without a currency',
      { penalty: { says: 's', fine: { amount: '50' } } },
      'clauses[1].penalty.fine.currency',
    ],
    ['more than all of the value', { penalty: { says: 's', ofValue: 83 } }, 'clauses[1].penalty.ofValue'],
    [
      'a stage that begins at no length of time',
      { stages: { 'trace-gap-48': '-24h' } },
      'clauses[1].stages.trace-gap-48',
    ],
    ['an id used twice', { id: 'first' }, 'clauses[1].id: names a second rule first'],
    ['an id that is no word', { id: 'Pick up' }, 'clauses[1].id: is no id in kebab-case'],
  ];
  it.each(clauses)('%s', (_, clause, path) => expect(complaint({}, clause)).toContain(`\n  ${path}`));

  const limit = { id: 'l', metric: 'm', must: 'at most', value: 0.04, rule: 'r', source: 's', confidence: 'press' };
  const mark = { id: 'q', mark: 'qr-label', rule: 'r', source: 's', confidence: 'press' };
  const whole: [string, object, string][] = [
    ['a pack without clauses', { clauses: undefined }, 'clauses'],
    ['a limit of no value', { limits: [{ ...limit, value: '4 %' }] }, 'limits[0].value'],
    ['a limit on neither side', { limits: [{ ...limit, must: 'about' }] }, 'limits[0].must'],
    ['a limit named like a clause', { limits: [{ ...limit, id: 'first' }] }, 'limits[0].id: names a second rule first'],
    ['a mark of no kind', { marks: [{ ...mark, mark: 'stamp' }] }, 'marks[0].mark'],
    [
      'a mark that ends before it begins',
      { marks: [{ ...mark, from: '2026-02-01', to: '2026-01-01' }] },
      'marks[0].to',
    ],
    ['a mark named like a clause', { marks: [{ ...mark, id: 'first' }] }, 'marks[0].id: names a second rule first'],
    [
      'a clause about a market the pack is not about',
      { markets: ['US'], clauses: [aClause({ markets: ['GB'] })] },
      'clauses[0].markets: names GB',
    ],
  ];
  it.each(whole)('%s', (_, changes, path) => expect(complaint(changes)).toContain(`\n  ${path}`));

  it('every problem at once, and whose it is', () => {
    const message = complaint({}, { clock: 'x', source: '' });
    expect(message).toMatch(/^policy pack p cannot be used:\n {2}clauses\[1\]\.source: .*\n {2}clauses\[1\]\.clock: /);
  });
});

it('the packs there are pass', () => expect(() => createPolicy(packs)).not.toThrow());
