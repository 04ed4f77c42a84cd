import type { DigestRequest, NotifyRequest } from '../domain/digest.ts';
import type { NoticeRequest } from '../domain/notice.ts';
import type { RemediationRequest } from '../domain/remediation.ts';
import type { Channel } from '../domain/shop.ts';
import type { Duration } from '../domain/time.ts';

/** Sweeps and the slices of a backfill travel on one FIFO queue, grouped by shop. */
export type SweepRequest =
  | {
      readonly v: 1;
      readonly kind: 'sweep';
      readonly shop: string;
      readonly run: string;
      readonly step: number;
      readonly now?: number;
    }
  | {
      readonly v: 1;
      readonly kind: 'backfill';
      readonly shop: string;
      readonly run: string;
      readonly step: number;
      readonly from: number;
      readonly to: number;
      /** Create time reached so far. */
      readonly reached: number;
      readonly notify: boolean;
      readonly now?: number;
    };

export interface Outbox {
  sweep(requests: readonly SweepRequest[]): Promise<void>;
  notice(requests: readonly NoticeRequest[]): Promise<void>;
  /** On the same queue as notices. */
  digest(requests: readonly DigestRequest[]): Promise<void>;
  remediation(requests: readonly RemediationRequest[]): Promise<void>;
}

/** What becomes of a message that could not be carried out. */
export interface FailedMessages {
  /** It comes again after the wait, at most 12 hours; `receipt` is the one of this delivery. */
  postpone(receipt: string, wait: Duration): Promise<void>;
  /** Among the dead letters, until a person sends it again. `because` holds no secret. */
  putAside(body: string, because: string): Promise<void>;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** A rendered e-mail: all text already escaped for where it lands. */
export interface Mail {
  readonly to: readonly string[];
  /** Where an answer goes; left out: to the sender. */
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What somebody who wants no more of these asks for, in ASCII; left out: it was sent to do something about. */
  readonly unsubscribe?: string;
}

export interface Mailer {
  /** Answers the provider's message id. Throws Transient or Rejected. */
  send(mail: Mail): Promise<string>;
}

/** Delivers one notice or digest over one kind of channel. Answers the receiver's reference, where it gives one. */
export interface Sender {
  readonly kind: Channel['kind'];
  deliver(request: NotifyRequest): Promise<string | undefined>;
  /** Left out: a message stands as it was sent. */
  readonly threads?: Threads;
}

/** Hands a request for a remedy to a system that carries it out itself. */
export interface Forwarder {
  /** Repeatable: the request's id is its key. Throws Transient or Rejected. */
  forward(request: RemediationRequest, channel: Channel): Promise<void>;
}

/** Messages that can be answered and edited; `reference` is what `deliver` gave back. */
export interface Threads {
  reply(notice: NoticeRequest, reference: string): Promise<void>;
  /** Repeatable; without effect where people have removed the message. */
  edit(notice: NoticeRequest, reference: string): Promise<void>;
}
