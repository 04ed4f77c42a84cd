import fc from 'fast-check';
import type { OrderSubject } from '../../shared/checks/check.ts';
import { keyKinds, type Credential } from '../../shared/domain/credential.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import {
  lastMoved,
  orderStatuses,
  type AddressFlags,
  type Order,
  type Parcel,
  type PlatformTimes,
  type Trace,
} from '../../shared/domain/order.ts';
import { milestones, type ToldMilestone } from '../../shared/domain/milestone.ts';
import { after, days, hours, instant, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aFinding } from './a-finding.ts';
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
  {
    rts_sla_time: anyInstant(),
    tts_sla_time: anyInstant(),
    delivery_sla_time: anyInstant(),
    shipping_due_time: anyInstant(),
    collection_due_time: anyInstant(),
    delivery_due_time: anyInstant(),
    pick_up_cut_off_time: anyInstant(),
    delivery_option_required_delivery_time: anyInstant(),
    fast_dispatch_sla_time: anyInstant(),
    cancel_order_sla_time: anyInstant(),
  },
  { requiredKeys: [] },
);

const anyParcel: fc.Arbitrary<Parcel> = fc.record(
  {
    id: fc.constant('1153131168834490069'),
    number: fc.constantFrom('JD0002274300018', 'JD00 0227', 'n/a', ''),
    carrier: fc.constantFrom('Royal Mail', 'YunExpress'),
  },
  { requiredKeys: ['id'] },
);

const anyFlags: fc.Arbitrary<AddressFlags> = fc.record(
  {
    address: fc.constantFrom('latin' as const, 'not-latin' as const, 'hidden' as const),
    postcode: fc.constantFrom('ok' as const, 'odd' as const, 'masked' as const),
    battery: fc.constant('suspected' as const),
  },
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
      shipping: fc.constantFrom('tiktok' as const, 'seller' as const, 'unrecognised' as const),
      type: fc.constantFrom('normal' as const, 'pre-order' as const, 'unrecognised' as const),
      sample: fc.boolean(),
      buyerAskedToCancel: fc.boolean(),
      cancelRequestedAt: anyInstant(),
      parcels: fc.array(anyParcel, { maxLength: 2 }),
      carrier: fc.constantFrom('Royal Mail', 'yun express'),
      carrierId: fc.constantFrom('7117858858072016901', '7117858858072016902'),
      flags: anyFlags,
    },
    {
      requiredKeys: [
        'status',
        'createdAt',
        'platform',
        'fulfilledBy',
        'shipping',
        'type',
        'sample',
        'buyerAskedToCancel',
        'parcels',
        'flags',
      ],
    },
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

const told = fc.constantFrom<ToldMilestone>(...milestones, 'unrecognised');

const anyTrace: fc.Arbitrary<Trace> = fc
  .array(anyInstant(days(8)), { maxLength: 5 })
  .chain((scans) =>
    fc.record({
      scans: fc.constant(scans.toSorted((a, b) => a - b)),
      milestones: fc.array(told, { minLength: scans.length, maxLength: scans.length }),
    }),
  )
  .map((trace): Trace => (trace.scans.length % 2 === 0 ? { scans: trace.scans } : trace));

/** What an earlier sweep said of the trace: of the silence that still lasts, or of one that is over. */
function anyFindings(order: Order, trace: Trace): fc.Arbitrary<readonly Finding[]> {
  const moved = lastMoved(order, trace);
  const silences = moved === undefined ? anyInstant() : fc.oneof(anyInstant(), fc.constant(after(moved, hours(72))));
  const finding = fc
    .record({
      stage: fc.constantFrom('trace-gap-48', 'tracking-stale'),
      state: fc.constantFrom('open' as const, 'acknowledged' as const, 'resolved' as const),
      since: silences,
      openedAt: anyInstant(days(8)),
    })
    .map((changes) => aFinding({ check: 'trace-silent', ...changes }));
  return fc.array(finding, { maxLength: 1 });
}

export const anyOrderSubject: fc.Arbitrary<OrderSubject> = fc
  .record({ order: anyOrder, trace: anyTrace, traceRead: fc.boolean(), deeds: anyDeeds })
  .chain((known) => anyFindings(known.order, known.trace).map((findings) => ({ ...known, findings })));

export const anyCredential: fc.Arbitrary<Credential> = fc.record(
  {
    id: fc.constant('api-key:erp'),
    kind: fc.constantFrom(...keyKinds, 'access-token' as const, 'authorization' as const),
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
