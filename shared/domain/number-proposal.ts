import { carrierKey } from './carrier-name.ts';

/** What was mistyped. */
export type Slip = 'full-width' | 'spaces' | 'dashes' | 'lower-case' | 'letter-for-digit';

export const numberFormats = ['yunexpress', 'upu-s10', 'usps-impb'] as const;
export type NumberFormat = (typeof numberFormats)[number];

export interface NumberProposal {
  readonly number: string;
  readonly format: NumberFormat;
  /** In the order in which they were mended; at least one. */
  readonly slips: readonly Slip[];
}

interface Shape {
  readonly pattern: RegExp;
  /** Places that hold letters, counted from both ends; all others hold digits. */
  readonly letters: { readonly first: number; readonly last: number };
  /** Left out: nothing in the number proves it. */
  readonly isProven?: (number: string) => boolean;
  /** Parts of the names of those who use it alone, as `carrierKey` writes them; left out: many carriers do. */
  readonly carriers?: readonly string[];
}

/** Shapes of numbers as the public collection `tracking_number_data` has them (read 2026-11). */
const shapes: Readonly<Record<NumberFormat, Shape>> = {
  yunexpress: { pattern: /^YT\d{16}$/, letters: { first: 2, last: 0 }, carriers: ['yunexpress', 'yuntrack', '云途'] },
  'upu-s10': { pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/, letters: { first: 2, last: 2 }, isProven: hasPostalCheck },
  'usps-impb': {
    pattern: /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{18}(?:\d{2})?$/,
    letters: { first: 0, last: 0 },
    isProven: hasUspsCheck,
    carriers: ['usps', 'unitedstatespostal'],
  },
};

/**
 * The number that was meant, where only slips of the hand stand between it and exactly one known format of the
 * parcel's carrier, check digit included. Undefined: nothing was mended, or nobody can tell what was meant.
 */
export function proposeNumber(given: string, carrier?: string): NumberProposal | undefined {
  const tidy = tidied(given);
  const found = numberFormats.flatMap((format) => fitted(tidy, format, carrier) ?? []);
  const [only, other] = found;
  return only && !other && only.slips.length > 0 ? only : undefined;
}

interface Tidied {
  readonly text: string;
  readonly slips: readonly Slip[];
}

const mendings: readonly (readonly [Slip, (text: string) => string])[] = [
  ['full-width', (text) => text.replaceAll(/[\u3000\uFF01-\uFF5E]/g, (wide) => wide.normalize('NFKC'))],
  ['spaces', (text) => text.replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')],
  ['dashes', (text) => text.replaceAll(/[\p{Pd}\u2212]/gu, '')],
  ['lower-case', (text) => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())],
];

function tidied(given: string): Tidied {
  return mendings.reduce<Tidied>(
    ({ text, slips }, [slip, mend]) => {
      const mended = mend(text);
      return { text: mended, slips: mended === text ? slips : [...slips, slip] };
    },
    { text: given, slips: [] },
  );
}

function fitted({ text, slips }: Tidied, format: NumberFormat, carrier: string | undefined) {
  const { pattern, letters, isProven, carriers } = shapes[format];
  // A number in another carrier's format is no slip of the hand.
  if (carrier !== undefined && carriers?.every((part) => !carrierKey(carrier).includes(part))) return undefined;
  const end = text.length - letters.last;
  const digits = text.slice(letters.first, end).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const number = text.slice(0, letters.first) + digits + text.slice(end);
  if (!pattern.test(number) || isProven?.(number) === false) return undefined;
  const all: readonly Slip[] = number === text ? slips : [...slips, 'letter-for-digit'];
  return { number, format, slips: all };
}

const postalWeights = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** UPU S10: the ninth digit is 11 less the weighted sum modulo 11; 10 is written 0, 11 is written 5. */
function hasPostalCheck(number: string): boolean {
  const digits = Array.from(number.slice(2, 11), Number);
  const sum = postalWeights.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
  const check = 11 - (sum % 11);
  return digits[8] === (check === 10 ? 0 : check === 11 ? 5 : check);
}

/** Modulo 10 with weights 3 and 1 from the right; routing (420 and ZIP) is no part of it. */
function hasUspsCheck(number: string): boolean {
  const own = number.replace(/^420\d{5}(?:\d{4})?(?=9[1-5]\d{18}(?:\d{2})?$)/, '');
  const digits = Array.from(own, Number).toReversed();
  const sum = digits.slice(1).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return digits[0] === (10 - (sum % 10)) % 10;
}
