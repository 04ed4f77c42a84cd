import { attestations, type Attestation, type Deed } from '../domain/deed.ts';
import type { Instant } from '../domain/time.ts';
import { readCsvTable, type Refused } from './csv-table.ts';
import { nameComplaint, orderIdComplaint, readMoment } from './written-fields.ts';

/** A deed and the line it stands on. */
export interface ReadDeed {
  readonly line: number;
  readonly deed: Deed;
}

export interface AttestationFile {
  readonly deeds: readonly ReadDeed[];
  readonly refused: readonly Refused[];
  /** Lines without a value: a checklist that is not filled in to its end. */
  readonly blank: number;
}

/** Who wrote it down and when, where the line does not say so itself. */
export interface Written {
  readonly at: Instant;
  readonly by: string;
}

/** What may be written for each kind; `pick-start` takes a time. */
export const attestedValues = {
  'qr-label': ['attached'],
  'declared-name': ['matches', 'differs'],
  label: ['platform', 'other'],
  battery: ['declared', 'none'],
} as const satisfies Partial<Record<Attestation, readonly string[]>>;

/**
 * Reads `order,kind,value[,at][,by]`, e.g. `578230114599817301,qr-label,attached,2026-11-22T18:00:00Z,Li Wei`. Lines
 * that cannot be taken are named and left out. Throws when the header is not usable.
 */
export function readAttestations(text: string, written: Written): AttestationFile {
  const deeds: ReadDeed[] = [];
  const refused: Refused[] = [];
  let blank = 0;
  for (const row of readCsvTable(text, ['order', 'kind', 'value'])) {
    if ('problem' in row) refused.push(row);
    else if (row.cells.get('value') === '') blank += 1;
    else {
      const read = readLine(row.cells, written);
      if ('problem' in read) refused.push({ line: row.line, ...read });
      else deeds.push({ line: row.line, deed: read });
    }
  }
  return { deeds, refused, blank };
}

type Complaint = Omit<Refused, 'line'>;

function readLine(cells: ReadonlyMap<string, string>, written: Written): Deed | Complaint {
  const cell = (name: string): string => cells.get(name) ?? '';
  const order = cell('order');
  const wrongOrder = orderIdComplaint(order);
  if (wrongOrder !== undefined) return { field: 'order', problem: wrongOrder };
  const kind = attestations.find((known) => known === cell('kind').toLowerCase());
  if (!kind) return complaint('kind', cell('kind'), `is none of ${attestations.join(', ')}`);
  const at = cell('at') === '' ? written.at : readMoment(cell('at'), written.at);
  if (typeof at === 'string') return { field: 'at', problem: at };
  const wrongName = nameComplaint(cell('by'));
  if (wrongName !== undefined) return { field: 'by', problem: wrongName };
  return readValue(kind, cell('value'), { order, at, by: cell('by') || written.by }, written.at);
}

type About = Pick<Deed, 'order' | 'at' | 'by'>;

function readValue(kind: Attestation, text: string, about: About, now: Instant): Deed | Complaint {
  switch (kind) {
    case 'qr-label':
      return oneOf(kind, text, (value) => ({ ...about, kind: 'qrLabel', value }));
    case 'declared-name':
      return oneOf(kind, text, (value) => ({ ...about, kind: 'declaredName', value }));
    case 'label':
      return oneOf(kind, text, (value) => ({ ...about, kind, value }));
    case 'battery':
      return oneOf(kind, text, (value) => ({ ...about, kind, value }));
    case 'pick-start': {
      const value = readMoment(text, now);
      return typeof value === 'string'
        ? { field: 'value', problem: value }
        : { ...about, kind: 'pickStartedAt', value };
    }
  }
}

type Words = typeof attestedValues;

function oneOf<Kind extends keyof Words>(
  kind: Kind,
  text: string,
  deedOf: (value: Words[Kind][number]) => Deed,
): Deed | Complaint {
  const words: readonly Words[Kind][number][] = attestedValues[kind];
  const value = words.find((word) => word === text.toLowerCase());
  return value ? deedOf(value) : complaint('value', text, `does not fit ${kind}: write ${words.join(' or ')}`);
}

function complaint(field: string, text: string, problem: string): Complaint {
  return { field, problem: `${JSON.stringify(text.slice(0, 40))} ${problem}` };
}
