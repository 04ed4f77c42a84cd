import type { Anchor } from './phrase-pattern.ts';

/** The words of one phrasebook: how much of a text its language understands. */
export class KnownWords {
  private readonly whole = new Set<string>();
  private readonly beginnings = new Set<string>();

  constructor(words: readonly Anchor[]) {
    for (const { word, begins } of words) (begins ? this.beginnings : this.whole).add(word);
  }

  /** Letters of `spaced` (as `foldText` gives it) in words that are known. */
  lettersIn(spaced: string): number {
    let letters = 0;
    for (const word of spaced.split(' ')) if (this.knows(word)) letters += word.length;
    return letters;
  }

  /** The same where no blanks are set. */
  lettersWithin(unspaced: string): number {
    let letters = 0;
    for (const word of this.whole) if (unspaced.includes(word)) letters += word.length;
    return letters;
  }

  private knows(word: string): boolean {
    if (this.whole.has(word)) return true;
    for (let length = 2; length <= word.length; length += 1)
      if (this.beginnings.has(word.slice(0, length))) return true;
    return false;
  }
}
