import type { Check, Stage } from '../../shared/checks/check.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { days, hours } from '../../shared/domain/time.ts';
import { stageIds } from '../../shared/messages/messages.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { packs } from '../../shared/policies/registry.ts';
import { ask, type Answers } from './asked-checks.ts';
import { lifeRows } from './life-table.ts';

/** The parts of the README that are made from the code, by the name of their markers. */
export function readmeTables(): Readonly<Record<string, string>> {
  return { checks: checkTable(), stages: stageTable(), clauses: clauseTable(), life: table(lifeRows()) };
}

/** Puts every table between its markers, e.g. `<!-- checks:begin -->`. Throws when the text has no place for one. */
export function withTables(readme: string): string {
  return Object.entries(readmeTables()).reduce((text, [name, content]) => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${begin} and ${end}`);
    return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
  }, readme);
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
  return `${stage.severity}, ${offset < 0 ? `last ${span(-offset)}` : `${span(offset)} past the line`}`;
}

/** As the rules put it: 24, 48 and 72 hours, then days. */
function span(millis: number): string {
  return millis <= hours(72) ? `${millis / hours(1)} h` : `${millis / days(1)} d`;
}

function deadline({ platformFields, clauses, expires }: Answers): string {
  const clause =
    clauses.length > 0 ? [`${platformFields.length > 0 ? 'else ' : ''}clause ${code(clauses).join(', ')}`] : [];
  const field = platformFields.length > 0 ? [`${code(platformFields).join(', ')} of the order`] : [];
  return lines([...field, ...clause, ...(expires ? ['its own expiry'] : [])]);
}

function stageTable(): string {
  const texts = messagesIn('en').stages;
  return table([
    ['stage', 'check', 'severity', 'said as', 'if nobody acts'],
    ...checkCards.flatMap((check) =>
      check.stages.map((stage) => {
        const id = stageIds.find((known) => known === stage.id);
        if (id === undefined) throw new Error(`no words for stage ${stage.id} of ${check.id}`);
        return [`\`${id}\``, `\`${check.id}\``, stage.severity, texts[id].headline, texts[id].next];
      }),
    ),
  ]);
}

function clauseTable(): string {
  return table([
    ['clause', 'read by', 'rule', 'markets', 'line', 'in force', 'source'],
    ...packs.flatMap((pack) =>
      pack.clauses.map((clause) => [
        `\`${pack.id}/${clause.id}\``,
        lines(code(readersOf(pack, clause))),
        clause.rule,
        clause.markets?.join(', ') ??
          (pack.clauses.some((other) => isForMarkets(other, clause)) ? 'all others' : 'all'),
        length(clause),
        [clause.from && `from ${clause.from}`, clause.to && `to ${clause.to}`].filter(Boolean).join(' ') || 'always',
        clause.source,
      ]),
    ),
  ]);
}

/** The checks that draw a line from a clause. */
export function readersOf(pack: Pack, clause: Clause): readonly string[] {
  return checkCards.map(({ id }) => id).filter((id) => ask(id).clauses.includes(`${pack.id}/${clause.id}`));
}

function isForMarkets(other: Clause, clause: Clause): boolean {
  return other.clock === clause.clock && other.markets !== undefined;
}

function length({ deadline: form }: Clause): string {
  switch (form.form) {
    case 'hours':
      return span(form.length);
    case 'calendar-days':
      return `end of calendar day ${form.days} after the start`;
  }
}

function code(ids: Check['inhibitedBy']): readonly string[] {
  return ids.map((id) => `\`${id}\``);
}

function lines(parts: readonly string[]): string {
  return parts.length === 0 ? '–' : parts.join('<br>');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');
}
