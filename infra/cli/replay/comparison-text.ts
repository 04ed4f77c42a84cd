import { plain } from '../../../shared/messages/plain.ts';
import { terminalTable } from '../terminal-table.ts';
import { changedText, hourText, inForceText, type ReplayReport } from './replay-report.ts';
import { bucketText, change, checkCells, checkHeadings, difference, summaryRows } from './report-rows.ts';

/** More carriers than this scroll the rest away; the CSV file and the JSON document have them all. */
const mostCarriers = 20;

/** The comparison for a terminal. */
export function comparisonText(report: ReplayReport): string {
  const { shop, from, until, sweeps, orders, limits } = report;
  return [
    `${plain(shop.name, 60)} (${shop.market}): ${sweeps} hourly sweeps from ${hourText(from)} to ${hourText(until)} (UTC), ${orders} orders.`,
    `In force: ${inForceText(report)}. Changed: ${changedText(report)}.`,
    summary(report),
    checks(report),
    ...carriers(report),
    leads(report),
    ...limits.map((limit) => `· ${limit}`),
  ].join('\n');
}

function summary(report: ReplayReport): string {
  const table = terminalTable(['', 'in force', 'changed', 'difference']);
  for (const row of summaryRows(report)) {
    table.push([plain(row.figure), row.before ?? '', row.after ?? '', difference(row)]);
  }
  return table.toString();
}

function checks(report: ReplayReport): string {
  const table = terminalTable(['check', ...checkHeadings]);
  for (const row of report.checks) table.push([row.check, ...checkCells(row)]);
  return table.toString();
}

/** Those with the most lines crossed first; what no carrier is behind stands in the table of checks. */
function carriers(report: ReplayReport): readonly string[] {
  const rows = report.carriers
    .filter(({ carrier }) => carrier !== '')
    .toSorted((one, other) => other.before.crossed - one.before.crossed || other.before.opened - one.before.opened);
  if (rows.length === 0) return [];
  const table = terminalTable(['carrier', 'check', ...checkHeadings]);
  for (const row of rows.slice(0, mostCarriers)) {
    table.push([plain(row.carrier, 24), row.check, ...checkCells(row)]);
  }
  const more = rows.length - mostCarriers;
  return [table.toString(), ...(more > 0 ? [`and ${more} more; --csv and --json have them all`] : [])];
}

function leads(report: ReplayReport): string {
  const table = terminalTable(['first told', 'findings']);
  for (const row of report.leads) table.push([bucketText(row.bucket), change(row)]);
  return table.toString();
}
