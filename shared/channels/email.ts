import type { NoticeRequest } from '../domain/notice.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Mail, Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { noticePage } from './mail/notice-page.ts';
import { noticeTable } from './mail/notice-table.ts';
import { noticeText } from './mail/notice-text.ts';
import { noticeView } from './notice-view.ts';

// Gmail cuts a message off at 102 KB; forty lines stay well below it, and all of them are in the table.
const room = { perGroup: 10, total: 40, attached: true };

export function renderMail(notice: NoticeRequest): Mail {
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
  };
}

export function emailSender({ mailer }: Pick<ChannelParts, 'mailer'>): Sender {
  return { kind: 'email', deliver: (notice) => mailer.send(renderMail(notice)) };
}
