import { writeCsv } from '../../../shared/channels/mail/csv.ts';
import type { FindingRow } from '../../local/watching/finding-row.ts';
import { findingName } from '../finding-table.ts';

const headings = [
  'finding',
  'shop',
  'check',
  'stage',
  'severity',
  'state',
  'silenced by',
  'order',
  'since',
  'deadline',
  'deadline source',
  'rule',
  'at risk',
  'currency',
];

/** One line for each row, times in UTC; safe to open in a spreadsheet. */
export function findingsCsv(rows: readonly FindingRow[]): string {
  return writeCsv(
    headings,
    rows.map((row) => [
      findingName(row),
      row.shop,
      row.check,
      row.stage,
      row.severity,
      row.state,
      row.inhibitedBy ?? '',
      row.order ?? '',
      row.since,
      row.deadline ?? '',
      row.deadlineSource ?? '',
      row.rule ? `${row.rule.pack}/${row.rule.clause}` : '',
      row.risk?.amount,
      row.risk?.currency,
    ]),
  );
}
