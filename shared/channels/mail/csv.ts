import type { Attachment } from '../../ports/messaging.ts';

/** A number stands as it is: no spreadsheet runs it, and a sign makes no formula of it. */
export type Cell = string | number | undefined;

/** Spreadsheets run a cell that begins with one of these; East Asian ones take the full-width forms as well. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A spreadsheet keeps 15 digits of a number and shows the rest as zeros; ids have 18. */
const longNumber = /^\d{16,}$/;

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const inert = formula.test(text) ? `'${text}` : text;
  // A tab behind the digits makes every spreadsheet read them as text, as Seller Center's own exports do.
  const kept = longNumber.test(inert) ? `${inert}\t` : inert;
  return /[",\r\n\t]/.test(kept) || kept !== kept.trim() ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** RFC 4180 with a byte order mark, without which spreadsheets misread Chinese. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** `name` may come from outside: only letters, digits and hyphens of it reach the file's name. */
export function csvAttachment(name: string, content: string): Attachment {
  const safe = name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return { filename: `${safe || 'tidewatch'}.csv`, contentType: 'text/csv; charset=utf-8', content };
}
