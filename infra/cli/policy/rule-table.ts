import CliTable from 'cli-table3';
import { usualStart, type Clause, type Limit, type Mark, type Rule } from '../../../shared/policies/policy.ts';
import { formText, limitText, stagesText } from './form-text.ts';
import type { Found, RulesInForce } from './rules-in-force.ts';

/** The rules in force as tables; every row names its source and from when to when it holds. */
export function ruleTables({ clauses, limits, marks }: RulesInForce, on: string): string {
  const parts = [
    clauses.length === 0 ? 'No clock is set by these packs.' : clauseTable(clauses, on),
    ...(limits.length === 0 ? [] : [limitTable(limits, on)]),
    ...(marks.length === 0 ? [] : [markTable(marks, on)]),
  ];
  return parts.join('\n');
}

function clauseTable(clauses: readonly Found<Clause>[], on: string): string {
  const table = newTable(['Clock', 'Line', 'For whom, from – to', 'Rule', 'Source']);
  for (const clause of clauses) {
    const stages = stagesText(clause);
    table.push([
      `${clause.clock}\nfrom the ${(clause.starts ?? usualStart[clause.clock]).replace('-', ' ')}`,
      `${formText(clause.deadline)}${stages === '' ? '' : `\n${stages}`}`,
      `${whomText(clause)}\n${inForceText(clause, on)}`,
      ruleText(clause),
      sourceText(clause),
    ]);
  }
  return table.toString();
}

function limitTable(limits: readonly Found<Limit>[], on: string): string {
  const table = newTable(['Figure', 'Must be', 'For whom, from – to', 'Rule', 'Source']);
  for (const limit of limits) {
    table.push([
      limit.metric,
      limitText(limit),
      `${whomText(limit)}\n${inForceText(limit, on)}`,
      ruleText(limit),
      sourceText(limit),
    ]);
  }
  return table.toString();
}

function markTable(marks: readonly Found<Mark>[], on: string): string {
  const table = newTable(['Parcel and papers', 'For whom, from – to', 'Rule', 'Source'], [33, 36, 74, 40]);
  for (const mark of marks) {
    table.push([mark.mark, `${whomText(mark)}\n${inForceText(mark, on)}`, ruleText(mark), sourceText(mark)]);
  }
  return table.toString();
}

/** Whom a rule binds: `GB; local; TikTok Shipping`. */
export function whomText(rule: Found<Rule>): string {
  const { about, sellerTypes, logistics, orderTypes, deliveryOptions } = rule;
  const sellers = sellerTypes?.map((type) => (type === 'LOCAL' ? 'local shops' : 'cross-border shops'));
  const limits = [about, sellers, logistics, orderTypes, deliveryOptions];
  return limits.flatMap((names) => (names ? [names.join(', ')] : [])).join('; ') || 'all';
}

/** `2025-10-23 – 2026-01-12`; the second date is the first day it no longer holds. */
function inForceText({ from, to, transitions = [] }: Rule, on: string): string {
  const dates = from === undefined && to === undefined ? 'undated' : `${from ?? '…'} – ${to ?? '…'}`;
  const now = transitions.filter((transition) => transition.to > on);
  return [dates, ...now.map((transition) => `${transition.from} – ${transition.to}: ${transition.says}`)].join('\n');
}

function ruleText({ rule, penalty }: Rule): string {
  return penalty ? `${rule}\nElse: ${penalty.says}` : rule;
}

function sourceText({ pack, id, source, confidence }: Found<Rule>): string {
  return `${pack}/${id}\n${source} (${confidence})`;
}

function newTable(head: string[], colWidths = [33, 29, 36, 44, 40]): InstanceType<typeof CliTable> {
  return new CliTable({ head, colWidths, wordWrap: true, style: { head: [], border: [] } });
}
