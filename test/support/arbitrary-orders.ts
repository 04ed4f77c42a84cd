import fc from 'fast-check';
import type { OrderSubject } from '../../shared/checks/check.ts';
import type { Credential } from '../../shared/domain/credential.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import { orderStatuses, type Order, type PlatformTimes } from '../../shared/domain/order.ts';
import { after, days, instant, type Duration, type Instant } from '../../shared/domain/time.ts';
import { anOrder } from './an-order.ts';
import { now } from './moments.ts';

/** Any instant within some days around `now`, biased to whole hours so that lines are met exactly. */
function anyInstant(span: Duration = days(40)): fc.Arbitrary<Instant> {
  const millis = fc.integer({ min: now - span, max: now + span });
  return fc
    .oneof(
      millis,
      millis.map((value) => Math.round(value / 3_600_000) * 3_600_000),
    )
    .map(instant);
}

const anyTimes: fc.Arbitrary<PlatformTimes> = fc.record(
  { rts_sla_time: anyInstant(), tts_sla_time: anyInstant(), delivery_sla_time: anyInstant() },
  { requiredKeys: [] },
);

/** Orders in any state, with facts missing and out of order, as real data has them. */
const anyOrder: fc.Arbitrary<Order> = fc
  .record(
    {
      status: fc.constantFrom(...orderStatuses, 'unrecognised' as const),
      createdAt: anyInstant(),
      confirmedAt: anyInstant(),
      collectedAt: anyInstant(),
      platform: anyTimes,
      fulfilledBy: fc.constantFrom('seller' as const, 'tiktok' as const, 'unrecognised' as const),
      type: fc.constantFrom('normal' as const, 'pre-order' as const, 'unrecognised' as const),
      sample: fc.boolean(),
    },
    { requiredKeys: ['status', 'createdAt', 'platform', 'fulfilledBy', 'type', 'sample'] },
  )
  .map((changes) => anOrder(changes));

const anyDeeds: fc.Arbitrary<Deeds> = fc.record(
  {
    extendedUntil: anyInstant(),
    qrLabel: fc.constant('attached' as const),
    declaredName: fc.constantFrom('matches' as const, 'differs' as const),
    label: fc.constantFrom('platform' as const, 'other' as const),
    battery: fc.constantFrom('declared' as const, 'none' as const),
    pickStartedAt: anyInstant(),
  },
  { requiredKeys: [] },
);

export const anyOrderSubject: fc.Arbitrary<OrderSubject> = fc.record({
  order: anyOrder,
  trace: fc.array(anyInstant(days(8)), { maxLength: 5 }).map((scans) => ({ scans: scans.toSorted((a, b) => a - b) })),
  traceRead: fc.boolean(),
  deeds: anyDeeds,
  findings: fc.constant([]),
});

export const anyCredential: fc.Arbitrary<Credential> = fc.record(
  {
    id: fc.constant('api-key:erp'),
    kind: fc.constantFrom('api-key' as const, 'access-token' as const, 'authorization' as const),
    name: fc.constant('ERP key'),
    renewsItself: fc.boolean(),
    expiresAt: anyInstant(days(100)),
    refusedSince: anyInstant().map((at) => instant(Math.min(at, now))),
  },
  { requiredKeys: ['id', 'kind', 'name', 'renewsItself'] },
);

/** A moment after `from`, at most `span` later. */
export function laterThan(from: Instant, span: Duration): fc.Arbitrary<Instant> {
  return fc.integer({ min: 0, max: span }).map((wait) => after(from, wait as Duration));
}
