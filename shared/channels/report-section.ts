import type { Prevented } from '../domain/digest.ts';
import type { Severity } from '../domain/verdict.ts';
import type { Messages } from '../messages/messages.ts';
import { stageText } from './told.ts';

/** One row: its first cell names what it is about. Nothing in it is escaped yet. */
export interface ReportRow {
  readonly cells: readonly [string, ...string[]];
  readonly href?: string;
  readonly severity?: Severity;
}

export interface ReportTable {
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly ReportRow[];
}

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: ReportTable;
}

/** What the reader is told, whatever the frame. */
export interface ReportParts {
  readonly title: string;
  /** What to know before everything else; often nothing. */
  readonly lead: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** A list that is never left out: where it has no rows, a line says so. */
export function listed(
  title: string,
  head: ReportTable['head'],
  rows: readonly ReportRow[],
  nothing: string,
  lines: readonly string[] = [],
): ReportSection {
  return rows.length === 0 ? { title, lines: [nothing] } : { title, lines, table: { head, rows } };
}

/** What a stage is called, with how many of it there were. */
export function preventedRows(messages: Messages, { stages }: Prevented): readonly ReportRow[] {
  return stages.map((one) => ({ cells: [stageText(messages, one).headline, String(one.count)] }));
}

/** A row on one line: `name · heading: cell · …`, what is not known left out. `write` makes text inert. */
export function rowLine(
  { cells }: ReportRow,
  head: readonly string[],
  colon: string,
  write: (text: string) => string,
  name: (label: string) => string,
): string {
  const [first, ...others] = cells;
  const told = others.flatMap((cell, place) =>
    cell === '–' ? [] : [`${write(head[place + 1] ?? '')}${colon}${write(cell)}`],
  );
  return [name(write(first)), ...told].join(' · ');
}
