import { expect, it } from 'vitest';
import { measureSecondOpinions, type SecondFigures } from './measure-second-opinions.ts';
import { missedBySecond } from './second-report.ts';

const atTheLine: SecondFigures = {
  orders: 100_000,
  silent: 4_000,
  fewest: 100,
  announcing: 105,
  asking: 105,
  heldMb: 8,
  seconds: 1,
};

it('the goals are met at their lines exactly', () => expect(missedBySecond(atTheLine)).toEqual([]));

it.each<[string, Partial<SecondFigures>, string]>([
  ['a call too many to announce', { announcing: 106 }, '106 calls to announce'],
  ['a call too many to ask', { asking: 106 }, '106 calls to ask'],
  ['no call at all', { asking: 0 }, 'nobody was asked'],
  ['a book that is held', { heldMb: 8.1 }, '8.1 MB'],
])('%s misses them', (_, changes, line) => {
  expect(missedBySecond({ ...atTheLine, ...changes })).toEqual([expect.stringContaining(line)]);
});

it('a shop of two thousand parcels needs two calls for each purpose', async () => {
  const figures = await measureSecondOpinions(2_000);
  expect(figures).toMatchObject({ silent: 80, fewest: 2, announcing: 2, asking: 2 });
});
