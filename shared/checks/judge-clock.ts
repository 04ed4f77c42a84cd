import type { Order } from '../domain/order.ts';
import { after, age, before, instant, isPast, type Instant } from '../domain/time.ts';
import { okBecause, okUntil, unknown, type Deadline, type Facts, type Verdict } from '../domain/verdict.ts';
import { lastCall } from '../policies/last-call.ts';
import type { Setting, StageClock, StageOffset } from './check.ts';
import { beforeRules, clauseLine, platformLine, type Line } from './deadline-of.ts';

/** What a check knows of its clock: all that is dated or uncertain is in the packs. */
export interface OrderClock extends StageClock {
  /** The house has to act by the line, so its own hours count. */
  readonly inHouse?: true;
  /** Not every order and market has such a line; where none is known there is none to keep. */
  readonly optional?: true;
}

/** What a clock needs to know that is not on the order itself. */
interface Beyond {
  readonly lastScan?: Instant;
  /** A later line that the buyer agreed to. */
  readonly extendedTo?: Instant | undefined;
}

const nothingBeyond: Beyond = {};
const articleAlone: readonly string[] = ['article'];

/**
 * The stage an order's clock is in: by the platform's field, else by the first clause in force, else nobody knows.
 * Where the shop wants to hear of the article too, the article's line warns and does no more.
 */
export function judgeClock(order: Order, clock: OrderClock, at: Setting, beyond: Beyond = nothingBeyond): Verdict {
  const agreed =
    platformLine(order, clock.field, at.policy.stages) ??
    clauseLineOf(order, clock, at, at.shop.packs, beyond.lastScan);
  const line = beyond.extendedTo === undefined ? agreed : extend(agreed, beyond.extendedTo, at);
  const verdict = line
    ? judgeLine(order, clock, line, at)
    : clock.optional
      ? okBecause('no-line')
      : unknown('no-deadline-known');
  return at.shop.article === 'also' ? besideArticle(verdict, agreed, order, clock, at, beyond) : verdict;
}

function besideArticle(
  verdict: Verdict,
  agreed: Line | undefined,
  order: Order,
  clock: OrderClock,
  at: Setting,
  { lastScan, extendedTo }: Beyond,
): Verdict {
  const first = clock.stages[0];
  if (verdict.is === 'firing' || first.begins >= 0 || isOfArticle(agreed)) return verdict;
  const articles = clauseLineOf(order, clock, at, articleAlone, lastScan);
  const also = articles && extendedTo !== undefined ? extend(articles, extendedTo, at) : articles;
  return also ? firstOf(verdict, stageAt([first], also, begin(first, also), at.now)) : verdict;
}

/** What the buyer agreed to holds where it gives more time, and where no other line is known. */
function extend(line: Line | undefined, to: Instant, { policy }: Setting): Line {
  if (line && line.at >= to) return line;
  return { at: to, source: { kind: 'extension' }, stages: line ? line.stages : policy.stages };
}

function clauseLineOf(
  order: Order,
  { clock }: OrderClock,
  at: Setting,
  packs: readonly string[],
  lastScan: Instant | undefined,
): Line | undefined {
  return clock && clauseLine(clock, beforeRules(order, at.shop, packs, lastScan), at);
}

function judgeLine(order: Order, { stages, inHouse }: OrderClock, line: Line, at: Setting): Verdict {
  const usual = begin(stages[0], line);
  const call = inHouse ? callBefore(line.at, at) : undefined;
  if (call === undefined) return stageAt(stages, line, usual, at.now);
  // Before their own last call people need as much time as before the line; no order warns before it exists.
  const early = Math.max(order.createdAt, before(usual, age(call, line.at)));
  return stageAt(stages, line, instant(Math.min(usual, early)), at.now, { lastCall: call });
}

/** The last stage that has begun; `ok` until the first one does, at `warns`. */
function stageAt(stages: OrderClock['stages'], line: Line, warns: Instant, now: Instant, facts?: Facts): Verdict {
  const { at, source } = line;
  const deadline: Deadline = { at, source };
  if (!isPast(warns, now)) return okUntil(warns, deadline);
  let { stage } = stages[0];
  let since = warns;
  let reviewAt: Instant | undefined;
  for (const later of stages) {
    if (later === stages[0]) continue;
    const begins = begin(later, line);
    if (isPast(begins, now)) ({ stage, since } = { stage: later.stage, since: begins });
    else if (reviewAt === undefined || begins < reviewAt) reviewAt = begins;
  }
  return {
    is: 'firing',
    stage,
    since,
    deadline,
    ...(reviewAt !== undefined && { reviewAt }),
    ...(facts && { facts }),
  };
}

function begin({ stage, begins }: StageOffset, { at, stages }: Line): Instant {
  return after(at, stages?.[stage] ?? begins);
}

/** When the house can act for the last time, where that is earlier than the line. */
function callBefore(line: Instant, { shop: { house, zone } }: Setting): Instant | undefined {
  const call = house && lastCall(line, house, zone);
  return call !== undefined && call < line ? call : undefined;
}

function isOfArticle(line: Line | undefined): boolean {
  return line?.source.kind === 'clause' && line.source.pack === 'article';
}

/** A warning beside a verdict that does not fire. Until it comes, nobody knows stays nobody knows. */
function firstOf(verdict: Verdict, warning: Verdict): Verdict {
  if (verdict.is !== 'ok') return warning.is === 'firing' ? warning : verdict;
  if (warning.is === 'firing') {
    return verdict.reviewAt === undefined ? warning : { ...warning, reviewAt: verdict.reviewAt };
  }
  const reviews = [verdict, warning].flatMap((one) => (one.is === 'ok' ? (one.reviewAt ?? []) : []));
  return okUntil(instant(Math.min(...reviews)), verdict.deadline);
}
