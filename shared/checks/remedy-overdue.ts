import { lastMoved } from '../domain/order.ts';
import { casePatience, shownByTikTok, type KnownCase } from '../domain/remedy-case.ts';
import { after, isPast, type Instant } from '../domain/time.ts';
import { okBecause, okUntil, unknown } from '../domain/verdict.ts';
import type { Check, OrderSubject } from './check.ts';
import { underWay } from './clocks-apply.ts';

/** "What was asked for has to show; where nothing does after two days, nobody has acted, or it was in vain." */
export const remedyOverdue = {
  id: 'remedy-overdue',
  on: 'order',
  stages: [
    { id: 'remedy-overdue', severity: 'breach' },
    { id: 'remedy-failed', severity: 'breach' },
  ],
  inhibitedBy: ['feed-lagging', 'credential-expiry'],
  during: underWay,
  judge(subject, at) {
    if (subject.order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!subject.cases?.length) return okBecause('nothing-asked');
    const open = subject.cases.filter((one) => !hasEffect(one, subject));
    const failed = open.find(({ failedAt }) => failedAt !== undefined);
    if (failed?.failedAt !== undefined) {
      return { is: 'firing', stage: 'remedy-failed', since: failed.failedAt, facts: { remedy: failed.remedy } };
    }
    const waiting = open.filter(isExpected);
    const [first] = waiting.toSorted((one, other) => lineOf(one) - lineOf(other));
    if (!first) return okBecause('nothing-asked');
    const line = lineOf(first);
    if (!isPast(line, at.now)) return okUntil(line);
    if (!subject.traceRead) return unknown('trace-not-read');
    const { remedy, ticket } = first;
    return {
      is: 'firing',
      stage: 'remedy-overdue',
      since: line,
      facts: { remedy, ...(ticket !== undefined && { ticket }) },
    };
  },
} as const satisfies Check<'order'>;

/** That of a supplement is `supplement-pending`'s to say. */
function isExpected({ remedy }: KnownCase): boolean {
  return shownByTikTok.has(remedy) && remedy !== 'supplement-tracking';
}

/** Whoever says that it is done or filed gets as long again. */
function lineOf({ askedAt, answeredAt = askedAt }: KnownCase): Instant {
  return after(answeredAt, casePatience);
}

function hasEffect({ seen }: KnownCase, { order, trace }: OrderSubject): boolean {
  if (!seen) return false;
  const newest = lastMoved(order, trace);
  return trace.scans.length > seen.scans || (newest !== undefined && newest > (seen.newest ?? 0));
}
