import type { Order, PlatformField } from '../domain/order.ts';
import { after, age, before, instant, type Duration, type Instant } from '../domain/time.ts';
import { okUntil, unknown, type Deadline, type Verdict } from '../domain/verdict.ts';
import { lastCall } from '../policies/last-call.ts';
import type { Clock, Starts } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { circumstancesOf, clauseLine, platformDeadline, startsOf, type Line } from './deadline-of.ts';
import { staged, type StageLine } from './staged.ts';

/** What a check knows of its clock: all that is dated or uncertain is in the packs. */
export interface OrderClock {
  readonly clock: Clock;
  /** The platform's own deadline for it, where there is one. */
  readonly field?: PlatformField;
  /** Stages, and how long after the line they begin unless the clause says otherwise; the first one is a warning. */
  readonly stages: readonly [StageOffset, ...StageOffset[]];
  /** The house has to act by the line, so its own hours count. */
  readonly inHouse?: true;
}

type StageOffset = readonly [stage: string, afterLine: Duration];

const articleAlone: readonly string[] = ['article'];

/**
 * The stage an order's clock is in: by the platform's field, else by the first clause in force, else nobody knows.
 * Where the shop wants to hear of the article too, the article's line warns and does no more.
 */
export function judgeClock(order: Order, clock: OrderClock, at: Setting, starts: Starts = startsOf(order)): Verdict {
  const of = circumstancesOf(order, at.shop);
  const line = platformLine(order, clock) ?? clauseLine(clock.clock, starts, of, at);
  const verdict = line ? judgeLine(order, clock, line, at) : unknown('no-deadline-known');
  if (at.shop.article !== 'also' || verdict.is === 'firing' || isOfArticle(line)) return verdict;
  const also = clauseLine(clock.clock, starts, { ...of, packs: articleAlone }, at);
  return also ? firstOf(verdict, staged([firstStage(clock, also)], at.now, deadlineIn(also))) : verdict;
}

function platformLine(order: Order, { field }: OrderClock): Line | undefined {
  return field && platformDeadline(order, field);
}

function judgeLine(order: Order, clock: OrderClock, line: Line, at: Setting): Verdict {
  const [, ...others] = clock.stages;
  const first = firstStage(clock, line);
  const later = others.map((stage) => stageLine(stage, line));
  const call = clock.inHouse ? callBefore(line.at, at) : undefined;
  if (call === undefined) return staged([first, ...later], at.now, deadlineIn(line));
  // Before their own last call people need as much time as before the line; no order warns before it exists.
  const early = Math.max(order.createdAt, before(first.line, age(call, line.at)));
  const warning = { stage: first.stage, line: instant(Math.min(first.line, early)) };
  return staged([warning, ...later], at.now, deadlineIn(line), { lastCall: call });
}

/** When the house can act for the last time, where that is earlier than the line. */
function callBefore(line: Instant, { shop: { house, zone } }: Setting): Instant | undefined {
  const call = house && lastCall(line, house, zone);
  return call !== undefined && call < line ? call : undefined;
}

function firstStage({ stages: [first] }: OrderClock, line: Line): StageLine {
  return stageLine(first, line);
}

function stageLine([stage, usual]: StageOffset, { at, stages }: Line): StageLine {
  return { stage, line: after(at, stages?.[stage] ?? usual) };
}

function deadlineIn({ at, source }: Line): Deadline {
  return { at, source };
}

function isOfArticle(line: Line | undefined): boolean {
  return line?.source.kind === 'clause' && line.source.pack === 'article';
}

/** A warning beside a verdict that does not fire: whichever has something to say first. */
function firstOf(verdict: Verdict, warning: Verdict): Verdict {
  if (verdict.is !== 'ok' || warning.is !== 'ok') return warning;
  const reviews = [verdict.reviewAt, warning.reviewAt].filter((at) => at !== undefined);
  return okUntil(instant(Math.min(...reviews)));
}
