import type { NoticeRequest } from '../domain/notice.ts';
import type { Messages } from '../messages/messages.ts';
import type { RowView } from './notice-row.ts';
import type { GroupView, NoticeView } from './notice-view.ts';
import { cut, linked, sizeOf, spaced, type Dialect, type Limits, type Line } from './robot-lines.ts';

/**
 * The notice below its first line, most urgent first. What is too long is cut by whole lines, and a line says
 * how many findings are left out. Notes about the whole shop are never cut.
 */
export function robotText(
  view: NoticeView,
  messages: Messages,
  of: Pick<NoticeRequest, 'lines' | 'more'>,
  dialect: Dialect,
  limits: Limits,
): string {
  const style = { messages, dialect, limits };
  const blocks = [
    lead(view, style),
    ...view.groups.map((group) => groupLines(group, style)),
    solvedLines(view, style),
    unwatchedLines(view, style),
  ];
  const gap = dialect.newline + dialect.newline;
  const notes = view.notes.length === 0 ? '' : gap + view.notes.map(dialect.inert).join(dialect.newline);
  const total = of.lines.length + of.more;
  const rest = (count: number) => gap + messages.notice.andMore(count);
  const kept = cut(spaced(blocks, dialect), limits.bytes - sizeOf(rest(total)) - sizeOf(notes));
  const told = kept.reduce((sum, { tells = 0 }) => sum + tells, 0);
  return kept.map(({ text }) => text).join('') + (told < total ? rest(total - told) : '') + notes;
}

interface Style {
  readonly messages: Messages;
  readonly dialect: Dialect;
  readonly limits: Limits;
}

function lead(view: NoticeView, { messages, dialect, limits }: Style): readonly Line[] {
  const { inert } = dialect;
  const text = messages.notice;
  const { next, first } = view;
  const lines = [
    `${inert(view.kind)} · ${inert(view.when)}`,
    ...(next
      ? [
          `**${text.nextLine}${messages.colon}${inert(next.at)}** – ${inert(next.left)} · ${inert(next.subject)} – ${inert(next.headline)}`,
        ]
      : view.allCrossed
        ? [`**${inert(text.allCrossed)}**`]
        : []),
    ...(first
      ? [
          `**${text.doFirst}${messages.colon.trim()}** ${linked(inert(first.of), first.href, dialect)} – ${inert(first.act)}`,
        ]
      : []),
    ...(view.worth ? [inert(view.worth)] : []),
    ...(limits.brief ? [] : [inert(view.why)]),
  ];
  return lines.map((line) => ({ text: line }));
}

function groupLines(group: GroupView, of: Style): readonly Line[] {
  const { messages, dialect, limits } = of;
  const { inert } = dialect;
  const text = messages.notice;
  const label = (name: string, value: string) => `${name}${messages.colon}${inert(value)}`;
  const head = [
    `**${inert(group.severityName)} · ${inert(group.headline)}** · ${inert(group.count)}`,
    ...(limits.brief ? [] : [label(text.ifNobodyActs, group.next)]),
    label(text.whatToDo, group.act),
    ...(group.risk && !limits.brief ? [label(text.risk.label, group.risk)] : []),
  ];
  return [
    ...head.map((line): Line => ({ text: line, opens: true })),
    ...group.rows.map((row): Line => ({ text: rowText(row, of), tells: 1 })),
  ];
}

function rowText(row: RowView, { messages, dialect, limits }: Style): string {
  const { inert, bullet, newline } = dialect;
  const { carrier, parcel } = messages.notice;
  const shown = row.details.filter(({ label }) => !limits.brief || label === carrier || label === parcel);
  const details = shown.map(({ label, value }) => `${label}${messages.colon}${inert(value)}`);
  const figures = [row.timing, row.worth, row.change].filter((part) => part !== undefined).map(inert);
  // Where room is short one link has to do: the page behind it leads on to the order.
  const href = limits.brief ? (row.links?.choose ?? row.href) : row.href;
  const links = row.links && !limits.brief ? [dialect.link(messages.notice.handle, row.links.choose)] : [];
  const head = [`${bullet}${linked(inert(row.subject), href, dialect)}`, ...figures, ...links];
  return limits.brief
    ? [...head, ...details].join(' · ')
    : // A name may stand first: the dash keeps a line from beginning as a list or a heading.
      `${head.join(' · ')}${newline}– ${[inert(row.what), ...details].join(' · ')}`;
}

function solvedLines({ solved }: NoticeView, { messages, dialect }: Style): readonly Line[] {
  const { inert, bullet } = dialect;
  if (solved.length === 0) return [];
  return [
    { text: `**✓ ${messages.notice.solved}**`, opens: true },
    ...solved.map((row): Line => ({
      text: `${bullet}${linked(inert(row.subject), row.href, dialect)} · ${inert(row.headline)}${messages.colon}${inert(row.because)}`,
      tells: 1,
    })),
  ];
}

function unwatchedLines({ unwatched }: NoticeView, { messages, dialect }: Style): readonly Line[] {
  const { inert, bullet } = dialect;
  if (!unwatched) return [];
  return [
    { text: `**${inert(unwatched.title)}**`, opens: true },
    { text: inert(unwatched.intro), opens: true },
    ...unwatched.rows.map(({ what, needs }): Line => ({
      text: `${bullet}**${inert(what)}**${messages.colon}${inert(needs)}`,
    })),
  ];
}
