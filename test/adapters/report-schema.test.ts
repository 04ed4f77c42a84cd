import { expect, it } from 'vitest';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import { parseShop } from '../../shared/adapters/shop-file.ts';
import { aShop } from '../support/a-shop.ts';

const known = { packs: ['article'], countries: ['CN'], channels: {}, checks: [], remedies: [] };

const rows: [string, object, string][] = [
  ['a digest at 25 hours', { digest: '25:00' }, 'digest: "25:00" is not a time of day in quarter hours'],
  [
    'a digest at a minute',
    { digest: '08:05' },
    'digest: "08:05" is not a time of day in quarter hours; for example "08:00"',
  ],
  ['a digest at an hour without minutes', { digest: 8 }, 'digest: 8 is not a time of day in quarter hours'],
  [
    'a receiver who wants some of them',
    { slack: { url: 'https://hooks.slack.com/services/x', hears: { reports: true } } },
    'slack.hears.reports: true can be left out or be false; for example false',
  ],
  ['a report on an eighth day', { weekly: { day: 8, at: '08:00' } }, 'weekly.day: 8 is not a day of the week'],
  ['a report without its hour', { weekly: { day: 1 } }, 'weekly.at: is missing; for example "08:00"'],
  [
    'a report that is only an hour',
    { weekly: '08:00' },
    'weekly: must be an object; for example {"day": 1, "at": "08:00"}',
  ],
];

it.each(rows)('%s is refused by name, with an example', (_, changes, complaint) => {
  expect(() => parseShop(JSON.stringify({ ...entryOf(aShop()), ...changes }), known)).toThrow(complaint);
});

it('a shop that wants a digest and a report is the same shop when it is read again', () => {
  const slack = { locale: 'en', hears: { reports: false } } as const;
  const shop = aShop({ digest: '23:45', weekly: { day: 7, at: '00:15' }, slack });
  expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
});

it('a shop that asks for neither gets neither', () => {
  expect(parseShop(JSON.stringify(entryOf(aShop())), known)).not.toHaveProperty('digest');
  expect(parseShop(JSON.stringify(entryOf(aShop())), known)).not.toHaveProperty('weekly');
});
