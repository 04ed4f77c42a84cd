import type { OrderSubject, Setting } from '../checks/check.ts';
import type { Act } from '../domain/act.ts';
import type { Deed, Deeds } from '../domain/deed.ts';
import { knownActs, type KnownActs } from '../domain/known-acts.ts';
import type { Order, Trace } from '../domain/order.ts';
import type { Recheck, RecheckedOrder, RecheckedRead, RecheckedScan } from '../domain/recheck.ts';
import type { Occasion } from '../domain/reconcile.ts';
import { withAnswers, type RemedyCase } from '../domain/remedy-case.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import type { Shop } from '../domain/shop.ts';
import { iso, type Instant } from '../domain/time.ts';
import type { Because, Verdict } from '../domain/verdict.ts';
import type { Policy } from '../policies/policy.ts';
import type { FoundOrder } from '../ports/order-book.ts';
import type { LedgerMark } from '../ports/records.ts';
import type { Watch } from '../ports/watch.ts';
import { isBudgetSpent } from './ask-second.ts';
import { openCases } from './follow-cases.ts';
import { isReadSince, nextPoll } from './poll-due.ts';
import { checkRows, otherRows } from './recheck-checks.ts';
import { clocksOf } from './recheck-clocks.ts';
import { deedRows, findingRows, noticeRows, remedyRows } from './recheck-history.ts';
import { settleOrder, verdictsOn } from './settle-order.ts';

/** Everything that is stored about one order and the watch over its shop. */
export interface KnownOrder extends FoundOrder {
  readonly watch: Watch;
  readonly deeds: Deeds;
  readonly words: readonly Deed[];
  /** The shop's, all of them: a snooze may be of more than one order. */
  readonly acts: readonly Act[];
  /** The order's own. */
  readonly cases: readonly RemedyCase[];
  /** What other sources said of its parcels, where a sweep would have looked. */
  readonly second?: readonly SecondTrace[];
  /** Notices of the runs in which its findings changed. */
  readonly told: readonly LedgerMark[];
}

/** Names the sweep that is still to come; no run has such an id. */
const ahead = 'next';

/** What is known of one order and what every check says of it at `now`, by the functions that a sweep judges by. */
export function recheckOf(known: KnownOrder, shop: Shop, policy: Policy, now: Instant): Recheck {
  const { watched, watch } = known;
  const { order, trace, findings } = watched;
  const acts = knownActs(known.acts);
  const at = settingOf(watch, shop, policy, now);
  const subject = subjectOf(known, acts, at);
  const blind = blindness(watch);
  const verdicts = verdictsOn(subject, at, blind);
  const next = settleOrder(subject, at, occasion(shop, acts, now), blind);
  const hearing = { shop, watch, acts, setting: at };
  const { id, name, market, zone } = shop;
  return {
    now: iso(now),
    shop: { id, name, market, zone },
    order: orderTold(order, known.on),
    read: readTold(known, shop, at, subject, verdicts),
    deadlines: Object.entries(order.platform).flatMap(([field, line]: [string, Instant | undefined]) =>
      line === undefined ? [] : [{ field, at: iso(line) }],
    ),
    trace: scansTold(trace),
    clocks: clocksOf(order, trace, at),
    checks: checkRows(verdicts, findings, next, ahead),
    others: otherRows(watch.findings),
    findings: findingRows(watched, hearing),
    notices: noticeRows(known.told),
    deeds: deedRows(known.words, known.acts, watched),
    remedies: remedyRows(
      known.cases.map((one) => withAnswers(one, acts)),
      now,
    ),
  };
}

/** What a sweep at `now` judges by. */
export function settingOf({ second }: Watch, shop: Shop, policy: Policy, now: Instant): Setting {
  return { now, shop, policy, ...(isBudgetSpent(second, shop, now) && { isSecondSpent: true as const }) };
}

/** The order as a sweep hands it to its checks. */
export function subjectOf(
  {
    watched: { order, trace, findings },
    watch,
    deeds,
    cases,
    second,
  }: Omit<KnownOrder, 'words' | 'acts' | 'told' | 'on'>,
  acts: KnownActs,
  at: Setting,
): OrderSubject {
  const known = { order, trace, deeds, findings, cases: openCases(cases, acts).byOrder.get(order.id) ?? [] };
  const sweptAt = watch.handedOver?.now;
  const isRefused = watch.findings.some(
    ({ finding }) => finding.check === 'trace-feed' && finding.state !== 'resolved',
  );
  const traceRead = !isRefused && sweptAt !== undefined && isReadSince(known, at, sweptAt);
  return { ...known, traceRead, ...(second && { second }) };
}

/** The last sweep did not hear everything from TikTok: nothing that hangs on time may be said. */
function blindness({ handedOver, watermark }: Watch): Because | undefined {
  const sweptAt = handedOver?.now;
  return sweptAt !== undefined && watermark !== undefined && watermark < sweptAt ? 'pull-incomplete' : undefined;
}

function occasion({ remindAfter }: Shop, acts: KnownActs, now: Instant): Occasion {
  return { now, run: ahead, quiet: false, remindAfter, acts };
}

function orderTold(order: Order, on: FoundOrder['on']): RecheckedOrder {
  const times = {
    created: order.createdAt,
    paid: order.paidAt,
    confirmed: order.confirmedAt,
    collected: order.collectedAt,
    'cancellation asked for': order.cancelRequestedAt,
    delivered: order.deliveredAt,
    cancelled: order.cancelledAt,
    'changed last': order.updatedAt,
  };
  return {
    id: order.id,
    status: order.status,
    on,
    type: order.type,
    shipping: order.shipping,
    fulfilledBy: order.fulfilledBy,
    sample: order.sample,
    carrier: order.carrier ?? null,
    deliveryOption: order.deliveryOption ?? null,
    amount: order.amount ?? null,
    currency: order.currency ?? null,
    parcels: order.parcels.map(({ id, number = null, carrier = null }) => ({ id, number, carrier })),
    times: Object.entries(times)
      .flatMap(([what, time]) => (time === undefined ? [] : [{ what, at: iso(time) }]))
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  };
}

function readTold(
  { watched, watch, on }: KnownOrder,
  shop: Shop,
  at: Setting,
  subject: OrderSubject,
  verdicts: ReadonlyMap<string, Verdict>,
): RecheckedRead {
  const [review] = [...verdicts]
    .flatMap(([check, verdict]) =>
      verdict.is !== 'unknown' && verdict.reviewAt !== undefined ? [{ at: verdict.reviewAt, check }] : [],
    )
    .toSorted((one, other) => one.at - other.at);
  return {
    sweptAt: timeTold(watch.handedOver?.now),
    upTo: timeTold(watch.watermark),
    writtenBy: watched.run,
    looksUpTo: timeTold(watch.lookedUntil),
    traceNext: on === 'shelf' ? null : timeTold(nextPoll(subject, at, shop.lookEvery)),
    review: review ? { at: iso(review.at), check: review.check } : null,
    paused: shop.paused === true || shop.leaving !== undefined,
  };
}

function scansTold({ scans, milestones, lastText }: Trace): readonly RecheckedScan[] {
  return scans.map((scan, place) => ({
    at: iso(scan),
    milestone: milestones?.[place] ?? null,
    text: place === scans.length - 1 ? (lastText ?? null) : null,
  }));
}

function timeTold(at: Instant | undefined): string | null {
  return at === undefined ? null : iso(at);
}
