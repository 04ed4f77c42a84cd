import type { Order } from '../domain/order.ts';
import type { Market, SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { DeadlineSource } from '../domain/verdict.ts';

/** What a clock may count from. `dispatch-line`: the platform's own dispatch deadline (`rts_sla_time`). */
export const startings = ['order', 'confirmation', 'dispatch-line', 'last-scan', 'cancel-request', 'issue'] as const;
export type Starting = (typeof startings)[number];

/** The clocks a clause can set, and what each usually counts from. */
export const usualStart = {
  'confirm-by': 'order',
  'pick-start-by': 'confirmation',
  'pickup-by': 'confirmation',
  'first-feedback-by': 'confirmation',
  'fast-dispatch-by': 'order',
  'trace-silent': 'last-scan',
  'parcel-lost': 'last-scan',
  'deliver-by': 'order',
  'ship-cancel-by': 'order',
  'collect-cancel-by': 'order',
  'cancel-answer-by': 'cancel-request',
  'number-edit-by': 'confirmation',
  'credential-life': 'issue',
} as const satisfies Readonly<Record<string, Starting>>;
export type Clock = keyof typeof usualStart;

/** When things happened that a clock may count from; undefined = has not happened. */
export interface Starts {
  at(starting: Starting): Instant | undefined;
}

export function startsAt(known: { readonly [starting in Starting]?: Instant | undefined }): Starts {
  return { at: (starting) => known[starting] };
}

/**
 * Who carries the parcel: TikTok Shipping, a carrier the seller found (certified third party), or the seller's own
 * stock in the market. `unrecognised` meets no clause that asks.
 */
export const logisticsModes = ['tiktok-shipping', 'third-party', 'local-stock'] as const;
export type Logistics = (typeof logisticsModes)[number];

export type OrderType = Order['type'];

/** The end of a day: 23:59:59 on the wall clock of the market. */
interface CalendarDays {
  readonly form: 'calendar-days';
  /** Days after the day of the start; 0 = the same day. */
  readonly days: number;
}

interface BusinessDays {
  readonly form: 'business-days';
  /** Business days after the day of the start; 0 = the same day. */
  readonly days: number;
  /**
   * `14:00`: from here on, and on days that are none, a start counts as one of the next business day. Without a
   * cut-off the day of the start is day 0, whatever day it is.
   */
  readonly cutOff?: string;
  /** Days of the week without business, 1 = Monday to 7 = Sunday; left out = Saturday and Sunday. */
  readonly weekend?: readonly number[];
  /** Country whose public holidays are no business days; left out = the market's. */
  readonly holidays?: string;
}

/** How a line follows from a clock's start. All days are days on the wall clock of the market. */
export type DeadlineForm =
  | { readonly form: 'hours'; readonly length: Duration }
  | CalendarDays
  | BusinessDays
  /** Dated relief: so many days more than usual. */
  | { readonly form: 'extended'; readonly base: CalendarDays | BusinessDays; readonly by: CalendarDays | BusinessDays }
  /** Dated relief: the end of one day (ISO date) for all. */
  | { readonly form: 'date'; readonly on: string }
  /** Dated relief of a length that was not published: no line can be drawn. */
  | { readonly form: 'unpublished' };

/** How far a source can be trusted: TikTok's developer documents, its seller academy, trade press, or hearsay. */
export const confidences = ['developer-docs', 'seller-academy', 'press', 'unverified'] as const;
export type Confidence = (typeof confidences)[number];

export interface Penalty {
  readonly says: string;
  /** A fixed sum per order; decimal string. */
  readonly fine?: { readonly amount: string; readonly currency: string };
  /** The share of the order's value that is at stake, 1 = all of it. */
  readonly ofValue?: number;
  /** The share of the shop's exposure in search that is at stake. */
  readonly ofExposure?: number;
  /** Where it is less sure than the rule itself. */
  readonly confidence?: Confidence;
}

/** Changes within a rule's validity, e.g. weeks in which targets count at 60 %. Dates as in `Rule`. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly says: string;
  /** The share of the usual target that suffices meanwhile. */
  readonly passMark?: number;
}

