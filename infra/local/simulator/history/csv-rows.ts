import type { Unix } from '../life.ts';

const columns = [
  'order_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
] as const;
/** Columns that a file may have or not; what stands in them is a time like the others. */
const furtherColumns = ['order_shipping_due_date'] as const;
type Column = (typeof columns)[number] | (typeof furtherColumns)[number];

/** One row of an order history. Times were read as UTC; an absent one has not happened. */
export interface HistoryRow {
  readonly id: string;
  readonly status: string;
  readonly purchasedAt: Unix;
  readonly approvedAt?: Unix;
  readonly carrierAt?: Unix;
  readonly customerAt?: Unix;
  readonly estimatedAt?: Unix;
  /** When the platform cancels it unless it has been shipped. */
  readonly shippingDueAt?: Unix;
}

/** What is wrong with the file, with line and column: `orders.csv: line 7, column order_id: …`. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

/** Throws HistoryError. `file` only names the file in errors. */
export function readHistory(text: string, file: string): readonly HistoryRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const places = placesOf(splitLine(lines[0] ?? '', file, 1), file);
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === '') return [];
    const row = rowOf(splitLine(line, file, index + 1), places, file, index + 1);
    if (seen.has(row.id)) throw fault(file, index + 1, 'order_id', 'repeats the id of an earlier line');
    seen.add(row.id);
    return [row];
  });
}

function fault(file: string, line: number, column: Column, problem: string): HistoryError {
  return new HistoryError(`${file}: line ${line}, column ${column}: ${problem}`);
}

function placesOf(header: readonly string[], file: string): ReadonlyMap<Column, number> {
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) throw fault(file, 1, missing, `is missing; the header must name ${columns.join(', ')}`);
  const present = [...columns, ...furtherColumns.filter((column) => header.includes(column))];
  return new Map(present.map((column) => [column, header.indexOf(column)]));
}

/** Fields may be quoted as in RFC 4180; a field never spans lines. */
function splitLine(line: string, file: string, number: number): readonly string[] {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const field = /^"(?<quoted>(?:[^"]|"")*)"(?=,|$)|^(?<plain>[^",]*)(?=,|$)/.exec(rest);
    if (field === null)
      throw new HistoryError(`${file}: line ${number}: field ${fields.length + 1} is not well quoted`);
    fields.push(field.groups?.['quoted']?.replaceAll('""', '"') ?? field.groups?.['plain'] ?? '');
    if (field[0].length === rest.length) return fields;
    rest = rest.slice(field[0].length + 1);
  }
}

function rowOf(fields: readonly string[], places: ReadonlyMap<Column, number>, file: string, line: number): HistoryRow {
  function field(column: Column): string {
    const value = fields[places.get(column) ?? -1];
    if (value === undefined) throw fault(file, line, column, 'is missing');
    return value.trim();
  }
  function time(column: Column): Unix | undefined {
    const value = field(column);
    if (value === '') return undefined;
    const at = parseTime(value);
    if (at === undefined) {
      throw fault(file, line, column, `${JSON.stringify(value.slice(0, 40))} is not a time like 2018-03-15 10:00:00`);
    }
    return at;
  }
  const id = field('order_id');
  if (id === '') throw fault(file, line, 'order_id', 'is empty');
  const purchasedAt = time('order_purchase_timestamp');
  if (purchasedAt === undefined) throw fault(file, line, 'order_purchase_timestamp', 'is empty');
  return {
    id,
    status: field('order_status'),
    purchasedAt,
    ...optional('approvedAt', time('order_approved_at')),
    ...optional('carrierAt', time('order_delivered_carrier_date')),
    ...optional('customerAt', time('order_delivered_customer_date')),
    ...optional('estimatedAt', time('order_estimated_delivery_date')),
    ...optional('shippingDueAt', places.has('order_shipping_due_date') ? time('order_shipping_due_date') : undefined),
  };
}

function optional<Name extends string>(name: Name, at: Unix | undefined): { readonly [name in Name]?: Unix } {
  return at === undefined ? {} : ({ [name]: at } as { readonly [name in Name]?: Unix });
}

/** Refuses 31 February, which Date would take for a day in March. */
function parseTime(text: string): Unix | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = new Date(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19).replace('T', ' ') !== text) return undefined;
  return at.getTime() / 1000;
}
