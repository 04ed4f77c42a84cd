import type { Both, Sums } from '../../replay/figures/compare-runs.ts';
import type { LeadBucket } from '../../replay/figures/lead-times.ts';
import type { ReplayReport } from './replay-report.ts';

/** One figure under both sets of rules. */
export interface FigureRow extends Both<number | null> {
  readonly figure: string;
}

const figures: readonly (readonly [figure: string, read: (sums: Sums) => number | null])[] = [
  ['findings opened', ({ opened }) => opened],
  ['findings escalated', ({ escalated }) => escalated],
  ['findings told', ({ told }) => told],
  ['first told before the line', ({ ahead }) => ahead],
  ['first told after the line', ({ late }) => late],
  ['hours before the line (median)', ({ medianLead }) => medianLead],
  ['lines crossed', ({ crossed }) => crossed],
  ['crossed without a warning before (misses)', ({ missed }) => missed],
  ['warned, and the line was kept (false alarms)', ({ kept }) => kept],
];

export function rowsOf({ before, after }: Both<Sums>): readonly FigureRow[] {
  return figures.map(([figure, read]) => ({ figure, before: read(before), after: read(after) }));
}

/** Of the whole shop, what is about no check included. */
export function summaryRows(report: ReplayReport): readonly FigureRow[] {
  const { all, remedies, receivers } = report;
  const messages = receivers.map(({ receiver, before, after }) => ({
    figure: `messages a day to ${receiver}`,
    before: before.perDay,
    after: after.perDay,
  }));
  return [...rowsOf(all), ...messages, { figure: 'requests for remedies', ...remedies }];
}

/** `5`, or `5 → 7` where it changes; nothing where neither is known. */
export function change({ before, after }: Both<number | null>): string {
  if (before === null && after === null) return '';
  return before === after ? String(before) : `${before ?? '–'} → ${after ?? '–'}`;
}

/** `+2`, `-1`; empty where nothing changes, or where one is unknown. */
export function difference({ before, after }: Both<number | null>): string {
  if (before === null || after === null || before === after) return '';
  const by = Math.round((after - before) * 10) / 10;
  return by > 0 ? `+${by}` : String(by);
}

/** `12 to 24 h before`, `more than 24 h after`. */
export function bucketText({ from, to }: LeadBucket): string {
  if (from === null) return `more than ${-(to ?? 0)} h after`;
  if (to === null) return `${from} h or more before`;
  return to <= 0 ? `${-to} to ${-from} h after` : `${from} to ${to} h before`;
}

export const checkHeadings = [
  'opened',
  'escalated',
  'told',
  'median h before',
  'crossed',
  'misses',
  'false alarms',
] as const;

/** The cells of a check, or of a check and carrier, below `checkHeadings`. */
export function checkCells({ before, after }: Both<Sums>): readonly string[] {
  const cell = (read: (sums: Sums) => number | null): string => change({ before: read(before), after: read(after) });
  return [
    cell(({ opened }) => opened),
    cell(({ escalated }) => escalated),
    cell(({ told }) => told),
    cell(({ medianLead }) => medianLead),
    cell(({ crossed }) => crossed),
    cell(({ missed }) => missed),
    cell(({ kept }) => kept),
  ];
}
