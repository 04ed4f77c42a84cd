/** One text in the two shapes that phrases are looked for in; empty where it has no such letters. */
export interface FoldedText {
  /** Latin words in lower case without accents, blanks around each, a lone full stop between sentences. */
  readonly spaced: string;
  /** Letters of scripts that set no blanks, with what Latin stands between them; no blanks at all. */
  readonly unspaced: string;
}

/** Longer texts are cut: no carrier writes that much, and the time for one text stays bounded. */
const mostLetters = 600;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
const tag = /<\/?(?:a|b|br|div|em|font|i|li|p|small|span|strong|u|ul)(?:\s[^<>]*)?\/?>/gi;
/** `™` would become the letters tm, `№` the word no. */
const decoration = /[\u2116\u00AD\u2122\u00AE\u00A9\u200B-\u200F\u2060\uFEFF]/g;
/** `U.S.` ends no sentence. */
const abbreviation = /\b(?:[a-z]\.){2,}/g;
const number = /[a-z]*\d(?:[a-z\d]|[.,:/-](?=\d))*/g;
const unspacedLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const folded: Readonly<Record<string, string>> = { ß: 'ss', đ: 'd', ð: 'd', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', ł: 'l' };

export function foldText(text: string): FoldedText {
  let line = text.length > mostLetters ? text.slice(0, mostLetters) : text;
  if (line.includes('&')) line = line.replace(entity, character);
  if (line.includes('<')) line = line.replace(tag, ' ');
  // oxlint-disable-next-line no-control-regex -- Most texts are plain ASCII, and need nothing of what follows.
  if (/^[\0-\x7F]*$/.test(line)) return { spaced: foldLatin(line.toLowerCase()), unspaced: '' };
  // Compatibility forms: full-width letters, half-width kana; they also split the Thai vowel am, put together again.
  line = line.replace(decoration, '').normalize('NFKC').toLowerCase().replaceAll('\u0E4D\u0E32', '\u0E33');
  return {
    spaced: foldLatin(withoutAccents(line)),
    unspaced: unspacedLetters.test(line) ? foldUnspaced(line) : '',
  };
}

/** Lower-case Latin letters alone; tone and vowel marks of other scripts are none of its business. */
export function withoutAccents(lowerCase: string): string {
  return lowerCase
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[ßđðøæœıł]/g, (letter) => folded[letter] ?? letter);
}

/** A word with a digit in it is a number, a time or a code, and says nothing. */
function foldLatin(line: string): string {
  if (!/[a-z]/.test(line)) return '';
  let words = /\d/.test(line) ? line.replace(number, ' ') : line;
  if (words.includes('.')) words = words.replace(abbreviation, (letters) => `${letters.replaceAll('.', '')} `);
  if (/[.!?;:]/.test(words)) {
    words = words.replace(/[.!?;:](?=\s|$)/g, ' . ').replace(/\.(?=[a-z])|(?<=[a-z])\./g, ' ');
  }
  words = words.replace(/[^a-z.]+/g, ' ').trim();
  return words === '' ? '' : ` ${words} `;
}

function foldUnspaced(line: string): string {
  return line
    .replace(/\d+\s*[年月日号號时時点點分秒]|\d[\d.,:/-]*/g, ' ')
    .replace(/[。．!?;]/g, '.')
    .replace(/[^\p{L}\p{M}.]+/gu, '');
}

function character(found: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? found;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : ' ';
}
