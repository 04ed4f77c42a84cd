import type { Messages } from '../messages/messages.ts';
import { escapeSlack, fit, inert } from './mrkdwn.ts';
import type { RowView } from './notice-row.ts';
import type { UnwatchedView } from './notice-unwatched.ts';
import type { GroupView, NoticeView } from './notice-view.ts';

/** `verbatim` keeps Slack from turning names and addresses inside our text into links and mentions. */
interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

export type SlackBlock =
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'divider' };

/** Body of an incoming webhook: blocks, and the text that notifications and old clients show. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

// Slack's limits (Block Kit reference, 2026).
export const mostBlocks = 50;
/** Characters of one section. */
export const mostText = 3_000;
const mostHeader = 150;

export function slackMessage(view: NoticeView, messages: Messages): SlackMessage {
  const blocks: readonly SlackBlock[] = [
    header(view.title),
    context([`${inert(view.shop)} · ${inert(view.kind)} · ${inert(view.when)}`]),
    section(lead(view, messages)),
    ...view.groups.flatMap((group): SlackBlock[] => [
      { type: 'divider' },
      section(groupHead(group, messages)),
      ...sections([...group.rows.map((row) => rowText(row, messages)), ...(group.more ? [inert(group.more)] : [])]),
    ]),
    ...(view.solved.length > 0 ? [{ type: 'divider' } as const, section(solved(view, messages))] : []),
    ...(view.unwatched ? [{ type: 'divider' } as const, section(unwatched(view.unwatched, messages))] : []),
    ...(view.notes.length > 0 ? [context(view.notes.map(inert))] : []),
  ];
  const fitting =
    blocks.length <= mostBlocks ? blocks : [...blocks.slice(0, mostBlocks - 1), context([messages.notice.footer])];
  return slackBody(view.subject, fitting);
}

export function slackBody(subject: string, blocks: readonly SlackBlock[]): SlackMessage {
  return { text: fit([inert(subject)], mostText), blocks, unfurl_links: false, unfurl_media: false };
}

export function header(title: string): SlackBlock {
  return { type: 'header', text: { type: 'plain_text', text: fit([escapeSlack(title)], mostHeader), emoji: false } };
}

export function section(lines: readonly string[]): SlackBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: fit(lines, mostText), verbatim: true } };
}

/** As many as the lines need. */
function sections(lines: readonly string[]): readonly SlackBlock[] {
  const parts: string[][] = [[]];
  let left = mostText;
  for (const line of lines) {
    if (line.length + 1 > left && left < mostText) {
      parts.push([]);
      left = mostText;
    }
    parts.at(-1)?.push(line);
    left -= line.length + 1;
  }
  return parts.map(section);
}

export function context(lines: readonly string[]): SlackBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: fit(lines, mostText), verbatim: true }] };
}

function lead(view: NoticeView, messages: Messages): readonly string[] {
  const text = messages.notice;
  const { next, first } = view;
  return [
    ...(next
      ? [
          `*${text.nextLine}${messages.colon}${inert(next.at)}* – ${inert(next.left)}`,
          inert(`${next.subject} – ${next.headline}`),
        ]
      : view.allCrossed
        ? [`*${inert(text.allCrossed)}*`]
        : []),
    ...(first
      ? [`*${text.doFirst}${messages.colon.trim()}* ${linked(inert(first.of), first.href)}`, inert(first.act)]
      : []),
    ...(view.worth ? [inert(view.worth)] : []),
    inert(view.why),
  ];
}

function groupHead(group: GroupView, messages: Messages): readonly string[] {
  const text = messages.notice;
  return [
    `*${inert(group.severityName)} · ${inert(group.headline)}* · ${inert(group.count)}`,
    `${text.ifNobodyActs}${messages.colon}${inert(group.next)}`,
    `${text.whatToDo}${messages.colon}${inert(group.act)}`,
    ...(group.risk ? [`${text.risk.label}${messages.colon}${inert(group.risk)}`] : []),
  ];
}

function rowText(row: RowView, messages: Messages): string {
  const links = row.links ? [linked(messages.notice.handle, row.links.choose)] : [];
  const figures = [row.timing, row.worth, row.change].filter((part) => part !== undefined).map(inert);
  const head = [...figures, ...links];
  const details = row.details.map(({ label, value }) => `${label}${messages.colon}${inert(value)}`);
  return [
    `• *${linked(inert(row.subject), row.href)}* · ${head.join(' · ')}`,
    `${inert(row.what)} ${details.join(' · ')}`,
  ].join('\n');
}

function solved(view: NoticeView, messages: Messages): readonly string[] {
  return [
    `*✓ ${messages.notice.solved}*`,
    ...view.solved.map(
      (row) =>
        `• ${linked(inert(row.subject), row.href)} · ${inert(row.headline)}${messages.colon}${inert(row.because)}`,
    ),
    ...(view.solvedMore ? [inert(view.solvedMore)] : []),
  ];
}

function unwatched({ title, intro, rows }: UnwatchedView, { colon }: Messages): readonly string[] {
  return [
    `*${inert(title)}*`,
    inert(intro),
    ...rows.map(({ what, needs }) => `• *${inert(what)}*${colon}${inert(needs)}`),
  ];
}

/** The address is ours and percent-encoded; `|` and `>` cannot occur in it. */
export function linked(label: string, href: string | undefined): string {
  return href === undefined ? label : `<${escapeSlack(href)}|${label.replaceAll('|', '¦')}>`;
}
