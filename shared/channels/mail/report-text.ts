import type { Messages } from '../../messages/messages.ts';
import { rowLine, type ReportSection } from '../report-section.ts';
import type { ReportView } from '../report-view.ts';

/** The same digest or report as plain text, in the same order. */
export function reportText(view: ReportView, messages: Messages): string {
  const blocks = [
    [view.shop, view.kind],
    [view.title],
    [view.when, ...view.lead],
    ...view.sections.map((section) => sectionLines(section, messages)),
    ['--', messages.notice.footer],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function sectionLines({ title, lines, table }: ReportSection, { colon }: Messages): readonly string[] {
  const rows = (table?.rows ?? []).map((row) => `- ${rowLine(row, table?.head ?? [], colon, asIs, asIs)}`);
  return [`== ${title}`, ...lines, ...rows];
}

function asIs(text: string): string {
  return text;
}
