import type { Connection, ConnectionEnd, ConsentTrouble } from '../domain/connection.ts';
import type { Seller } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { TokenGrant } from './credentials.ts';

/** Which of our consent links an answer belongs to. */
export type ConnectionRef = Pick<Connection, 'app' | 'nonce'>;

/** An app whose sellers can be connected. */
export interface App {
  readonly key: string;
  /** Where a seller consents, as Partner Center shows it. */
  readonly link: string;
}

/** Signs what TikTok hands back with a seller's answer, so that nobody connects a shop that we did not ask for. */
export interface ConsentStates {
  sign(connection: Pick<Connection, 'app' | 'nonce' | 'expiresAt'>): Promise<string>;
  /** The nonce of a state that we signed for this app. */
  read(app: string, state: string): Promise<{ readonly is: 'valid' | 'expired'; readonly nonce: string } | undefined>;
}

export interface Connections {
  read(ref: ConnectionRef): Promise<Connection | undefined>;
  /** One answer at a time; false while another is worked on. Times are wall-clock time. */
  acquire(ref: ConnectionRef, holder: string, wall: Instant, until: Instant): Promise<boolean>;
  noteSeller(ref: ConnectionRef, openId: string): Promise<void>;
  /** Gives the hold back: the link can be tried again. */
  noteTrouble(ref: ConnectionRef, trouble: ConsentTrouble): Promise<void>;
  /** Uses the link up. */
  end(ref: ConnectionRef, end: ConnectionEnd): Promise<void>;
}

/** What TikTok gives for a code; `scopes` and `isSeller` are left out where it does not say. */
export interface Consent extends TokenGrant {
  readonly scopes?: readonly string[];
  readonly isSeller?: boolean;
}

export type Redeemed =
  | { readonly is: 'granted'; readonly consent: Consent }
  | { readonly is: 'code-expired' | 'code-used' }
  | { readonly is: 'app-refused'; readonly because?: string };

export interface Consents {
  /** Exchanges a code, which works once. Throws Transient when TikTok cannot be reached. */
  redeem(app: string, code: string): Promise<Redeemed>;
  /** Puts the tokens in the place of the seller's earlier ones, and ends a refusal. */
  keep(app: string, consent: Consent): Promise<Seller>;
}
