import type { Act } from '../domain/act.ts';
import type { FieldTrouble, LinkAction } from '../domain/action-link.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { Locale, Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { Policy } from '../policies/policy.ts';
import type { ActionLinks } from '../ports/action-links.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Answers } from '../ports/answers.ts';
import type { Cases } from '../ports/cases.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeedBook } from '../ports/deeds.ts';
import type { OpenOrders } from '../ports/order-book.ts';
import type { Ledger, Shops } from '../ports/records.ts';
import type { Watches } from '../ports/watch.ts';

/** A request at the front door, as it came: nothing of it has been believed yet. */
export interface DoorRequest {
  /** In capitals. */
  readonly method: string;
  /** Begins with `/`; still encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly the bytes that were sent: signatures are over them. */
  readonly body: Uint8Array;
}

export interface DoorPorts {
  readonly shops: Shops;
  readonly openOrders: OpenOrders;
  readonly watches: Pick<Watches, 'read'>;
  readonly acts: ActBook;
  readonly deeds: Pick<DeedBook, 'write'>;
  readonly ledger: Pick<Ledger, 'has'>;
  readonly cases: Pick<Cases, 'find'>;
  readonly answers: Answers;
  readonly links: ActionLinks;
  readonly clock: Clock;
  readonly policy: Policy;
  /** Something that never comes twice. */
  readonly nonce: () => string;
}

/** Whom a page is for. */
export interface Reader {
  readonly shop: Shop;
  readonly locale: Locale;
  readonly now: Instant;
}

/** A finding as its page shows it, and what can be done about it. */
export interface Matter extends Reader {
  /** Left out: it is over, and only its ticket can be noted. */
  readonly line?: NoticeLine;
  /** The order, where no line tells of it. */
  readonly order?: string;
  /** What somebody else has done about it already. */
  readonly earlier?: LinkAct;
  /** Somebody was asked for what TikTok has to show: if it shows nothing in time, that is told. */
  readonly isAwaited: boolean;
}

/** What a form asks for besides a name, by its field; `now` and limits are the world's time. */
export interface FormView extends Matter {
  readonly action: Exclude<LinkAction, 'choose'>;
  readonly proof: string;
  /** What can be snoozed, from the narrowest on. */
  readonly scopes: readonly ('subject' | 'carrier' | 'lane' | 'shop')[];
  readonly carrier?: string;
  readonly lane?: string;
  /** What was sent last and could not be taken. */
  readonly sent?: Readonly<Record<string, string>>;
  readonly wrong?: FieldTrouble;
}

/** What can be done by a link. */
export type LinkAct = Exclude<Act, { kind: 'answer' }>;

/** What the front door answers, for a page to be made of. */
export type DoorOutcome =
  | { readonly is: 'not-found' }
  | { readonly is: 'wrong-method'; readonly allowed: readonly string[] }
  /** Not one of our links; which part of it is wrong is nobody's business. */
  | { readonly is: 'refused' }
  | { readonly is: 'expired'; readonly reader?: Reader }
  | { readonly is: 'over'; readonly reader: Reader }
  | { readonly is: 'form'; readonly form: FormView }
  | {
      readonly is: 'choice';
      readonly matter: Matter;
      readonly links: readonly { readonly action: Exclude<LinkAction, 'choose'>; readonly href: string }[];
    }
  /** The link has acted: before, or `now` by this very request. */
  | {
      readonly is: 'done';
      readonly reader: Reader;
      readonly act: LinkAct;
      readonly line?: NoticeLine;
      readonly isAwaited: boolean;
      readonly replayed: boolean;
    }
  | { readonly is: 'accepted'; readonly path: string; readonly locale: Locale }
  /** To other systems, which read no pages. */
  | { readonly is: 'answer-taken'; readonly repeated: boolean }
  | { readonly is: 'answer-refused' | 'answer-unknown' }
  | { readonly is: 'answer-malformed'; readonly paths: readonly string[] };
