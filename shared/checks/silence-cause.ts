import { compareTraces, type Opinion } from '../domain/compare-traces.ts';
import { isCollected, isInTransit } from '../domain/order.ts';
import type { CarrierEvent } from '../domain/second-trace.ts';
import { placeOf } from '../domain/trace-place.ts';
import { minutes } from '../domain/time.ts';
import { okBecause, okUntil, unknown, type Facts, type Verdict } from '../domain/verdict.ts';
import type { Check, OrderSubject, Setting } from './check.ts';
import { beforeHandOver } from './clocks-apply.ts';
import { pickupBy } from './pickup-by.ts';
import { silenceOf } from './trace-silent.ts';

/**
 * "Compare the carrier's own trace with TikTok's before you complain: nine silences in ten are a feed that stopped."
 * It speaks for the silence it explains, and is as grave. Nothing is said of TikTok that the carrier's scans do not show.
 */
export const silenceCause = {
  id: 'silence-cause',
  on: 'order',
  stages: [
    { id: 'carrier-check-needed', severity: 'critical' },
    { id: 'not-picked-up', severity: 'breach' },
    { id: 'carrier-stalled', severity: 'critical', remedy: 'chase-carrier' },
    { id: 'api-sync-failure', severity: 'critical', remedy: 'supplement-tracking' },
  ],
  hasKinds: true,
  newsOf: ['place'],
  inhibitedBy: ['feed-lagging', 'credential-expiry', 'incident'],
  during: [...beforeHandOver, 'IN_TRANSIT'],
  judge(subject, at) {
    const silence = longSilence(subject, at);
    // Why a clock cannot be told stands with that clock already.
    if (silence.is === 'unknown') return unknown('second-opinion-pending');
    if (silence.is === 'ok') return silence;
    const { second } = subject;
    if (!second) return unknown(at.shop.secondOpinion ? 'second-opinion-pending' : 'needs-second-source');
    const cause = causeOf(compareTraces(subject.order, subject.trace, second, at.now), subject);
    if (!cause && !at.shop.secondOpinion) return unknown('needs-second-source');
    if (!cause)
      return unknown(at.isSecondSpent && isUnasked(subject) ? 'second-budget-spent' : 'second-opinion-pending');
    const { since, deadline } = silence;
    const facts = { ...cause.facts, phase: isCollected(subject.order) ? 'transit' : 'collection' };
    return { is: 'firing', stage: cause.stage, facts, since, ...(deadline && { deadline }) };
  },
} as const satisfies Check<'order'>;

/** Silent past the line in transit, or not picked up by its line; until then there is nothing to explain. */
export function longSilence(subject: OrderSubject, at: Setting): Verdict {
  const verdict = isInTransit(subject.order) ? silenceOf(subject, at) : pickupBy.judge(subject, at);
  if (verdict.is !== 'firing' || pastLine.has(verdict.stage)) return verdict;
  return verdict.deadline ? okUntil(verdict.deadline.at, verdict.deadline) : okBecause('no-silence');
}

const pastLine: ReadonlySet<string> = new Set(['tracking-stale', 'pickup-overdue']);

interface Cause {
  readonly stage: 'carrier-check-needed' | 'not-picked-up' | 'carrier-stalled' | 'api-sync-failure';
  readonly facts: Facts;
}

/** Facts that stay as they are while nothing new is known: what changes by the hour is worked out when it is read. */
function causeOf(opinion: Opinion, { order }: OrderSubject): Cause | undefined {
  switch (opinion.is) {
    case 'pending':
      return undefined;
    case 'unreadable':
      return { stage: 'carrier-check-needed', facts: { reason: opinion.because } };
    case 'unscanned':
      return { stage: 'not-picked-up', facts: { place: 'origin' } };
    case 'silent': {
      const { last } = opinion;
      return {
        stage: 'carrier-stalled',
        facts: { place: placeOf(last?.milestone), ...(last && { last: wordsOf(last) }) },
      };
    }
    case 'newer': {
      const { first, source, shift } = opinion;
      return {
        stage: 'api-sync-failure',
        facts: {
          place: isCollected(order) ? placeOf(first.milestone) : 'origin',
          missing: wordsOf(first),
          missingAt: first.at,
          source,
          ...(shift !== 0 && { shiftMinutes: shift / minutes(1) }),
        },
      };
    }
  }
}

/** A parcel of it is still to be announced. */
function isUnasked({ order, second = [] }: OrderSubject): boolean {
  const announced = new Set(second.flatMap((trace) => (trace.announced ? trace.number : [])));
  return order.parcels.some(({ number }) => number !== undefined && !announced.has(number));
}

/** Of older scans the carrier's own words are not kept. */
function wordsOf({ text, milestone }: CarrierEvent): string {
  return text === '' ? milestone : text;
}
