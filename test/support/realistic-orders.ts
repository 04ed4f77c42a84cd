import type { Finding } from '../../shared/domain/finding.ts';
import type { PlatformTimes } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { instant } from '../../shared/domain/time.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { now } from './moments.ts';

const texts = [
  'Your package has been collected by the carrier.',
  'Your package has arrived at the sorting centre in {place} and is waiting for onward transport.',
  'Package departed from origin country/region. It may take several days before the next update is shown.',
  'Customs clearance is in progress at the destination. No action is needed at this time unless you are contacted.',
  'Delivery attempted but nobody was available to receive the parcel; the courier will attempt delivery again on the next working day between 08:00 and 18:00. Please make sure that somebody is at home, thanks.',
  '包裹已到达【{place}分拨中心】，正在安排下一站运输，请耐心等待',
  'พัสดุของคุณอยู่ระหว่างการจัดส่งไปยังศูนย์กระจายสินค้าปลายทาง',
  'Kiện hàng của bạn đang trên đường đến trung tâm phân loại {place}',
] as const;

const carriers = [
  'Royal Mail',
  'Yun Express',
  'Flash Express',
  'USPS Ground Advantage',
  'Evri',
  'J&T Express',
] as const;
const places = ['Shenzhen', 'Birmingham', 'East Midlands', 'Bangkok', 'Ontario CA'] as const;
const hour = 3_600_000;

/**
 * What a troubled cross-border order looks like when it is stored: long ids, twelve scans at the millisecond, seven
 * of the platform's times, two live findings and a resolved one. `place` alone decides; texts have up to 200 letters.
 */
export function aRealisticOrder(place: number): WatchedOrder {
  const dice = diceOf(place);
  const created = instant(Math.floor((now - dice(200, 700) * hour) / 1_000) * 1_000);
  const scans = scansFrom(created, dice);
  const carrier = pick(carriers, dice);
  const text = pick(texts, dice).replace('{place}', pick(places, dice)).slice(0, 200);
  const parcels = dice(0, 3) === 0 ? 2 : 1;
  return {
    order: {
      id: digits(dice(18, 19), dice),
      status: 'IN_TRANSIT',
      createdAt: created,
      updatedAt: secondsAfter(created, 60, dice),
      paidAt: secondsAfter(created, 1, dice),
      confirmedAt: secondsAfter(created, 20, dice),
      collectedAt: secondsAfter(created, 60, dice),
      platform: platformOf(created, dice),
      fulfilledBy: 'seller',
      shipping: 'tiktok',
      type: 'normal',
      sample: false,
      buyerAskedToCancel: false,
      replacement: false,
      ...(parcels === 2 && { tag: 'SPLIT' as const }),
      carrier,
      carrierId: digits(19, dice),
      deliveryOption: digits(19, dice),
      warehouse: digits(19, dice),
      parcels: Array.from({ length: parcels }, () => ({
        id: digits(19, dice),
        number: `JD${digits(14, dice)}`,
        carrier,
      })),
      amount: `${dice(1, 400)}.${dice(10, 99)}`,
      currency: 'GBP',
      flags: { address: 'latin', postcode: 'ok' },
    },
    trace: { scans, lastText: text },
    findings: findingsOf(created, dice),
    run: runAt(dice),
  };
}

type Dice = (low: number, high: number) => number;

function scansFrom(created: Instant, dice: Dice): readonly Instant[] {
  let at = created + 20 * hour;
  return Array.from({ length: 12 }, () => {
    at += dice(600_000, 20 * hour);
    // Two of three carriers report whole seconds.
    return instant(dice(0, 2) === 0 ? at : Math.floor(at / 1_000) * 1_000);
  });
}

function platformOf(created: Instant, dice: Dice): PlatformTimes {
  return {
    rts_sla_time: secondsAfter(created, 48, dice),
    tts_sla_time: secondsAfter(created, 72, dice),
    delivery_sla_time: secondsAfter(created, 200, dice),
    shipping_due_time: secondsAfter(created, 96, dice),
    collection_due_time: secondsAfter(created, 150, dice),
    delivery_due_time: secondsAfter(created, 700, dice),
    delivery_option_required_delivery_time: secondsAfter(created, 300, dice),
  };
}

function findingsOf(created: Instant, dice: Dice): readonly Finding[] {
  const since = secondsAfter(created, 150, dice);
  const run = runAt(dice);
  const seen = { state: 'open', since, openedAt: now, last: { kind: 'escalated', at: now, run } } as const;
  return [
    {
      ...seen,
      check: 'trace-silent',
      stage: 'tracking-stale',
      episode: dice(1, 3),
      deadline: { at: since, source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } },
    },
    {
      ...seen,
      check: 'deliver-by',
      stage: 'delivery-late-counted',
      episode: 1,
      deadline: { at: secondsAfter(created, 200, dice), source: { kind: 'platform', field: 'delivery_sla_time' } },
    },
    {
      ...seen,
      check: 'pickup-by',
      stage: 'pickup-overdue',
      episode: 1,
      state: 'resolved',
      resolvedBecause: 'condition-cleared',
      deadline: { at: secondsAfter(created, 72, dice), source: { kind: 'platform', field: 'tts_sla_time' } },
      last: { kind: 'resolved', at: secondsAfter(created, 100, dice), run: runAt(dice) },
    },
  ];
}

function secondsAfter(start: Instant, about: number, dice: Dice): Instant {
  return instant(start + about * hour + dice(-1_800, 1_800) * 1_000);
}

function runAt(dice: Dice): string {
  return new Date(now - dice(0, 400) * hour).toISOString();
}

function pick<Thing>(things: readonly [Thing, ...Thing[]], dice: Dice): Thing {
  return things[dice(0, things.length - 1)] ?? things[0];
}

function digits(count: number, dice: Dice): string {
  return Array.from({ length: count }, (_, place) => dice(place === 0 ? 1 : 0, 9)).join('');
}

/** The same numbers for the same seed on every machine (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  return (low, high) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) % (high - low + 1));
  };
}
