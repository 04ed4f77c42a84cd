import type { Check, Stage } from '../../shared/checks/check.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { days, hours } from '../../shared/domain/time.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { formText } from '../../infra/cli/policy/form-text.ts';
import { article } from '../../shared/policies/article.ts';
import { ask, type Answers } from './asked-checks.ts';
import { readersOf } from './clause-readers.ts';

const [begin, end] = ['<!-- checks:begin -->', '<!-- checks:end -->'];

/** The README with the tables of the code between its markers. Throws when it has no place for them. */
export function withTables(readme: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${begin} and ${end}`);
  return `${readme.slice(0, from + begin.length)}\n${checkTable()}\n\n${clauseTable()}\n${readme.slice(to)}`;
}

function checkTable(): string {
  return table([
    ['check', 'judges', 'stages', 'deadline', 'silenced by', 'remedy'],
    ...checkCards.map((check) => {
      const answers = ask(check.id);
      const stages = check.stages.map((stage) => `\`${stage.id}\` (${when(stage, answers)})`);
      const remedies = check.stages.flatMap(({ id, remedy }) =>
        remedy === undefined ? [] : `\`${remedy}\` at \`${id}\``,
      );
      return [
        `\`${check.id}\``,
        check.on,
        lines(stages),
        deadline(answers),
        lines(code(check.inhibitedBy)),
        lines(remedies),
      ];
    }),
  ]);
}

function when(stage: Stage, { begins }: Answers): string {
  const offset = begins.get(stage.id);
  if (offset === undefined) return stage.severity;
  if (offset === 0) return `${stage.severity}, past the line`;
  return `${stage.severity}, ${offset < 0 ? `last ${span(Math.abs(offset))}` : `${span(offset)} past the line`}`;
}

/** As the rules put it: 24, 48 and 72 hours, then days. */
function span(millis: number): string {
  return millis <= hours(72) ? `${millis / hours(1)} h` : `${millis / days(1)} d`;
}

function deadline({ platformFields, clauses, expires }: Answers): string {
  const own = [
    ...(platformFields.length > 0 ? [`${code(platformFields).join(', ')} of the order`] : []),
    ...(expires ? ['its own expiry'] : []),
  ];
  const computed = clauses.length > 0 ? [`clause ${code(clauses).join(', ')}`] : [];
  return lines([...own, ...computed.map((clause) => (own.length > 0 ? `else ${clause}` : clause))]);
}

function clauseTable(): string {
  return table([
    ['clause', 'read by', 'rule', 'markets', 'line', 'in force', 'source'],
    ...[article].flatMap((pack: Pack) =>
      pack.clauses.map((clause) => [
        `\`${pack.id}/${clause.id}\``,
        lines(code(readersOf(pack, clause))),
        clause.rule,
        clause.markets?.join(', ') ??
          (pack.clauses.some((other) => isForMarkets(other, clause)) ? 'all others' : 'all'),
        formText(clause.deadline),
        [clause.from && `from ${clause.from}`, clause.to && `to ${clause.to}`].filter(Boolean).join(' ') || 'always',
        clause.source,
      ]),
    ),
  ]);
}

function isForMarkets(other: Clause, clause: Clause): boolean {
  return other.clock === clause.clock && other.markets !== undefined;
}

function code(ids: Check['inhibitedBy']): readonly string[] {
  return ids.map((id) => `\`${id}\``);
}

function lines(parts: readonly string[]): string {
  return parts.length === 0 ? '–' : parts.join('<br>');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
