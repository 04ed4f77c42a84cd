import { describe, expect, it } from 'vitest';
import { atRisk, type Worth } from '../../shared/policies/at-risk.ts';
import { packs, ruleNamed } from '../../shared/policies/registry.ts';
import type { Penalty } from '../../shared/policies/policy.ts';

const worth: Worth = { amount: '129.00', currency: 'GBP' };
const fine = { amount: '50.00', currency: 'USD' };
const says = 'It costs.';

describe('the money that a penalty puts at stake', () => {
  const rows: [string, Penalty | undefined, Worth, unknown][] = [
    ['nothing without a penalty', undefined, worth, undefined],
    ['nothing by a penalty that names no money', { says }, worth, undefined],
    [
      'a share of the order',
      { says, ofValue: 0.83 },
      worth,
      { amount: '107.07', currency: 'GBP', assumption: { kind: 'share', share: 0.83 } },
    ],
    [
      'the whole order',
      { says, ofValue: 1 },
      { amount: '250000', currency: 'VND' },
      { amount: '250000.00', currency: 'VND', assumption: { kind: 'share', share: 1 } },
    ],
    ['nothing of an order without a value', { says, ofValue: 1 }, { currency: 'GBP' }, undefined],
    ['nothing of a value in no currency', { says, ofValue: 1 }, { amount: '9.00' }, undefined],
    ['nothing of an order that costs nothing', { says, ofValue: 1 }, { amount: '0.00', currency: 'GBP' }, undefined],
    ['nothing of what is no number', { says, ofValue: 1 }, { amount: 'nine', currency: 'GBP' }, undefined],
    ['a fine, whatever the order is worth', { says, fine }, {}, { ...fine, assumption: { kind: 'fine' } }],
    ['a fine before a share', { says, fine, ofValue: 1 }, worth, { ...fine, assumption: { kind: 'fine' } }],
  ];
  it.each(rows)('%s', (_, penalty, of, risk) => expect(atRisk(penalty, of)).toEqual(risk));
});

describe('a rule by its name', () => {
  it('is a clause or a limit of its pack', () => {
    expect(ruleNamed('article', 'trace-silent')).toMatchObject({ clock: 'trace-silent' });
    expect(ruleNamed('article', 'confirm-late-rate')).toMatchObject({ metric: 'confirm-late-rate' });
    expect(ruleNamed('article', 'gone')).toBeUndefined();
    expect(ruleNamed('gone', 'trace-silent')).toBeUndefined();
  });

  it('is told from every other of its pack', () => {
    const names = packs.flatMap(({ id, clauses, limits }) =>
      [...clauses.map((clause) => clause.id), ...(limits ?? []).map((limit) => limit.id)].map(
        (name) => `${id}/${name}`,
      ),
    );
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
  });
});
