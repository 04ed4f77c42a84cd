import { lastMoved } from '../domain/order.ts';
import { casePatience, type KnownCase } from '../domain/remedy-case.ts';
import { after, isPast, type Instant } from '../domain/time.ts';
import { ok, okUntil, unknown } from '../domain/verdict.ts';
import type { Check, OrderSubject } from './check.ts';
import { underWay } from './clocks-apply.ts';

/** Remedies after which TikTok has to show something new; that of supplements is `supplement-pending`'s to say. */
const expected: ReadonlySet<string> = new Set(['chase-carrier', 'correct-number']);

/** "What was asked for has to show; where nothing does after two days, nobody has acted, or it was in vain." */
export const remedyOverdue = {
  id: 'remedy-overdue',
  on: 'order',
  stages: [{ id: 'remedy-overdue', severity: 'breach' }],
  inhibitedBy: ['feed-lagging', 'credential-expiry'],
  during: underWay,
  judge(subject, at) {
    if (subject.order.status === 'unrecognised') return unknown('status-unrecognised');
    const waiting = (subject.cases ?? []).filter((one) => expected.has(one.remedy) && !hasEffect(one, subject));
    const [first] = waiting.toSorted((one, other) => lineOf(one) - lineOf(other));
    if (!first) return ok;
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

/** Whoever says that it is done or filed gets as long again. */
function lineOf({ askedAt, answeredAt = askedAt }: KnownCase): Instant {
  return after(answeredAt, casePatience);
}

function hasEffect({ seen }: KnownCase, { order, trace }: OrderSubject): boolean {
  if (!seen) return false;
  const newest = lastMoved(order, trace);
  return trace.scans.length > seen.scans || (newest !== undefined && newest > (seen.newest ?? 0));
}
