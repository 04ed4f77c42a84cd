import type { FoldedText } from './fold-text.ts';
import type { Anchor } from './phrase-pattern.ts';

/** Stands for a word that no phrase asks for; no phrase begins with it. */
export const anyWord = 'q';
export const anyLetter = '○';

const latin = /[a-z\u00DF-\u024F]+/g;

/** Words that were looked up are remembered, up to so many: place names would fill the memory. */
const mostWords = 20_000;

/**
 * Replaces what no phrase asks for. Names of places and people become one and the same, so that a text of a known
 * pattern is known, whatever names stand in it; what a text states cannot change, for only gaps can take such words.
 */
export class WordMask {
  private readonly whole = new Set<string>();
  private readonly beginnings = new Set<string>();
  private readonly lengths: readonly number[];
  private readonly looked = new Map<string, string>();
  private readonly latinPieces: ReadonlySet<string>;
  private readonly strangeLetters: RegExp;

  constructor(spacedWords: readonly Anchor[], unspacedWords: readonly Anchor[]) {
    for (const { word, begins } of spacedWords) (begins ? this.beginnings : this.whole).add(word);
    this.lengths = [...new Set(Array.from(this.beginnings, (word) => word.length))].toSorted(
      (one, other) => one - other,
    );
    const letters = new Set(unspacedWords.flatMap(({ word }) => Array.from(word)));
    this.latinPieces = new Set(unspacedWords.flatMap(({ word }) => word.match(latin) ?? []));
    // Kana stay: they tell Japanese from Chinese.
    this.strangeLetters = new RegExp(`[^.\\u3041-\\u30FA${[...letters].join('')}]`, 'gu');
  }

  masked({ spaced, unspaced }: FoldedText): FoldedText {
    return { spaced: this.maskedWords(spaced), unspaced: unspaced === '' ? '' : this.maskedLetters(unspaced) };
  }

  private maskedWords(spaced: string): string {
    let masked = '';
    for (let from = 1; from < spaced.length;) {
      const to = spaced.indexOf(' ', from);
      const word = spaced.slice(from, to);
      masked += ` ${this.looked.get(word) ?? this.look(word)}`;
      from = to + 1;
    }
    return masked === '' ? '' : `${masked} `;
  }

  /** A Latin name counts for one letter, however long. */
  private maskedLetters(unspaced: string): string {
    return unspaced
      .replace(latin, (name) => (this.latinPieces.has(name) ? name : anyLetter))
      .replace(this.strangeLetters, anyLetter);
  }

  private look(word: string): string {
    const answer = word === '.' || this.knows(word) ? word : anyWord;
    if (this.looked.size >= mostWords) this.looked.clear();
    this.looked.set(word, answer);
    return answer;
  }

  private knows(word: string): boolean {
    if (this.whole.has(word)) return true;
    return this.lengths.some((length) => length <= word.length && this.beginnings.has(word.slice(0, length)));
  }
}
