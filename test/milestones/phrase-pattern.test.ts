import { describe, expect, it } from 'vitest';
import { foldText } from '../../shared/milestones/fold-text.ts';
import { phrasePattern } from '../../shared/milestones/phrase-pattern.ts';

const latin = { words: 'spaced', lists: { parcel: 'parcel|item', door: 'front door' } } as const;
const han = { words: 'unspaced', lists: {} } as const;

function fits(phrase: string, text: string, book: typeof latin | typeof han = latin): boolean {
  const { all, none } = phrasePattern(phrase, book);
  const folded = foldText(text)[book.words];
  return all.every((each) => each.test(folded)) && !none.some((each) => each.test(folded));
}

describe('a phrase', () => {
  it.each<[why: string, phrase: string, text: string, fits: boolean]>([
    ['finds its words one after another', 'out for delivery', 'Out for Delivery', true],
    ['finds whole words only', 'out for', 'about forever', false],
    ['finds beginnings of words', 'deliver*', 'undelivered', false],
    ['finds beginnings of words', 'deliver*', 'deliveries', true],
    ['finds one of several', '(left|departed from) hub', 'departed from hub', true],
    ['finds no half of one of several', '(left|departed from) hub', 'departed hub', false],
    ['finds it without what may be missing', 'in (the)? depot', 'in depot', true],
    ['finds it with what may be missing', 'in the? depot', 'in the depot', true],
    ['lets five words stand between', 'arrived .. depot', 'arrived at the large new southern depot', true],
    ['lets no six words stand between', 'arrived .. depot', 'arrived at the very large new southern depot', false],
    ['stays within a sentence', 'not .. delivered', 'Not here. Delivered', false],
    ['takes an abbreviation for no end of a sentence', 'by us postal', 'by U.S. Postal Service', true],
    ['knows its lists', '<parcel> at <door>', 'item at front door', true],
    ['finds both, wherever they stand', 'customs & held', 'held by customs', true],
    ['needs both', 'customs & held', 'held', false],
    ['is refused by a word', 'customs & !released', 'released by customs', false],
    ['does not mind accents', 'livré', 'LIVRE', true],
    ['does not mind how umlauts are typed', 'zurück*', 'zurueckgesandt', true],
    ['reads none of the numbers', 'arrived at hub', 'arrived 12:30 at AB12 hub', true],
  ])('%s: %s, %s', (_, phrase, text, expected) => expect(fits(phrase, text)).toBe(expected));

  it.each<[why: string, phrase: string, text: string, fits: boolean]>([
    ['finds pieces of text', '(已|成功) 签收', '您的包裹已签收', true],
    ['lets letters stand between', '到达 .. 中心', '到达【广州 白云】中心', true],
    ['stays within a sentence', '未 .. 签收', '未到。已签收', false],
  ])('of a script without blanks %s: %s, %s', (_, phrase, text, expected) =>
    expect(fits(phrase, text, han)).toBe(expected),
  );

  it.each([
    ['(left', 'leaves a bracket open'],
    ['left)', 'closes a bracket that it does not open'],
    ['left? ..', 'no word that must be there'],
    ['<nobody> left', 'names a list that there is not: nobody'],
    ['left [the] hub', 'something unreadable'],
  ])('%s cannot be read', (phrase, why) => expect(() => phrasePattern(phrase, latin)).toThrow(why));

  it('is asked for only where its rarest word stands', () =>
    expect(phrasePattern('(arrived|reached) at customs', latin).anchors).toEqual([{ word: 'customs', begins: false }]));
});
