import { isTerminal, type Milestone, type TerminalMilestone } from '../domain/milestone.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { KnownWords } from './known-words.ts';
import { NumberSet } from './number-set.ts';
import { LetterIndex, WordIndex } from './phrase-index.ts';
import { phrasePattern, type Anchor, type PhrasePattern } from './phrase-pattern.ts';
import type { Phrasebook, TraceLanguage } from './phrasebook.ts';
import { recentlyUsed } from './recently-used.ts';
import { anyLetter, anyWord, WordMask } from './word-mask.ts';

/** What a text was found to state, and by which of its words (folded: lower case, no accents, no numbers). */
export type Reading =
  | { readonly milestone: Milestone; readonly phrase: string; readonly language: TraceLanguage }
  | { readonly milestone: 'unrecognised'; readonly phrase: null };

export type Classify = (text: string) => Reading;

interface BookPhrase extends PhrasePattern {
  readonly book: Phrasebook;
}

interface Entry extends BookPhrase {
  readonly states: Milestone | 'unrecognised';
  readonly hint: boolean;
}

/** How a language doubts terminal milestones, and what it understands of a text. */
interface Reader {
  readonly book: Phrasebook;
  readonly doubts: Readonly<Record<TerminalMilestone, readonly BookPhrase[]>>;
  readonly known: KnownWords;
}

type Readers = ReadonlyMap<Phrasebook, Reader>;

/** Carriers write the same few texts again and again; about 10 MB when all are long. */
const mostRemembered = 10_000;
const longestRemembered = 200;

/** What the mask left of names. */
const names = new RegExp(`(?<![a-z])${anyWord}(?: ${anyWord})*(?![a-z])|${anyLetter}+`, 'g');

const unrecognised: Reading = { milestone: 'unrecognised', phrase: null };

/**
 * Reads texts by all phrasebooks at once, for a text may mix languages. Unsure is `unrecognised`, and so is a terminal
 * milestone beside a doubt when nothing else fits.
 */
export function createClassifier(books: readonly Phrasebook[]): Classify {
  // Phrases are numbered in the order in which they are believed: all sayings, book by book, then all hints.
  const entries = [
    ...books.flatMap((book) => entriesOf(book, false)),
    ...books.flatMap((book) => entriesOf(book, true)),
  ];
  const readers = new Map(books.map((book) => [book, readerOf(book, entries)]));
  const words = new WordIndex();
  const letters = new LetterIndex();
  for (const [number, { book, anchors }] of entries.entries()) {
    const index = book.words === 'spaced' ? words : letters;
    for (const anchor of anchors) index.add(anchor, number);
  }

  const mask = new WordMask(askedFor(entries, readers, 'spaced'), askedFor(entries, readers, 'unspaced'));
  const asked = new NumberSet(entries.length);
  const settled = recentlyUsed(mostRemembered, (pattern): Reading => {
    const [spaced = '', unspaced = ''] = pattern.split('|');
    const folded = { spaced, unspaced };
    asked.clear();
    if (folded.spaced !== '') words.collect(folded.spaced, asked);
    if (folded.unspaced !== '') letters.collect(folded.unspaced, asked);
    return settle(firstOfEachBook(folded, asked, entries, readers), folded, readers);
  });
  const read = (text: string): Reading => {
    const { spaced, unspaced } = mask.masked(foldText(text));
    return settled(`${spaced}|${unspaced}`);
  };
  const remembered = recentlyUsed(mostRemembered, read);
  // Numbers never matter, so texts that differ only in these are one; but `&#228;` is a letter.
  return (text) =>
    text.length > longestRemembered || text.includes('&#') ? read(text) : remembered(text.replace(/\d+/g, '0'));
}

/** The first phrase that fits, of each book; hints only where no saying fits. */
function firstOfEachBook(
  folded: FoldedText,
  asked: NumberSet,
  entries: readonly Entry[],
  readers: Readers,
): readonly Entry[] {
  const found: Entry[] = [];
  for (let number = asked.next(0); number >= 0; number = asked.next(number + 1)) {
    const entry = entries[number];
    if (entry === undefined || isOfOneOf(found, entry.book)) continue;
    if (entry.hint && found[0]?.hint === false) break;
    if (fits(entry, folded) && !isDoubted(entry, folded, readers)) found.push(entry);
  }
  return found;
}

