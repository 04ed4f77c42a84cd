import type { Check, Setting } from '../../../shared/checks/check.ts';
import { checkCards, checksDuring } from '../../../shared/checks/registry.ts';
import { noDeeds, type Deeds } from '../../../shared/domain/deed.ts';
import { lastMoved, type Order } from '../../../shared/domain/order.ts';
import { instant, type Instant } from '../../../shared/domain/time.ts';
import type { Severity } from '../../../shared/domain/verdict.ts';
import type { Policy } from '../../../shared/policies/policy.ts';
import type { WatchedOrder } from '../../../shared/ports/order-book.ts';
import { endOf, type End } from './endings.ts';

/** A finding that lives, as far as the figures ask. */
export interface LiveFinding {
  readonly check: string;
  readonly stage: string;
  readonly carrier: string;
  /** The first sweep found it. */
  readonly standing: boolean;
  /** Left out: nobody is told of its stage. */
  readonly severity?: Severity | undefined;
  readonly deadline?: Instant | undefined;
  /** When somebody was first told. */
  readonly toldAt?: Instant | undefined;
}

/** Their lines end a right of the seller's: to claim, to correct a number. Nobody has to keep them. */
const rights: ReadonlySet<string> = new Set(['claim', 'number-edit']);

const withLine: ReadonlySet<string> = new Set(
  checkCards
    .filter(({ id, clocks, stages }) => clocks && !rights.has(id) && stages.some(({ quiet }) => !quiet))
    .map(({ id }) => id),
);

/** Whether the check's deadline is a line that has to be kept, and of which people are told. */
function hasLine(check: string): boolean {
  return withLine.has(check);
}

/**
 * `missed`: the line was crossed, and nobody had been told before. `warned`: it was crossed in spite of a warning.
 * `kept`: there was a warning, and the line was kept. Undefined: nothing of it can be said.
 */
export type Outcome = 'missed' | 'warned' | 'kept';

/** How a finding's line fared, of which the order was done at `end`. */
export function outcomeOf(of: LiveFinding, end: End): Outcome | undefined {
  const { check, standing, deadline, toldAt } = of;
  if (standing || deadline === undefined || !hasLine(check)) return undefined;
  const wasWarned = toldAt !== undefined && toldAt <= deadline;
  if (isCrossed(deadline, end)) return wasWarned ? 'warned' : 'missed';
  return wasWarned && !end.isCancelled ? 'kept' : undefined;
}

/** Whoever cancels for a line that was not kept does so at the line. */
function isCrossed(deadline: Instant, { at, isCancelled }: End): boolean {
  return isCancelled ? at >= deadline : at > deadline;
}

/** The newest thing that is known to have happened to an order: what it ended, it ended then. */
export function signOfLife({ order, trace }: WatchedOrder): Instant {
  return instant(Math.max(order.updatedAt, lastMoved(order, trace) ?? 0));
}

/** Of the first parcel: orders in several with one carrier each are few. Empty: none has it yet. */
export function carrierOf({ parcels, carrier }: Order): string {
  return parcels[0]?.carrier ?? carrier ?? '';
}

/** What lines are measured by, whatever the rules: the usual thresholds, and what buyers agreed to. */
export interface Measure {
  readonly usual: Policy;
  readonly deeds: ReadonlyMap<string, Deeds>;
}

/**
 * Checks whose line the order crossed and was done with between two sweeps, so that no finding speaks of it: judged as
 * it was before, when it last gave a sign of life.
 */
export function crossedUnseen(
  before: WatchedOrder,
  next: WatchedOrder,
  at: Setting,
  measure: Measure,
): readonly string[] {
  return firing(before, { ...at, now: signOfLife(next) }, measure).flatMap((one) => {
    const end = endOf(one, next, before);
    return one.deadline !== undefined && end && isCrossed(one.deadline, end) ? [one.check] : [];
  });
}

/** Checks whose line has passed of an order that is not done with it. */
export function crossedNow(watched: WatchedOrder, at: Setting, measure: Measure): readonly string[] {
  return firing(watched, at, measure).flatMap(({ check, deadline }) =>
    deadline !== undefined && deadline < at.now ? [check] : [],
  );
}

interface Firing {
  readonly check: string;
  readonly stage: string;
  readonly deadline: Instant | undefined;
}

/** Checks with a line that say something of the order as it is, as far as its trace is known. */
export function firing({ order, trace }: WatchedOrder, at: Setting, { usual, deeds }: Measure): readonly Firing[] {
  const subject = { order, trace, traceRead: true, deeds: deeds.get(order.id) ?? noDeeds, findings: [] };
  const setting = { ...at, policy: usual };
  return checksDuring(order.status).flatMap((check: Check<'order'>) => {
    if (!hasLine(check.id)) return [];
    const verdict = check.judge(subject, setting);
    if (verdict.is !== 'firing') return [];
    return [{ check: check.id, stage: verdict.stage, deadline: verdict.deadline?.at }];
  });
}
