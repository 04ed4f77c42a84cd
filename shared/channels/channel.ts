import type * as z from 'zod';
import type { NotifyRequest } from '../domain/digest.ts';
import type { Clock } from '../ports/clock.ts';
import type { SellerVault } from '../ports/credentials.ts';
import type { LongLists } from '../ports/long-lists.ts';
import type { Mailer, Sender } from '../ports/messaging.ts';

/** What the senders need to reach their receivers. */
export interface ChannelParts {
  readonly mailer: Mailer;
  /** Lines of notices that are too many for a message. */
  readonly lists: Pick<LongLists, 'find'>;
  readonly vault: Pick<SellerVault, 'readChannelSecret'>;
  readonly clock: Pick<Clock, 'wall'>;
}

export interface ChannelKind {
  /** Fields of an entry of a shop's `channels` that are kept apart from it; left out: such an entry cannot be made. */
  readonly secret?: z.ZodObject;
  /** Pure: what the receiver will be given. */
  render(request: NotifyRequest): unknown;
  sender(parts: ChannelParts): Sender;
}
