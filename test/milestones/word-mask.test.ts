import { expect, it } from 'vitest';
import { foldText } from '../../shared/milestones/fold-text.ts';
import { WordMask } from '../../shared/milestones/word-mask.ts';

const mask = new WordMask(
  [
    { word: 'arrived', begins: false },
    { word: 'deliver', begins: true },
  ],
  [{ word: '已到达', begins: false }],
);
const masked = (text: string) => mask.masked(foldText(text));

it.each([
  ['names of places become one', 'Arrived Leeds', 'Arrived Bristol'],
  ['so do names in Latin letters among others, however long', '已到达Leeds', '已到达Los Angeles'],
  ['and names in signs that no phrase has', '已到达厦門', '已到达鼓浪'],
])('%s', (_, text, other) =>
  expect(masked(text).unspaced || masked(text)).toEqual(masked(other).unspaced || masked(other)),
);

it.each([
  ['a whole word stays', 'Arrived Leeds', 'Leeds Leeds'],
  ['a word that begins as asked for stays', 'Deliveries Leeds', 'Leeds Leeds'],
  ['two names are not one', 'Arrived Los Angeles', 'Arrived Leeds'],
  ['the end of a sentence stays', 'Arrived. Leeds', 'Arrived Leeds'],
])('%s', (_, text, other) => expect(masked(text)).not.toEqual(masked(other)));
