import { expect, it } from 'vitest';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import { parseShop } from '../../shared/adapters/shop-file.ts';
import { aShop } from '../support/a-shop.ts';

const known = {
  checks: ['trace-silent', 'confirm-by'],
  remedies: ['chase-carrier'],
  packs: ['article'],
  countries: ['CN', 'GB'],
  channels: {},
};

const rows: [string, object, string][] = [
  [
    'an article that is neither there nor not',
    { article: 'only' },
    'article: "only" can be left out or be "also"; for example "also"',
  ],
  [
    'a cut-off at 25:00',
    { house: { cutOff: '25:00' } },
    'house.cutOff: "25:00" is not a time of day; for example "14:00"',
  ],
  ['an eighth day off', { house: { daysOff: [8] } }, 'house.daysOff[0]: 8 is not a day of the week'],
  ['a week of days off', { house: { daysOff: [1, 2, 3, 4, 5, 6, 7] } }, 'house.daysOff: leaves no working day'],
  [
    'holidays nobody knows',
    { house: { holidays: 'ZZ' } },
    'house.holidays: "ZZ" is not a country with known holidays (CN, GB)',
  ],
  [
    'a closure on no date',
    { house: { closures: [{ from: 'May', to: 'June' }] } },
    'house.closures[0].from: "May" is not a date',
  ],
  [
    'a closure that ends before it begins',
    { house: { closures: [{ from: '2026-02-24', to: '2026-02-10' }] } },
    'house.closures[0].to: lies before `from`; for example "2026-02-24"',
  ],
  ['a field that is misspelt', { house: { cutoff: '14:00' } }, 'house: has no field cutoff; is it misspelt?'],
];
it.each(rows)('a shop with %s says where, what and how instead', (_, changes, said) => {
  const text = JSON.stringify({ ...entryOf(aShop()), ...changes });
  expect(() => parseShop(text, known)).toThrow(said);
});
