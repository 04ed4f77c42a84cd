import { styleText } from 'node:util';
import { findingKey } from '../../shared/domain/finding.ts';
import { byUrgency, type Urgency } from '../../shared/domain/risk.ts';
import { instant, type Duration } from '../../shared/domain/time.ts';
import type { Severity } from '../../shared/domain/verdict.ts';
import { en } from '../../shared/messages/en.ts';
import { money } from '../../shared/messages/money.ts';
import { plain } from '../../shared/messages/plain.ts';
import type { FindingRow } from '../local/watching/finding-row.ts';
import { terminalTable } from './terminal-table.ts';

/** More than this is for the inbox and its tables, not for a terminal. */
export const mostRows = 40;

/** Of shops, by id. */
export type Names = ReadonlyMap<string, string>;

interface TableSetting {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly names: Names;
  /** What a row is known by: its order, or the name that commands take. */
  readonly by: 'order' | 'name';
}

export function mostUrgentFirst(rows: readonly FindingRow[]): readonly FindingRow[] {
  return rows.toSorted((one, other) => byUrgency(urgencyOf(one), urgencyOf(other)));
}

/** Findings as people read them in a terminal, in the order in which they are given. */
export function findingTable(rows: readonly FindingRow[], { now, names, by }: TableSetting): string {
  if (rows.length === 0) return 'Nothing is late and nothing is about to be.';
  const known = by === 'order' ? 'Order' : 'Finding';
  const table = terminalTable(['To the line', 'At risk', 'What', 'Shop', known, 'By']);
  for (const row of rows) {
    table.push([
      inSeverity(row.severity, timeToLine(row, now)),
      { content: (row.risk && money(row.risk.amount, row.risk.currency, 'en')) ?? '–', hAlign: 'right' },
      headline(row),
      plain(names.get(row.shop) ?? row.shop, 60),
      by === 'order' ? plain(row.order ?? row.subject.id) : findingName(row),
      row.deadlineSource ?? (row.rule ? ruleName(row.rule) : '–'),
    ]);
  }
  return table.toString();
}

/** What commands call a finding, the same over sweeps: `confirm-by/5782…`, within its shop. Carriers name incidents. */
export function findingName({ check, subject }: Pick<FindingRow, 'check' | 'subject'>): string {
  return plain(findingKey(subject, check));
}

/** Every rule that the table names, once: who says so, and from when to when. */
export function rulesText(rows: readonly FindingRow[]): readonly string[] {
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

/** What it says, and what is done about it: `To be confirmed soon (acknowledged)`. */
export function headline({ stage, state, inhibitedBy }: Pick<FindingRow, 'stage' | 'state' | 'inhibitedBy'>): string {
  const texts: Readonly<Record<string, { readonly headline: string }>> = en.stages;
  return `${texts[stage]?.headline ?? stage}${markOf({ state, inhibitedBy })}`;
}

function markOf({ state, inhibitedBy }: Pick<FindingRow, 'state' | 'inhibitedBy'>): string {
  if (state === 'dismissed') return ' (no problem)';
  if (inhibitedBy !== null) return inhibitedBy === 'snooze' ? ' (snoozed)' : ' (silent)';
  return state === 'acknowledged' ? ' (acknowledged)' : '';
}

/** `in 3 hours`, `2 hours over`; where there is no line, for how long it has been so. `now`: epoch milliseconds. */
export function timeToLine({ deadline, since }: Pick<FindingRow, 'deadline' | 'since'>, now: number): string {
  if (deadline === null) return `for ${en.duration((now - Date.parse(since)) as Duration)}`;
  const left = Date.parse(deadline) - now;
  return left >= 0 ? `in ${en.duration(left as Duration)}` : `${en.duration(-left as Duration)} over`;
}

function inSeverity(severity: Severity, text: string): string {
  const colours = { warning: 'yellow', breach: 'red', critical: 'magenta' } as const;
  return styleText(colours[severity], text);
}
