import type { Instant } from '../../domain/time.ts';
import { instant } from '../../domain/time.ts';

// An order's item is read every hour and billed by the kilobyte, so everything in it is packed: lists are texts
// with `|` between fields and `;` between entries, times are base-36 distances from the order's creation.

const escapes: Readonly<Record<string, string>> = { '~': '~~', '|': '~p', ';': '~s' };
const plain: Readonly<Record<string, string>> = { '~~': '~', '~p': '|', '~s': ';' };

/** Left out is empty, so that the empty text needs a sign of its own. */
export function packText(text: string | undefined): string {
  if (text === undefined) return '';
  if (text === '') return '~e';
  return wellFormed(text).replaceAll(/[~|;]/g, (sign) => escapes[sign] ?? sign);
}

export function unpackText(packed: string | undefined): string | undefined {
  if (packed === undefined || packed === '') return undefined;
  if (packed === '~e') return '';
  if (!packed.includes('~')) return packed;
  return packed.replaceAll(/~(?:[^]|$)/g, (sign) => plain[sign] ?? refuse('an unknown escape'));
}

/** Half a surrogate pair is no UTF-8: the table would refuse the item, and with it the shop's every sweep. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** Whole seconds as they are, milliseconds behind a dot; nothing is rounded. */
export function packTime(at: Instant, base: Instant): string {
  if (!Number.isSafeInteger(at)) throw new Error('a time must be whole milliseconds');
  const distance = at - base;
  return distance % 1_000 === 0 ? (distance / 1_000).toString(36) : `.${distance.toString(36)}`;
}

export function unpackTime(packed: string, base: Instant): Instant {
  if (!/^\.?-?[0-9a-z]+$/.test(packed)) refuse('not a packed time');
  const fine = packed.startsWith('.');
  return instant(base + (fine ? Number.parseInt(packed.slice(1), 36) : Number.parseInt(packed, 36) * 1_000));
}

/** A run's id is nearly always an ISO time; anything else is kept as it is behind a quote. */
export function packRun(run: string, base: Instant): string {
  const at = Date.parse(run);
  if (!Number.isNaN(at)) {
    const iso = new Date(at).toISOString();
    if (iso === run) return packTime(instant(at), base);
    if (iso.replace('.000Z', 'Z') === run) return `!${packTime(instant(at), base)}`;
  }
  return `'${packText(run)}`;
}

export function unpackRun(packed: string, base: Instant): string {
  if (packed.startsWith("'")) return unpackText(packed.slice(1)) ?? refuse('no run');
  const short = packed.startsWith('!');
  const iso = isoOf(unpackTime(short ? packed.slice(1) : packed, base));
  return short ? iso.replace('.000Z', 'Z') : iso;
}

/** A book of 100,000 orders names a few hundred runs, and writing a date out is a quarter of reading an order. */
const isoTexts = new Map<Instant, string>();

function isoOf(at: Instant): string {
  const known = isoTexts.get(at);
  if (known !== undefined) return known;
  if (isoTexts.size >= 2_000) isoTexts.clear();
  const iso = new Date(at).toISOString();
  isoTexts.set(at, iso);
  return iso;
}

/** The letter of a closed set of words; the table is part of the stored format. */
export function letterOf<Word extends string>(letters: Readonly<Record<Word, string>>, word: Word): string {
  return letters[word];
}

export function wordOf<Word extends string>(letters: Readonly<Record<Word, string>>, letter: string): Word {
  for (const word in letters) if (letters[word] === letter) return word;
  return refuse('an unknown letter');
}

/** Never a value: what was stored may not be repeated in an error. */
export function refuse(why: string): never {
  throw new Error(why);
}