/** Doubted by its own language, or by another one that understands as much of the text. */
function isDoubted({ states, book }: Entry, folded: FoldedText, readers: Readers): boolean {
  if (states === 'unrecognised' || !isTerminal(states)) return false;
  const understood = lettersUnderstood(book, folded, readers);
  for (const { book: other, doubts } of readers.values()) {
    if (!doubts[states].some((doubt) => fits(doubt, folded))) continue;
    if (other === book || lettersUnderstood(other, folded, readers) >= understood) return true;
  }
  return false;
}

function lettersUnderstood(book: Phrasebook, { spaced, unspaced }: FoldedText, readers: Readers): number {
  const known = readers.get(book)?.known;
  return (book.words === 'spaced' ? known?.lettersIn(spaced) : known?.lettersWithin(unspaced)) ?? 0;
}

function isOfOneOf(found: readonly Entry[], book: Phrasebook): boolean {
  for (const entry of found) if (entry.book === book) return true;
  return false;
}

/** Languages share words: where two disagree, the one that understands more of the text is believed. */
function settle(found: readonly Entry[], folded: FoldedText, readers: Readers): Reading {
  const stated = found.filter(({ states }) => states !== 'unrecognised');
  const [first] = stated;
  if (first === undefined) return unrecognised;
  const agreed = stated.every(({ states }) => states === first.states);
  const entry = agreed ? first : mostUnderstood(stated, first, folded, readers);
  if (entry.states === 'unrecognised') return unrecognised;
  return { milestone: entry.states, phrase: wordsFound(entry, folded), language: entry.book.language };
}

function mostUnderstood(stated: readonly Entry[], first: Entry, folded: FoldedText, readers: Readers): Entry {
  let believed = first;
  let most = 0;
  for (const entry of stated) {
    const letters = lettersUnderstood(entry.book, folded, readers);
    if (letters > most) {
      believed = entry;
      most = letters;
    }
  }
  return believed;
}

function wordsFound({ all, book }: Entry, folded: FoldedText): string {
  const found = all.map((each) => each.exec(shapeFor(book, folded))?.[0].trim()).join(' … ');
  return found.replace(names, '…');
}

/** Every word that a phrase or a doubt of these books is told by. */
function askedFor(entries: readonly Entry[], readers: Readers, kind: Phrasebook['words']): readonly Anchor[] {
  const doubts = [...readers.values()].flatMap((reader) => Object.values(reader.doubts).flat());
  return [...entries, ...doubts].filter(({ book }) => book.words === kind).flatMap(({ words }) => words);
}

function fits({ all, none, book }: BookPhrase, folded: FoldedText): boolean {
  const text = shapeFor(book, folded);
  if (book.foreign?.test(text)) return false;
  for (const each of all) if (!each.test(text)) return false;
  for (const each of none) if (each.test(text)) return false;
  return true;
}

function shapeFor({ words }: Phrasebook, { spaced, unspaced }: FoldedText): string {
  return words === 'spaced' ? spaced : unspaced;
}

function entriesOf(book: Phrasebook, hint: boolean): readonly Entry[] {
  return (hint ? book.hints : book.sayings).flatMap(([states, ...phrases]) =>
    phrases.map((phrase) => ({ ...phrasePattern(phrase, book), book, states, hint })),
  );
}

function readerOf(book: Phrasebook, entries: readonly Entry[]): Reader {
  const read = (phrase: string): BookPhrase => ({ ...phrasePattern(phrase, book), book });
  return {
    book,
    doubts: {
      'picked-up': book.doubts['picked-up'].map(read),
      delivered: book.doubts.delivered.map(read),
      'returned-to-sender': book.doubts['returned-to-sender'].map(read),
    },
    known: new KnownWords(entries.filter((entry) => entry.book === book).flatMap(({ words }) => words)),
  };
}
