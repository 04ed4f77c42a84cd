import { writeCsv, type Cell } from '../../../shared/channels/mail/csv.ts';
import { plain } from '../../../shared/messages/plain.ts';
import type { ReplayReport } from './replay-report.ts';
import { bucketText, rowsOf, summaryRows, type FigureRow } from './report-rows.ts';

type Place = readonly [part: string, name: string, carrier: string];

/** Every figure of the comparison as one table, a figure a line, so that spreadsheets can pivot it. */
export function comparisonCsv(report: ReplayReport): string {
  const lines = [
    ...summaryRows(report).map((row) => line(['all', '', ''], row)),
    ...report.checks.flatMap((of) => rowsOf(of).map((row) => line(['check', of.check, ''], row))),
    ...report.carriers.flatMap((of) => rowsOf(of).map((row) => line(['carrier', of.check, of.carrier], row))),
    ...report.leads.map(({ bucket, ...row }) =>
      line(['first told', bucketText(bucket), ''], { figure: 'findings', ...row }),
    ),
    ...report.days.flatMap(dayLines),
  ];
  return writeCsv(['part', 'name', 'carrier', 'figure', 'in force', 'changed'], lines);
}

function dayLines({ day, before, after }: ReplayReport['days'][number]): readonly (readonly Cell[])[] {
  const row = (figure: string, read: (of: typeof before) => number): readonly Cell[] =>
    line(['day', day, ''], { figure, before: read(before), after: read(after) });
  return [
    row('messages', ({ messages }) => messages),
    row('findings opened', ({ opened }) => opened),
    row('open warnings', ({ live }) => live.warning),
    row('open breaches', ({ live }) => live.breach),
    row('open and critical', ({ live }) => live.critical),
  ];
}

function line([part, name, carrier]: Place, { figure, before, after }: FigureRow): readonly Cell[] {
  return [part, name, plain(carrier), plain(figure), before ?? undefined, after ?? undefined];
}
