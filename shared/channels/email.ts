import { isDigest, type DigestRequest, type NotifyRequest } from '../domain/digest.ts';
import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { keyOf } from '../domain/notice-parts.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Mail, Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { noticePage } from './mail/notice-page.ts';
import { noticeTable } from './mail/notice-table.ts';
import { noticeText } from './mail/notice-text.ts';
import { reportPage } from './mail/report-page.ts';
import { reportText } from './mail/report-text.ts';
import { noticeView } from './notice-view.ts';
import { reportView } from './report-view.ts';

// Gmail cuts a message off at 102 KB; thirty lines with their links stay below it, and all of them are in the table.
const room = { perGroup: 10, total: 30, attached: true };

export function renderMail(request: NotifyRequest): Mail {
  return isDigest(request) ? reportMail(request) : noticeMail(request);
}

function noticeMail(notice: NoticeRequest): Mail {
  const messages = messagesIn(notice.channel.locale);
  const found = noticeView(notice, room);
  const attached = notice.lines.length > 0;
  const view = attached ? { ...found, notes: [messages.notice.attached(notice.lines.length), ...found.notes] } : found;
  return {
    to: notice.channel.to,
    subject: view.subject,
    html: noticePage(view, messages, notice.channel.locale),
    text: noticeText(view, messages),
    attachments: attached ? [noticeTable(notice, messages)] : [],
    unsubscribe: `unsubscribe ${plain(notice.shop.id, 40)}`,
  };
}

function reportMail(request: DigestRequest): Mail {
  const { locale, to } = request.channel;
  const messages = messagesIn(locale);
  const view = reportView(request);
  return {
    to,
    subject: view.subject,
    html: reportPage(view, messages, locale),
    text: reportText(view, messages),
    attachments: [],
    unsubscribe: `unsubscribe ${plain(request.shop.id, 40)}`,
  };
}

/** A table takes what a message has no room for. */
export function emailSender({ mailer, lists }: Pick<ChannelParts, 'mailer' | 'lists'>): Sender {
  return {
    kind: 'email',
    async deliver(request) {
      if (isDigest(request) || request.list === undefined) return mailer.send(renderMail(request));
      const lines = await lists.find(request.shop.id, request.list);
      return mailer.send(renderMail(lines ? withLines(request, lines) : request));
    },
  };
}

/** The same notice with every line there is; what people can act on in it, they still can. */
function withLines(notice: NoticeRequest, listed: readonly NoticeLine[]): NoticeRequest {
  const links = new Map(notice.lines.map((line) => [keyOf(line), line.links]));
  const lines = listed.map((line) => {
    const own = links.get(keyOf(line));
    return own ? { ...line, links: own } : line;
  });
  return { ...notice, lines, more: Math.max(0, notice.lines.length + notice.more - lines.length) };
}
