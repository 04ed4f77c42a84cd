import type { Messages } from '../../messages/messages.ts';
import type { GroupView, NoticeView } from '../notice-view.ts';
import type { RowView } from '../notice-row.ts';
import type { UnwatchedView } from '../notice-unwatched.ts';

/** The same notice as plain text, in the same order. */
export function noticeText(view: NoticeView, messages: Messages): string {
  const text = messages.notice;
  const blocks = [
    [view.shop, `${view.kind} · ${view.when}`],
    [view.title],
    [...ahead(view, messages), ...(view.worth ? [view.worth] : [])],
    view.first
      ? [
          labelled(messages, text.doFirst, view.first.of),
          `  ${view.first.act}`,
          ...(view.first.href ? [`  ${view.first.href}`] : []),
        ]
      : [],
    [labelled(messages, text.why, view.why)],
    ...view.groups.map((group) => groupLines(group, messages)),
    view.solved.length > 0 ? solvedLines(view, messages) : [],
    view.unwatched ? unwatchedLines(view.unwatched, messages) : [],
    view.notes,
    ['--', text.footer],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function labelled(messages: Messages, label: string, value: string): string {
  return `${label}${messages.colon}${value}`;
}

function ahead({ next, allCrossed }: NoticeView, messages: Messages): readonly string[] {
  const text = messages.notice;
  if (next)
    return [labelled(messages, text.nextLine, `${next.at} – ${next.left}`), `  ${next.subject} – ${next.headline}`];
  return allCrossed ? [text.allCrossed] : [];
}

function groupLines(group: GroupView, messages: Messages): readonly string[] {
  const text = messages.notice;
  return [
    `== ${group.severityName} · ${group.headline} · ${group.count}`,
    labelled(messages, text.ifNobodyActs, group.next),
    labelled(messages, text.whatToDo, group.act),
    ...(group.risk ? [labelled(messages, text.risk.label, group.risk)] : []),
    ...group.rows.flatMap((row) => ['', ...rowLines(row, messages)]),
    ...(group.more ? ['', group.more] : []),
  ];
}

function rowLines(row: RowView, messages: Messages): readonly string[] {
  const head = [row.subject, row.timing, row.worth, row.change].filter((part) => part !== undefined);
  return [
    `- ${head.join(' · ')}`,
    `  ${row.what}`,
    ...row.details.map(({ label, value }) => `  ${labelled(messages, label, value)}`),
    ...(row.href ? [`  ${row.href}`] : []),
    ...(row.links ? [`  ${labelled(messages, messages.notice.handle, row.links.choose)}`] : []),
  ];
}

function solvedLines(view: NoticeView, messages: Messages): readonly string[] {
  return [
    `== ${messages.notice.solved}`,
    ...view.solved.map((row) => `- ${row.subject} · ${labelled(messages, row.headline, row.because)}`),
    ...(view.solvedMore ? [view.solvedMore] : []),
  ];
}

function unwatchedLines({ title, intro, rows }: UnwatchedView, messages: Messages): readonly string[] {
  return [`== ${title}`, intro, ...rows.map(({ what, needs }) => `- ${labelled(messages, what, needs)}`)];
}
