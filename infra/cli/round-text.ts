import { styleText } from 'node:util';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Severity } from '../../shared/domain/verdict.ts';
import { en } from '../../shared/messages/en.ts';
import { byUrgency, type Urgency } from '../../shared/domain/risk.ts';
import { instant, type Duration } from '../../shared/domain/time.ts';
import { money } from '../../shared/messages/money.ts';
import type { FindingRow } from '../local/watching/finding-row.ts';
import type { Round, RoundOutcome } from '../local/watching/round.ts';
import { notWatchedText } from './not-watched-text.ts';
import { terminalTable } from './terminal-table.ts';

/** More than this is for the inbox and its tables, not for a terminal. */
const mostRows = 40;

type Shown = Omit<RoundOutcome, 'shops'> & { readonly shops: readonly Pick<Shop, 'id' | 'name'>[] };

/**
 * A round as people read it in a terminal: the shops, the findings by urgency, the rules behind them. `mailsAt`: where
 * the mails can be read, `Inbox: http://…`.
 */
export function roundText({ round, shops, failed, postponed }: Shown, mailsAt: string): string {
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  const rows = round.findings.toSorted((one, other) => byUrgency(urgencyOf(one), urgencyOf(other)));
  const shown = rows.slice(0, mostRows);
  return [
    '',
    shopTable(round, names, failed),
    findingTable(shown, round, names),
    ...(rows.length > shown.length ? [`… and ${rows.length - shown.length} more.`] : []),
    ...rulesText(shown),
    ...notWatchedText(round.shops, names),
    ...undelivered(round, postponed),
    `${round.mails === 1 ? '1 mail' : `${round.mails} mails`} sent. ${mailsAt}`,
  ].join('\n');
}

function undelivered({ queues }: Round, postponed: number): readonly string[] {
  const aside = Object.values(queues).reduce((sum, { deadLettered }) => sum + deadLettered, 0);
  return [
    ...(postponed > 0
      ? [`${postponed} waiting for a receiver that takes nothing now: tried again for a day, while this runs.`]
      : []),
    ...(aside > 0 ? [`${aside} put aside: npm run redrive -- --dry-run says why.`] : []),
  ];
}

type Names = ReadonlyMap<string, string>;

function shopTable(round: Round, names: Names, failed: readonly string[]): string {
  const table = terminalTable([
    'Shop',
    'Open',
    'Pulled',
    'Calls',
    'New',
    'Worse',
    'Solved',
    'Notices',
    'Remedies',
    'Took',
  ]);
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

function findingTable(rows: readonly FindingRow[], { now }: Round, names: Names): string {
  if (rows.length === 0) return 'Nothing is late and nothing is about to be.';
  const table = terminalTable(['To the line', 'At risk', 'What', 'Shop', 'Order', 'By']);
  for (const row of rows) {
    table.push([
      inSeverity(row.severity, timeToLine(row, Date.parse(now))),
      { content: (row.risk && money(row.risk.amount, row.risk.currency, 'en')) ?? '–', hAlign: 'right' },
      headline(row),
      names.get(row.shop) ?? row.shop,
      row.order ?? row.subject.id,
      row.deadlineSource ?? (row.rule ? ruleName(row.rule) : '–'),
    ]);
  }
  return table.toString();
}

/** Every rule that the table names, once: who says so, and from when to when. */
function rulesText(rows: readonly FindingRow[]): readonly string[] {
  const rules = new Map(rows.flatMap(({ rule }) => (rule ? [[ruleName(rule), rule] as const] : [])));
  const lines = [...rules]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { source, from, to }]) => {
      const dates = [from && `from ${from}`, to && `before ${to}`].filter(Boolean).join(', ');
      return `  ${name}: ${source}; ${dates === '' ? 'undated' : `in force ${dates}`}`;
    });
  return lines.length === 0 ? [] : ["By rules of packs, not by TikTok's own fields:", ...lines];
}

function ruleName({ pack, clause }: NonNullable<FindingRow['rule']>): string {
  return `${pack}/${clause}`;
}

function urgencyOf({ deadline, since, risk }: FindingRow): Urgency {
  return { line: instant(Date.parse(deadline ?? since)), risk: risk ?? undefined };
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
