import { isLive, type Finding } from '../domain/finding.ts';
import { isCollected, isConfirmed, type Order } from '../domain/order.ts';
import { hours, instant, type Instant } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check, Setting } from './check.ts';
import { atRest, underWay } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

const id = 'eu-qr-label';

/** Half a day is enough to find the parcel and stick a label on it (house rule, 2026). */
const lastCall = [{ stage: 'eu-qr-label-due-soon', begins: hours(-12) }] as const;

/** Whichever comes first: the parcel may be gone by then. */
const handOvers: readonly OrderClock[] = [
  { clock: 'pickup-by', field: 'tts_sla_time', stages: lastCall, inHouse: true, optional: true },
  { field: 'pick_up_cut_off_time', stages: lastCall, inHouse: true, optional: true },
];

/**
 * "Parcels to the United Kingdom, Germany and France bear TikTok's QR label on the front, lower right, at least 5 × 5
 * cm; without it they are refused." A packing checklist: it lists what is not yet seen to bear it, speaks when the
 * hand-over is near, and accuses only what was asked about before and left without an answer.
 */
export const euQrLabel = {
  id,
  on: 'order',
  stages: [
    { id: 'eu-qr-label-open', severity: 'warning', quiet: true },
    { id: 'eu-qr-label-due-soon', severity: 'warning' },
    { id: 'eu-qr-label-missing', severity: 'breach' },
  ],
  clocks: handOvers,
  inhibitedBy: ['feed-lagging'],
  settledBy: 'qr-label',
  during: underWay,
  judge({ order, deeds, findings }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isConfirmed(order)) return okBecause('not-confirmed');
    if (deeds.qrLabel === 'attached') return okBecause('attested');
    const rule = markOf('qr-label', order, at);
    if (!rule) return okBecause('no-rule');
    if (!attests(at, 'qr-label')) return unknown('needs-attestations');
    const facts = ruleFacts(rule);
    if (isCollected(order)) {
      if (!wasAskedFor(findings)) return unknown('needs-attestations');
      return { is: 'firing', stage: 'eu-qr-label-missing', since: goneSince(order, at.now), facts };
    }
    const near = nearSince(order, at);
    return near === undefined
      ? { is: 'firing', stage: 'eu-qr-label-open', since: packedSince(order, at.now), facts }
      : { is: 'firing', stage: 'eu-qr-label-due-soon', since: near, facts };
  },
} as const satisfies Check<'order'>;

/** Of a parcel that left before its shop kept track of labels nobody can have written anything down. */
function wasAskedFor(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.check === id && isLive(finding));
}

function goneSince(order: Order, now: Instant): Instant {
  return instant(Math.min(order.collectedAt ?? packedSince(order, now), now));
}

function nearSince(order: Order, at: Setting): Instant | undefined {
  const since = handOvers.flatMap((clock) => {
    const verdict = judgeClock(order, clock, at);
    return verdict.is === 'firing' ? [verdict.since] : [];
  });
  return since.length === 0 ? undefined : instant(Math.min(...since));
}
