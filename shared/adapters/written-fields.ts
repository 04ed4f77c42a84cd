import * as z from 'zod';
import { instant, type Instant } from '../domain/time.ts';

// Cells of files that people wrote. A complaint says what is wrong and what to write instead.

/** What is wrong with an order's id; undefined = nothing. */
export function orderIdComplaint(text: string): string | undefined {
  if (/^\d{6,30}$/.test(text)) return undefined;
  const shown = JSON.stringify(text.slice(0, 40));
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(text)) {
    return `${shown} is an id that a spreadsheet has shortened: format the column as text, then fill the ids in again`;
  }
  return text === ''
    ? 'is empty: write the order id, digits only'
    : `${shown} is not an order id: write digits only, e.g. 578230114599817301`;
}

/** Names are short; a longer text is another column's, or a file that lost its line ends (house rule, 2026-11). */
const longestName = 200;

/** What is wrong with the name of whoever wrote it down; undefined = nothing. */
export function nameComplaint(text: string): string | undefined {
  if (text.length <= longestName) return undefined;
  return `${JSON.stringify(`${text.slice(0, 40)}…`)} has ${text.length} characters: write a name of at most ${longestName}`;
}

/** A spreadsheet keeps 15 digits of a number: of an id with 18 the last three become zeros. */
export function looksRounded(order: string): boolean {
  return order.length > 15 && /^0+$/.test(order.slice(15));
}

const moment = z.iso.datetime({ offset: true });

/** A time with its zone that has been; else what is wrong with it. */
export function readMoment(text: string, now: Instant): Instant | string {
  const shown = JSON.stringify(text.slice(0, 40));
  if (!moment.safeParse(text).success) return `${shown} is not a time with its zone: write e.g. 2026-11-22T18:00:00Z`;
  const at = instant(Date.parse(text));
  return at > now ? `${shown} lies in the future` : at;
}
