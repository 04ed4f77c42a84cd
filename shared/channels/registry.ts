import type { NoticeRequest } from '../domain/notice.ts';
import type { Channel } from '../domain/shop.ts';
import type { SellerVault } from '../ports/credentials.ts';
import type { Mailer, Sender } from '../ports/messaging.ts';
import { emailSender, renderMail } from './email.ts';
import { renderSlack, slackSender } from './slack.ts';

/** What the senders need to reach their receivers. */
export interface ChannelParts {
  readonly mailer: Mailer;
  readonly vault: Pick<SellerVault, 'readSlackUrl'>;
}

interface ChannelKind {
  /** Pure: what the receiver will be given. */
  render(notice: NoticeRequest): unknown;
  sender(parts: ChannelParts): Sender;
}

/** Every kind of channel; a kind that a shop can have but that stands not here does not compile. */
export const channels: Readonly<Record<Channel['kind'], ChannelKind>> = {
  email: { render: renderMail, sender: ({ mailer }) => emailSender(mailer) },
  slack: { render: renderSlack, sender: ({ vault }) => slackSender(vault) },
};

export function senderOf(kind: Channel['kind'], parts: ChannelParts): Sender {
  return channels[kind].sender(parts);
}