/** A dated rule: whom it binds, when, and who says so. */
export interface Rule {
  /** Unique within its pack, e.g. `deliver-by-gb`. */
  readonly id: string;
  /** Markets it holds in; left out = all of its pack. The same for what follows. */
  readonly markets?: readonly Market[];
  readonly sellerTypes?: readonly SellerType[];
  readonly logistics?: readonly Logistics[];
  readonly orderTypes?: readonly OrderType[];
  /** TikTok's `delivery_option_name`, exactly; an order without the name is not meant. */
  readonly deliveryOptions?: readonly string[];
  /**
   * In force from the beginning of `from` to the beginning of `to` on the market's wall clock: `2026-06-18` or
   * `2026-03-17T15:00`. Left out: as far back as is known, or until further notice.
   */
  readonly from?: string;
  readonly to?: string;
  readonly transitions?: readonly Transition[];
  /** The seller-facing rule in our own words. */
  readonly rule: string;
  readonly penalty?: Penalty;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A rule that draws a line in time. It is chosen by its validity at the clock's start, whatever changes later. */
export interface Clause extends Rule {
  readonly clock: Clock;
  /** What the clock counts from under this clause, where it is not what it usually is. */
  readonly starts?: Starting;
  /** Whose date decides whether the clause is in force, where it is not the clock's start. */
  readonly datedBy?: Starting;
  readonly deadline: DeadlineForm;
  /** How long after the line a stage of the check begins (negative: before it), where the clause says so. */
  readonly stages?: Readonly<Record<string, Duration>>;
}

/** A figure of the shop that has to stay on one side of a value; shares are between 0 and 1. */
export interface Limit extends Rule {
  readonly metric: string;
  readonly must: 'at most' | 'below' | 'at least' | 'above';
  readonly value: number;
  /** Days over which the figure is taken. */
  readonly window?: number;
}

/** What a parcel, its label and its papers have to be like: rules that neither a clock nor a figure measures. */
export const markKinds = [
  'platform-label',
  'approved-carrier',
  'latin-address',
  'local-postcode',
  'battery-declaration',
  'declared-name',
  'qr-label',
] as const;
export type MarkKind = (typeof markKinds)[number];

/** A rule about one of them. It is chosen by its validity when the order was created. */
export interface Mark extends Rule {
  readonly mark: MarkKind;
}

export interface Pack {
  readonly id: string;
  /** Markets it speaks of; left out = all. */
  readonly markets?: readonly Market[];
  readonly clauses: readonly Clause[];
  readonly limits?: readonly Limit[];
  readonly marks?: readonly Mark[];
}

/** A clause as the source of deadlines, and the instant its clock started at. */
export interface ClauseInForce {
  readonly source: Extract<DeadlineSource, { kind: 'clause' }>;
  readonly clause: Clause;
  readonly startedAt: Instant;
}

/** A limit in force, and the value that counts then: the limit's own, or what a transition makes of it. */
export interface LimitInForce {
  readonly pack: string;
  readonly limit: Limit;
  readonly value: number;
}

export interface MarkInForce {
  readonly pack: string;
  readonly mark: Mark;
}

/** What an order, or a shop, brings along for a rule to hold. What is left out meets every rule. */
export interface Circumstances {
  readonly market: Market;
  readonly sellerType: SellerType;
  /** In order of preference. */
  readonly packs: readonly string[];
  readonly logistics?: Logistics | 'unrecognised';
  readonly orderType?: OrderType;
  readonly deliveryOption?: string | undefined;
}

export interface Policy {
  /** The first pack of the shop's list with a clause in force at the clock's start; undefined = no deadline known. */
  clause(clock: Clock, of: Circumstances, starts: Starts): ClauseInForce | undefined;
  /** The limits in force of the first pack of the shop's list that has one for this figure; empty = none known. */
  limit(metric: string, of: Circumstances, at: Instant): readonly LimitInForce[];
  /** The first pack of the shop's list with such a rule in force; undefined = none asks for it. */
  mark(kind: MarkKind, of: Circumstances, at: Instant): MarkInForce | undefined;
  /** How long after a line that no clause draws a stage begins, where it is not as its check says. */
  readonly stages?: Readonly<Record<string, Duration>>;
}
