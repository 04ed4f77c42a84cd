import type { Milestone, TerminalMilestone } from '../domain/milestone.ts';

/** The languages that texts are read in, by their tags. */
export type TraceLanguage =
  | 'en'
  | 'zh-CN'
  | 'zh-TW'
  | 'th'
  | 'id'
  | 'vi'
  | 'ms'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'pt'
  | 'ja';

/**
 * A milestone and phrases that state it; `unrecognised` takes the text away from what stands below.
 * Phrases are written as `phrase-pattern.ts` says.
 */
export type Saying = readonly [states: Milestone | 'unrecognised', ...phrases: readonly string[]];

/** What carriers write in one language. */
export interface Phrasebook {
  readonly language: TraceLanguage;
  /** How words are told apart: by blanks, or not at all. */
  readonly words: 'spaced' | 'unspaced';
  /** Letters that no text of this language has: kana make a text Japanese, whatever Chinese signs it is written with. */
  readonly foreign?: RegExp;
  /** Lists of words that phrases name as `<parcel>`. */
  readonly lists: Readonly<Record<string, string>>;
  /** An earlier saying wins: the specific stands before the general. */
  readonly sayings: readonly Saying[];
  /** Asked only when no saying of any language fits: single words that mean little beside others. */
  readonly hints: readonly Saying[];
  /** A terminal milestone is not believed where one of these stands too: negations, announcements, conditions. */
  readonly doubts: Readonly<Record<TerminalMilestone, readonly string[]>>;
}
