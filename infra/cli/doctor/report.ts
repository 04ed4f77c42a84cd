import { styleText } from 'node:util';
import { counted } from '../../../shared/messages/en-words.ts';
import { terminalTable } from '../terminal-table.ts';
import type { Finding } from './examine.ts';
import type { Health } from './examination.ts';

const colours = { ok: 'green', warn: 'yellow', bad: 'red', unknown: 'magenta' } as const satisfies Record<
  Health,
  string
>;

/** A row fits a terminal of 150 signs. */
const widths = [null, 9, 35, 42, 42];

/** As people read it: what is well in one row for each examination, and what is wrong in the same way in one. */
export function report(findings: readonly Finding[]): string {
  const table = terminalTable(['Examined', '', 'Of', 'What', 'To do'], { widths });
  for (const [id, own] of Map.groupBy(findings, ({ examination }) => examination)) {
    for (const row of [...wellOf(own), ...wrongOf(own)])
      table.push([id, styleText(colours[row.health], row.health), row.about ?? '', row.what, row.toDo ?? '']);
  }
  return `${table.toString()}\n${totals(findings)}`;
}

function wellOf(findings: readonly Finding[]): readonly Finding[] {
  const well = findings.filter(({ health }) => health === 'ok');
  const [first] = well;
  if (!first || well.length === 1) return well;
  const { about: _, ...row } = first;
  return [{ ...row, what: `${well.length} of ${findings.length} are well.` }];
}

function wrongOf(findings: readonly Finding[]): readonly Finding[] {
  const wrong = findings.filter(({ health }) => health !== 'ok');
  const alike = Map.groupBy(wrong, ({ health, what, toDo }) => JSON.stringify([health, what, toDo]));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ? [first] : [];
    const about = [first, ...others].map((finding) => finding.about ?? '').join('\n');
    return [{ ...first, about }];
  });
}

function totals(findings: readonly Finding[]): string {
  const count = (of: Health): number => findings.filter(({ health }) => health === of).length;
  if (count('ok') === findings.length) return 'All is well.';
  const unknown = count('unknown') > 0 ? `, ${count('unknown')} could not be looked at` : '';
  return `${counted(count('bad'), 'thing')} bad, ${count('warn')} worth a look${unknown}.`;
}
