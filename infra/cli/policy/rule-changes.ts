import type { Clause, Limit, Mark } from '../../../shared/policies/policy.ts';
import { formText, limitText } from './form-text.ts';
import { whomText } from './rule-table.ts';
import { rulesInForce, type Asked, type Found } from './rules-in-force.ts';

/** A rule, or a window within a rule, that began or ended. */
export interface Change {
  /** `sea/pickup-by`. */
  readonly rule: string;
  /** The clock, the figure or the part of a parcel it is about. */
  readonly about: string;
  readonly whom: string;
  readonly says: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
}

export interface RuleChanges {
  readonly from: string;
  readonly to: string;
  readonly ended: readonly Change[];
  readonly began: readonly Change[];
}

/** What holds on the one day (ISO date) and not on the other, in the order of clocks and figures. */
export function ruleChanges(asked: Asked, from: string, to: string): RuleChanges {
  const [before, after] = [standing(asked, from), standing(asked, to)];
  return { from, to, ended: beyond(before, after), began: beyond(after, before) };
}

export function changesText({ from, to, ended, began }: RuleChanges): string {
  const all = [
    ...ended.map((change) => ({ sign: '-', day: from, ...change })),
    ...began.map((change) => ({ sign: '+', day: to, ...change })),
  ];
  if (all.length === 0) return `The same rules on ${from} and ${to}.`;
  const subjects = [...new Set(all.map(({ about }) => about))];
  return subjects
    .flatMap((subject) => [
      subject,
      ...all
        .filter(({ about }) => about === subject)
        .flatMap(({ sign, day, rule, whom, says, source }) => [
          `  ${sign} ${day}  ${rule}  (${whom})`,
          `      ${says}`,
          `      ${source}`,
        ]),
    ])
    .join('\n');
}

function beyond(these: ReadonlyMap<string, Change>, those: ReadonlyMap<string, Change>): readonly Change[] {
  return [...these].flatMap(([name, change]) => (those.has(name) ? [] : [change]));
}

function standing(asked: Asked, on: string): ReadonlyMap<string, Change> {
  const { clauses, limits, marks } = rulesInForce(asked, on);
  return new Map([
    ...clauses.flatMap((clause) => entries(clause, clause.clock, `${formText(clause.deadline)}. ${clause.rule}`, on)),
    ...limits.flatMap((limit) => entries(limit, limit.metric, `${limitText(limit)}. ${limit.rule}`, on)),
    ...marks.flatMap((mark) => entries(mark, mark.mark, mark.rule, on)),
  ]);
}

function entries(
  found: Found<Clause> | Found<Limit> | Found<Mark>,
  about: string,
  says: string,
  on: string,
): readonly (readonly [string, Change])[] {
  const rule = `${found.pack}/${found.id}`;
  const change = { rule, about, whom: whomText(found), source: `${found.source} (${found.confidence})` };
  const open = (found.transitions ?? []).filter((window) => window.from.slice(0, 10) <= on && on < window.to);
  return [
    [rule, { ...change, says, from: found.from ?? null, to: found.to ?? null }],
    ...open.map(
      ({ from, to, says }) => [`${rule} ${from}`, { ...change, rule, says, from, to }] satisfies [string, Change],
    ),
  ];
}
