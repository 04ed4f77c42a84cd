import type { RemediationRequest, RemedyItem, RemedyItems, RemedyKind } from '../domain/remediation.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import type { Shop } from '../domain/shop.ts';
import type { NumberChange, NumberOutcome } from '../ports/corrections.ts';
import type { Mail } from '../ports/messaging.ts';
import type { WatchedOrder } from '../ports/order-book.ts';

/** One way to mend a kind of finding. Pure: it says what to send, jobs send it. */
export interface Remedy<Kind extends RemedyKind> {
  readonly id: string;
  readonly on: Kind;
  /** Stages of checks that ask for it when a finding enters them. */
  readonly stages: readonly string[];
  /** What items dealt with in one act have in common, e.g. the carrier's name; may come from outside. */
  group(item: RemedyItems[Kind]): string;
  /** Numbers to be entered at TikTok before anybody is written to; left out: it changes nothing by itself. */
  changes?(call: RemedyCall<Kind>): readonly NumberChange[];
  render(call: RemedyCall<Kind>): Mail;
}

/** What a remedy acts on: what of a request still needs it, and what is known of it when it acts. */
export interface RemedyCall<Kind extends RemedyKind> {
  readonly request: Omit<RemediationRequest, 'items'>;
  /** At least one. */
  readonly items: readonly RemedyItems[Kind][];
  readonly shop: RemedyShop;
  /** By order; read anew, for a request may have waited. */
  readonly files: ReadonlyMap<string, CaseFile>;
  /** Where somebody says that the ticket for an item is filed; left out: nowhere. */
  readonly filedAt?: (item: RemedyItem) => string;
  /** What became of the changes that were made, by parcel. */
  readonly outcomes?: ReadonlyMap<string, NumberOutcome>;
}

/** The shop as its people configured it when the remedy acts. */
export type RemedyShop = Pick<
  Shop,
  | 'id'
  | 'name'
  | 'market'
  | 'sellerType'
  | 'zone'
  | 'packs'
  | 'operations'
  | 'credentials'
  | 'carriers'
  | 'correctNumbers'
>;

/** An order as it stands in the book, and what other sources say of its parcels. */
export interface CaseFile {
  readonly watched: WatchedOrder;
  readonly second: readonly SecondTrace[];
}
