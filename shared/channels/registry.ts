import type * as z from 'zod';
import type { NoticeRequest } from '../domain/notice.ts';
import type { Channel } from '../domain/shop.ts';
import type { SellerVault } from '../ports/credentials.ts';
import type { Mailer, Sender } from '../ports/messaging.ts';
import { EmailSettings, emailSender, renderMail } from './email.ts';
import { SlackSettings, renderSlack, slackSender } from './slack.ts';

/** What the senders need to reach their receivers. */
export interface ChannelParts {
  readonly mailer: Mailer;
  readonly vault: Pick<SellerVault, 'readSlackUrl'>;
}

interface ChannelKind {
  /** What a shop's configuration says of it. */
  readonly settings: z.ZodType;
  /** Pure: what the receiver will be given. */
  render(notice: NoticeRequest): unknown;
  sender(parts: ChannelParts): Sender;
}

/** Every kind of channel; a kind that a shop can have but that is missing here does not compile. */
export const channels: Readonly<Record<Channel['kind'], ChannelKind>> = {
  email: { settings: EmailSettings, render: renderMail, sender: ({ mailer }) => emailSender(mailer) },
  slack: { settings: SlackSettings, render: renderSlack, sender: ({ vault }) => slackSender(vault) },
};
