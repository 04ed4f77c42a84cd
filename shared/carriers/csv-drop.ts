import { Temporal } from 'temporal-polyfill';
import { readCsvTable, type Refused } from '../adapters/csv-table.ts';
import { fileSource, scansOnce, type CarrierEvent, type SecondTrace } from '../domain/second-trace.ts';
import { after, days, instant, type Instant } from '../domain/time.ts';
import { classify } from '../milestones/registry.ts';
import { scanText, shortText } from '../milestones/scan-text.ts';

export interface TraceFile {
  /** One for each number, as of the import. */
  readonly traces: readonly SecondTrace[];
  /** Lines that were taken. */
  readonly lines: number;
  readonly refused: readonly Refused[];
}

interface Line {
  readonly number: string;
  readonly carrier: string;
  readonly event: CarrierEvent;
}

/**
 * Reads `number,time,zone,text[,carrier]`, e.g. `YT2600512345678901,2026-11-20 14:05,Asia/Shanghai,Departed Shenzhen`:
 * what any carrier's export can be turned into. Lines that cannot be taken are named and left out. Throws when the
 * header is not usable.
 */
export function readTraceFile(text: string, now: Instant): TraceFile {
  const lines: Line[] = [];
  const refused: Refused[] = [];
  for (const row of readCsvTable(text, ['number', 'time', 'zone', 'text'])) {
    if ('problem' in row) refused.push(row);
    else {
      const read = readLine(row.cells, now);
      if ('problem' in read) refused.push({ line: row.line, ...read });
      else lines.push(read);
    }
  }
  const byNumber = [...Map.groupBy(lines, ({ number }) => number)];
  return { traces: byNumber.map(([number, some]) => traceOf(number, some, now)), lines: lines.length, refused };
}

type Complaint = Omit<Refused, 'line'>;

function readLine(cells: ReadonlyMap<string, string>, now: Instant): Line | Complaint {
  const cell = (name: string): string => cells.get(name) ?? '';
  const number = cell('number');
  if (!/^[\w-]{5,50}$/.test(number)) return complaint('number', number, numberProblem(number));
  const time = timeOf(cell('time'), cell('zone'));
  if ('problem' in time) return time;
  if (time.at > after(now, days(1))) return complaint('time', cell('time'), 'lies in the future');
  const said = cell('text');
  if (said === '') return { field: 'text', problem: 'is empty: write what the carrier shows for this scan' };
  const { milestone } = classify(said);
  return {
    number,
    carrier: shortText(cell('carrier')),
    event: { ...time, text: scanText(said, milestone), milestone, imported: true },
  };
}

function numberProblem(number: string): string {
  return /^\d+([.,]\d+)?E\+?\d+$/i.test(number)
    ? 'is a number that a spreadsheet has shortened: format the column as text, then fill the numbers in again'
    : 'is not a tracking number: write 5 to 50 letters and digits, e.g. YT2600512345678901';
}

const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/;
const offset = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i;

/** A time with its own offset needs no zone; one without either is read as UTC, and that is an assumption. */
function timeOf(time: string, zone: string): Pick<CarrierEvent, 'at' | 'zone'> | Complaint {
  const parts = written.exec(time);
  if (!parts) return complaint('time', time, 'is not a time: write e.g. 2026-11-20 14:05');
  const [, year, month, day, hour, minute, second = '0', own] = parts;
  const [zoneName, basis] = own ? [offsetOf(own), 'stated' as const] : zoneOf(zone);
  if (zoneName === undefined) {
    return complaint('zone', zone, 'is no zone: write e.g. Asia/Shanghai or +08:00, or leave it empty if nobody knows');
  }
  try {
    const numbers = { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour) };
    const plain = Temporal.PlainDateTime.from(
      { ...numbers, minute: Number(minute), second: Number(second) },
      { overflow: 'reject' },
    );
    return { at: instant(plain.toZonedDateTime(zoneName).epochMilliseconds), zone: basis };
  } catch {
    // A day or hour that no calendar has, or a zone that nobody knows: all that Temporal refuses here.
    return isZone(zoneName)
      ? complaint('time', time, 'is no date that exists')
      : complaint('zone', zone, 'is no zone: write e.g. Asia/Shanghai or +08:00');
  }
}

function zoneOf(zone: string): readonly [name: string | undefined, basis: CarrierEvent['zone']] {
  if (zone === '') return ['UTC', 'assumed'];
  return [offsetOf(zone), 'stated'];
}

/** `+8`, `UTC+08:00` and `Z` as Temporal writes them; names as they are. */
function offsetOf(zone: string): string | undefined {
  if (/^(Z|UTC|GMT)$/i.test(zone)) return 'UTC';
  const [, sign, hour, minute = '00'] = offset.exec(zone) ?? [];
  if (sign !== undefined && hour !== undefined)
    return Number(hour) <= 14 ? `${sign}${hour.padStart(2, '0')}:${minute}` : undefined;
  return /^[A-Za-z][\w+/-]{2,40}$/.test(zone) ? zone : undefined;
}

function isZone(name: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    // The only way to ask: an unknown zone throws.
    return false;
  }
}

function traceOf(number: string, lines: readonly Line[], askedAt: Instant): SecondTrace {
  const carrier = lines.find((line) => line.carrier !== '')?.carrier;
  return {
    number,
    source: fileSource,
    askedAt,
    state: 'traced',
    ...(carrier !== undefined && { carrier }),
    events: scansOnce(lines.map(({ event }) => event)),
  };
}

function complaint(field: string, text: string, problem: string): Complaint {
  return {
    field,
    problem:
      text === '' ? `is empty and ${problem}` : `${JSON.stringify(Array.from(text).slice(0, 40).join(''))} ${problem}`,
  };
}
