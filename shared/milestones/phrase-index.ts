import type { Anchor } from './phrase-pattern.ts';
import type { NumberSet } from './number-set.ts';

/** Words that were looked up are remembered, up to so many: place names would fill the memory. */
const mostWords = 20_000;

/** Which phrases a text of words can fit at all, by the words in it. */
export class WordIndex {
  private readonly whole = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number[]>();
  private readonly known = new Map<string, readonly number[]>();

  add({ word, begins }: Anchor, phrase: number): void {
    const map = begins ? this.beginnings : this.whole;
    const phrases = map.get(word);
    if (phrases) phrases.push(phrase);
    else map.set(word, [phrase]);
  }

  /** `spaced`: as `foldText` gives it. */
  collect(spaced: string, into: NumberSet): void {
    for (let from = 1; from < spaced.length;) {
      const to = spaced.indexOf(' ', from);
      for (const phrase of this.ofWord(spaced.slice(from, to))) into.add(phrase);
      from = to + 1;
    }
  }

  private ofWord(word: string): readonly number[] {
    const known = this.known.get(word);
    if (known) return known;
    const found = [...(this.whole.get(word) ?? [])];
    for (let length = 1; length <= word.length; length += 1) {
      found.push(...(this.beginnings.get(word.slice(0, length)) ?? []));
    }
    if (this.known.size >= mostWords) this.known.clear();
    this.known.set(word, found);
    return found;
  }
}

/** The same for scripts without blanks: by the first two letters of what must be there. */
export class LetterIndex {
  private readonly pairs = new Map<string, number[]>();

  add({ word }: Anchor, phrase: number): void {
    const pair = word.slice(0, 2);
    const phrases = this.pairs.get(pair);
    if (phrases) phrases.push(phrase);
    else this.pairs.set(pair, [phrase]);
  }

  /** `unspaced`: as `foldText` gives it. */
  collect(unspaced: string, into: NumberSet): void {
    for (let at = 0; at < unspaced.length; at += 1) {
      const one = this.pairs.get(unspaced.charAt(at));
      if (one) for (const phrase of one) into.add(phrase);
      const two = this.pairs.get(unspaced.slice(at, at + 2));
      if (two && at + 1 < unspaced.length) for (const phrase of two) into.add(phrase);
    }
  }
}
