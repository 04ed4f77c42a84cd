import type { Messages } from '../messages/messages.ts';
import { inert } from './mrkdwn.ts';
import { rowLine, type ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';
import {
  context,
  header,
  linked,
  mostBlocks,
  mostText,
  section,
  slackBody,
  type SlackMessage,
} from './slack-blocks.ts';

/** A block of text and how many rows it tells. */
interface Part {
  readonly lines: readonly string[];
  readonly tells: number;
}

/** A digest or report as blocks: a section each, longer ones in several; what does not fit is counted. */
export function slackReport(view: ReportView, messages: Messages): SlackMessage {
  const parts = view.sections.flatMap((one) => partsOf(one, messages));
  const lead = view.lead.length > 0 ? [section(view.lead.map(inert))] : [];
  const before = [header(view.title), context([inert(view.shop), inert(`${view.kind} · ${view.when}`)]), ...lead];
  const kept = parts.slice(0, mostBlocks - before.length - 1);
  const cut = parts.slice(kept.length).reduce((sum, { tells }) => sum + tells, 0);
  const rest = cut > 0 ? [context([messages.report.more(cut)])] : [];
  return slackBody(view.subject, [...before, ...kept.map(({ lines }) => section(lines)), ...rest]);
}

function partsOf({ title, lines, table }: ReportSection, { colon }: Messages): readonly Part[] {
  const rows = (table?.rows ?? []).map(
    (row) => `• ${rowLine(row, table?.head ?? [], colon, inert, (label) => linked(label, row.href))}`,
  );
  const parts: Part[] = [];
  let open: Part = { lines: [`*${inert(title)}*`, ...lines.map(inert)], tells: 0 };
  for (const row of rows) {
    if ([...open.lines, row].join('\n').length > mostText) {
      parts.push(open);
      open = { lines: [], tells: 0 };
    }
    open = { lines: [...open.lines, row], tells: open.tells + 1 };
  }
  return [...parts, open];
}
