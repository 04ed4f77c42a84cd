import type { Check, Setting } from '../../../shared/checks/check.ts';
import { checkCards, checksDuring } from '../../../shared/checks/registry.ts';
import { noDeeds } from '../../../shared/domain/deed.ts';
import { lastMoved, type Order } from '../../../shared/domain/order.ts';
import { instant, type Instant } from '../../../shared/domain/time.ts';
import type { Severity } from '../../../shared/domain/verdict.ts';
import type { WatchedOrder } from '../../../shared/ports/order-book.ts';

/** A finding that lives, as far as the figures ask. */
export interface LiveFinding {
  readonly check: string;
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

/** How a finding's line fared, whose condition ended at `endedAt`, or holds still then. */
export function outcomeOf(of: LiveFinding, endedAt: Instant): Outcome | undefined {
  const { check, standing, deadline, toldAt } = of;
  if (standing || deadline === undefined || !hasLine(check)) return undefined;
  const wasWarned = toldAt !== undefined && toldAt <= deadline;
  if (endedAt > deadline) return wasWarned ? 'warned' : 'missed';
  return wasWarned ? 'kept' : undefined;
}

/** The newest thing that is known to have happened to an order: what it ended, it ended then. */
export function signOfLife({ order, trace }: WatchedOrder): Instant {
  return instant(Math.max(order.updatedAt, lastMoved(order, trace) ?? 0));
}

/** Of the first parcel: orders in several with one carrier each are few. Empty: none has it yet. */
export function carrierOf({ parcels, carrier }: Order): string {
  return parcels[0]?.carrier ?? carrier ?? '';
}

/**
 * Checks whose line the order crossed and came to an end of in the time between two sweeps, so that no finding speaks
 * of it: judged as it was before, at the instant at which it changed.
 */
export function crossedUnseen(before: WatchedOrder, endedAt: Instant, at: Omit<Setting, 'now'>): readonly string[] {
  return firing(before, { ...at, now: endedAt }).flatMap(({ check, deadline }) =>
    deadline !== undefined && deadline < endedAt ? [check] : [],
  );
}

/** Checks with a line that say something of the order as it is, as far as its trace is known. */
export function firing(
  { order, trace }: WatchedOrder,
  at: Setting,
): readonly { readonly check: string; readonly deadline: Instant | undefined }[] {
  const subject = { order, trace, traceRead: true, deeds: noDeeds, findings: [] };
  return checksDuring(order.status).flatMap((check: Check<'order'>) => {
    if (!hasLine(check.id)) return [];
    const verdict = check.judge(subject, at);
    return verdict.is === 'firing' ? [{ check: check.id, deadline: verdict.deadline?.at }] : [];
  });
}
