import type { Messages } from '../messages/messages.ts';
import { rowLine, type ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';
import { cut, linked, sizeOf, spaced, type Dialect, type Limits, type Line } from './robot-lines.ts';

/** Rows of a section where every byte counts; the others are counted. */
const mostBrief = 5;

/**
 * A digest or report below its first line, section by section, each row on a line. What is too long is cut by whole
 * rows, and the last line says how many.
 */
export function robotReport(view: ReportView, messages: Messages, dialect: Dialect, limits: Limits): string {
  const { inert, newline } = dialect;
  const total = view.sections.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
  const rest = (count: number) => newline + newline + messages.report.more(count);
  const opening = [view.when, ...view.lead].map((text) => ({ text: inert(text) }));
  const blocks = [opening, ...view.sections.map((section) => sectionLines(section, messages, dialect, limits))];
  const kept = cut(spaced(blocks, dialect), limits.bytes - sizeOf(rest(total)));
  const told = kept.reduce((sum, { tells = 0 }) => sum + tells, 0);
  return kept.map(({ text }) => text).join('') + (told < total ? rest(total - told) : '');
}

function sectionLines(
  { title, lines, table }: ReportSection,
  messages: Messages,
  dialect: Dialect,
  { brief }: Limits,
): readonly Line[] {
  const { inert, bullet } = dialect;
  const rows = brief ? table?.rows.slice(0, mostBrief) : table?.rows;
  return [
    { text: `**${inert(title)}**`, opens: true },
    // Where there is a table its notes only explain it.
    ...(brief && table ? [] : lines).map((text): Line => ({ text: inert(text), ...(table && { opens: true }) })),
    ...(rows ?? []).map((row): Line => ({
      text:
        bullet + rowLine(row, table?.head ?? [], messages.colon, inert, (label) => linked(label, row.href, dialect)),
      tells: 1,
    })),
  ];
}
