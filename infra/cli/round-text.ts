import { styleText } from 'node:util';
import CliTable from 'cli-table3';
import type { Severity } from '../../shared/domain/verdict.ts';
import type { Duration } from '../../shared/domain/time.ts';
import { en } from '../../shared/messages/en.ts';
import type { FindingRow, Round, RoundOutcome } from '../local/watching/round.ts';
import type { LocalTidewatch } from '../local/watching/tidewatch.ts';

/** More than this is for the inbox and its tables, not for a terminal. */
const mostRows = 40;

/** A round as people read it in a terminal: the shops, then the findings by time to the line. */
export function roundText({ round, failed }: RoundOutcome, tidewatch: LocalTidewatch): string {
  const names = new Map(tidewatch.world.file.shops.map(({ id, name }) => [id, name]));
  return [
    '',
    shopTable(round, names, failed),
    findingTable(round, names),
    ...(round.findings.length > mostRows ? [`… and ${round.findings.length - mostRows} more.`] : []),
    `${round.mails} mails sent. Inbox: ${styleText('bold', tidewatch.stack.inboxUrl)}`,
  ].join('\n');
}

type Names = ReadonlyMap<string, string>;

function shopTable(round: Round, names: Names, failed: readonly string[]): string {
  const table = newTable(['Shop', 'Open', 'Pulled', 'Calls', 'New', 'Worse', 'Solved', 'Notices', 'Remedies', 'Took']);
  for (const { shop, orders, calls, transitions, notices, remedies, durationMs } of round.shops) {
    const name = names.get(shop) ?? shop;
    table.push([
      failed.includes(shop) ? styleText('red', `${name}: not read to the end`) : name,
      orders.open,
      orders.pulled,
      calls.search + calls.tracking + calls.other,
      transitions.opened + transitions.reopened,
      transitions.escalated,
      transitions.resolved,
      notices,
      remedies,
      `${(durationMs / 1_000).toFixed(1)} s`,
    ]);
  }
  return table.toString();
}

function findingTable(round: Round, names: Names): string {
  if (round.findings.length === 0) return 'Nothing is late and nothing is about to be.';
  const table = newTable(['To the line', 'What', 'Shop', 'Order', 'By']);
  for (const row of round.findings.slice(0, mostRows)) {
    table.push([
      inSeverity(row.severity, timeToLine(row, Date.parse(round.now))),
      headline(row),
      names.get(row.shop) ?? row.shop,
      row.order ?? row.subject.id,
      row.deadlineSource ?? '–',
    ]);
  }
  return table.toString();
}

/** Coloured like all the rest: on a terminal only. */
function newTable(head: string[]): InstanceType<typeof CliTable> {
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  const style = isColoured ? { head: ['bold'], border: ['grey'] } : { head: [], border: [] };
  return new CliTable({ head, style: { ...style, compact: true } });
}

function headline({ stage, inhibitedBy }: FindingRow): string {
  const texts: Readonly<Record<string, { readonly headline: string }>> = en.stages;
  return `${texts[stage]?.headline ?? stage}${inhibitedBy === null ? '' : ' (silent)'}`;
}

function timeToLine({ deadline, since }: FindingRow, now: number): string {
  if (deadline === null) return `for ${en.duration((now - Date.parse(since)) as Duration)}`;
  const left = Date.parse(deadline) - now;
  return left >= 0 ? `in ${en.duration(left as Duration)}` : `${en.duration(-left as Duration)} over`;
}

function inSeverity(severity: Severity, text: string): string {
  const colours = { warning: 'yellow', breach: 'red', critical: 'magenta' } as const;
  return styleText(colours[severity], text);
}
