import { withoutAccents } from './fold-text.ts';
import type { Phrasebook } from './phrasebook.ts';

/**
 * A phrase made ready. It fits a folded text when every one of `all` is found and none of `none`; a text without any of
 * the `anchors` cannot fit, and is not even asked.
 */
export interface PhrasePattern {
  readonly all: readonly RegExp[];
  readonly none: readonly RegExp[];
  readonly anchors: readonly Anchor[];
  /** Every word of the phrase, also those that may be missing. */
  readonly words: readonly Anchor[];
}

/** A word, or the beginning of one; of an unspaced script, a piece of text. */
export interface Anchor {
  readonly word: string;
  readonly begins: boolean;
}

/**
 * How phrases are written. Words one after another, as in `out for delivery`, and:
 * `deliver*` a beginning of words; `(left|departed from)` one of these; `word?` or `(…)?` may be missing; `..` up to
 * five words, or twenty letters where no blanks are set, within the sentence; `<parcel>` a list of the phrasebook;
 * `a & b` both, wherever they stand; `a & !b` the first and nowhere the second. Case, accents and where lines are broken
 * do not matter.
 * Throws on a phrase that it cannot read, or that has nothing a text could be asked for.
 */
export function phrasePattern(phrase: string, { words, lists }: Pick<Phrasebook, 'words' | 'lists'>): PhrasePattern {
  const spaced = words === 'spaced';
  const ready = prepared(phrase, lists, spaced);
  const all: RegExp[] = [];
  const none: RegExp[] = [];
  let anchors: readonly Anchor[] = [];
  for (const part of ready.split('&')) {
    const forbidden = part.trimStart().startsWith('!');
    const parsed = parse(forbidden ? part.trimStart().slice(1) : part, phrase, spaced);
    const pattern = new RegExp(spaced ? `(?:${parsed.source})(?= )` : parsed.source);
    (forbidden ? none : all).push(pattern);
    if (!forbidden && strength(parsed.anchors) > strength(anchors)) anchors = parsed.anchors;
  }
  if (anchors.length === 0) throw new Error(`the phrase "${phrase}" has no word that must be there`);
  const known = (ready.match(/[\p{L}\p{M}]+\*?/gu) ?? []).map((word) => anchorOf(word));
  return { all, none, anchors, words: known };
}

interface Parsed {
  readonly source: string;
  readonly anchors: readonly Anchor[];
}

/** Lists put in; German letters also as people type them without (`zurück`, `zurueck`). */
function prepared(phrase: string, lists: Phrasebook['lists'], spaced: boolean): string {
  const filled = phrase.replace(/<(\w+)>/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`the phrase "${phrase}" names a list that there is not: ${name}`);
    return `(${list})`;
  });
  const lower = filled.toLowerCase().normalize('NFC');
  if (!spaced) return lower.normalize('NFKC').replaceAll('\u0E4D\u0E32', '\u0E33');
  const typed = lower.replace(/[\p{L}*]*[äöü][\p{L}*]*/gu, (word) => `(${word}|${word.replace(/[äöü]/g, '$&e')})`);
  return withoutAccents(typed);
}

const token = /\.\.|[()|?]|[^\s()|?.]+/g;

function parse(part: string, phrase: string, spaced: boolean): Parsed {
  const tokens = part.match(token) ?? [];
  let at = 0;
  const parsed = alternatives();
  if (at < tokens.length) throw new Error(`the phrase "${phrase}" closes a bracket that it does not open`);
  return parsed;

  function alternatives(): Parsed {
    const branches = [sequence()];
    while (tokens[at] === '|') {
      at += 1;
      branches.push(sequence());
    }
    const open = branches.some(({ anchors }) => anchors.length === 0);
    return {
      source: branches.map(({ source }) => source).join('|'),
      anchors: open ? [] : branches.flatMap(({ anchors }) => anchors),
    };
  }

  function sequence(): Parsed {
    let source = '';
    let anchors: readonly Anchor[] = [];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      const one = element();
      const optional = tokens[at] === '?';
      if (optional) at += 1;
      source += optional ? `(?:${one.source})?` : one.source;
      if (!optional && strength(one.anchors) > strength(anchors)) anchors = one.anchors;
    }
    return { source, anchors };
  }

  function element(): Parsed {
    const word = tokens[at] ?? '';
    at += 1;
    if (word === '..') return { source: spaced ? '(?: [a-z]+){0,5}?' : '[^.]{0,20}?', anchors: [] };
    if (word !== '(') return literal(word, phrase, spaced);
    const inner = alternatives();
    if (tokens[at] !== ')') throw new Error(`the phrase "${phrase}" leaves a bracket open`);
    at += 1;
    // A whole word or nothing: `(pick|picked) up` must not find "picked" by its first half.
    return { source: `(?:${inner.source})`, anchors: inner.anchors };
  }
}

function literal(word: string, phrase: string, spaced: boolean): Parsed {
  if (!/^[\p{L}\p{M}]+\*?$/u.test(word)) throw new Error(`the phrase "${phrase}" has something unreadable: ${word}`);
  const anchor = anchorOf(word);
  if (!spaced) return { source: anchor.word, anchors: [anchor] };
  return { source: anchor.begins ? ` ${anchor.word}[a-z]*` : ` ${anchor.word}(?= )`, anchors: [anchor] };
}

function anchorOf(word: string): Anchor {
  return word.endsWith('*') ? { word: word.slice(0, -1), begins: true } : { word, begins: false };
}

/** Long words are rare words; one of many is less rare. */
function strength(anchors: readonly Anchor[]): number {
  if (anchors.length === 0) return -Infinity;
  return Math.min(...anchors.map(({ word }) => word.length)) - anchors.length / 10;
}
