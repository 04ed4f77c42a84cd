import type { Refused } from '../../shared/adapters/csv-table.ts';
import { plain } from '../../shared/messages/plain.ts';

/** What became of the lines of an imported file. */
export interface ImportReport {
  readonly shop: string;
  readonly dryRun: boolean;
  /** Lines written, or that would be. */
  readonly imported: number;
  /** Lines without a value: a checklist that is not filled in to its end. */
  readonly blank?: number;
  /** Lines older than what is known of the same order. */
  readonly outdated?: number;
  /** Orders among them that are not under watch, or not yet. */
  readonly unwatched?: readonly string[];
  readonly refused: readonly Refused[];
}

/** Status 1 when a line was refused. */
export function printReport(report: ImportReport, json: boolean): void {
  console.log(json ? JSON.stringify(report) : reportText(report));
  if (report.refused.length > 0) process.exitCode = 1;
}

function reportText({
  shop,
  dryRun,
  imported,
  blank = 0,
  outdated = 0,
  unwatched = [],
  refused,
}: ImportReport): string {
  const would = dryRun ? 'Would import' : 'Imported';
  return [
    `${would} ${linesText(imported)} for shop ${shop}.`,
    ...(blank > 0 ? [`Left out ${linesText(blank)} without a value.`] : []),
    ...(outdated > 0 ? [`Left out ${linesText(outdated)} older than what is known already.`] : []),
    ...(unwatched.length > 0 ? [`Not under watch (yet): ${sample(unwatched)}.`] : []),
    ...(refused.length > 0 ? [`Refused ${linesText(refused.length)}:`] : []),
    ...refused.map(({ line, field, problem }) => `  line ${line}${field ? `, ${field}` : ''}: ${plain(problem, 240)}`),
  ].join('\n');
}

function linesText(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function sample(orders: readonly string[]): string {
  const named = orders.slice(0, 3).join(', ');
  return orders.length > 3 ? `${named} and ${orders.length - 3} more` : named;
}
