import * as fc from 'fast-check';
import type { Finding } from '../../shared/domain/finding.ts';
import { transitions } from '../../shared/domain/finding.ts';
import type { AddressFlags, Order, Parcel, PlatformTimes } from '../../shared/domain/order.ts';
import { orderStatuses } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { instant } from '../../shared/domain/time.ts';
import type { Deadline, Facts } from '../../shared/domain/verdict.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';

/** One generator a field, so that a field added to the domain breaks the build of the round-trip test. */
type Fields<Thing> = { readonly [Key in keyof Thing]-?: fc.Arbitrary<Exclude<Thing[Key], undefined>> };

/** Any instant from 1970 to 2106, at the millisecond or (as TikTok mostly gives them) at the second. */
const anyInstant: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: 0, max: 0xff_ff_ff_ff }).map((second) => instant(second * 1_000)),
  fc.integer({ min: 0, max: 0xff_ff_ff_ff * 1_000 }).map(instant),
);

/** Any text, the signs of the packed form among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('~', '|', ';', ',', ':', "'", '#', '+', '!', 'p', 's', 'e', '='), maxLength: 12 }),
);
const anyId = fc.oneof(fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n - 1n }).map(String), anyText);

const anyRun = fc.oneof(
  anyInstant.map((at) => new Date(at).toISOString()),
  anyInstant.map((at) => new Date(at).toISOString().replace('.000Z', 'Z')),
  anyText,
);

const platform = {
  rts_sla_time: anyInstant,
  tts_sla_time: anyInstant,
  delivery_sla_time: anyInstant,
  shipping_due_time: anyInstant,
  collection_due_time: anyInstant,
  delivery_due_time: anyInstant,
  pick_up_cut_off_time: anyInstant,
  delivery_option_required_delivery_time: anyInstant,
  fast_dispatch_sla_time: anyInstant,
  cancel_order_sla_time: anyInstant,
} satisfies Fields<PlatformTimes>;

const flags = {
  address: fc.constantFrom('latin', 'not-latin', 'hidden'),
  postcode: fc.constantFrom('ok', 'odd', 'masked'),
  battery: fc.constant('suspected'),
} satisfies Fields<AddressFlags>;

const parcel = { id: anyId, number: anyText, carrier: anyText } satisfies Fields<Parcel>;

const order = {
  id: anyId.filter((id) => id !== ''),
  status: fc.constantFrom(...orderStatuses, 'unrecognised'),
  createdAt: anyInstant,
  updatedAt: anyInstant,
  paidAt: anyInstant,
  confirmedAt: anyInstant,
  collectedAt: anyInstant,
  deliveredAt: anyInstant,
  cancelledAt: anyInstant,
  cancelRequestedAt: anyInstant,
  platform: some<PlatformTimes>(platform, []),
  fulfilledBy: fc.constantFrom('seller', 'tiktok', 'unrecognised'),
  shipping: fc.constantFrom('tiktok', 'seller', 'unrecognised'),
  type: fc.constantFrom('normal', 'pre-order', 'made-to-order', 'back-order', 'lottery', 'unrecognised'),
  sample: fc.boolean(),
  buyerAskedToCancel: fc.boolean(),
  replacement: fc.boolean(),
  tag: fc.constantFrom('SPLIT', 'COMBINED'),
  carrier: fc.oneof(anyText, fc.constant('Royal Mail')),
  carrierId: anyId,
  deliveryOption: anyId,
  warehouse: anyId,
  parcels: fc.array(fc.oneof(some<Parcel>(parcel, ['id']), fc.constant({ id: '1', carrier: 'Royal Mail' })), {
    maxLength: 3,
  }),
  amount: anyText,
  currency: anyText,
  flags: some<AddressFlags>(flags, []),
} satisfies Fields<Order>;

const anyDeadline: fc.Arbitrary<Deadline> = fc.record({
  at: anyInstant,
  source: fc.oneof(
    fc.record({ kind: fc.constant('platform' as const), field: fc.oneof(fc.constant('tts_sla_time'), anyText) }),
    fc.record({ kind: fc.constant('clause' as const), pack: anyText, clause: anyText }),
    fc.record({ kind: fc.constant('credential' as const) }),
  ),
});

const anyFacts: fc.Arbitrary<Facts> = fc.dictionary(
  anyText,
  fc.oneof(anyText, fc.double({ noNaN: true }), fc.integer()),
  { noNullPrototype: true, maxKeys: 4 },
);

const finding = {
  check: fc.oneof(fc.constantFrom('trace-silent', 'deliver-by'), anyText),
  stage: fc.oneof(fc.constantFrom('tracking-stale', 'delivery-overdue'), anyText),
  state: fc.constantFrom('open', 'acknowledged', 'dismissed', 'resolved'),
  episode: fc.nat(),
  since: anyInstant,
  openedAt: anyInstant,
  deadline: anyDeadline,
  facts: anyFacts,
  last: fc.record({ kind: fc.constantFrom(...transitions), at: anyInstant, run: anyRun }),
  returns: fc.nat(),
  peak: fc.constantFrom('tracking-stale', 'delivery-overdue'),
  calmSince: anyInstant,
  actedAt: anyInstant,
  quiet: fc.constant(true),
  resolvedBecause: fc.constantFrom('condition-cleared', 'order-closed', 'abandoned', 'check-retired'),
} satisfies Fields<Finding>;

/** Every order that the types allow, likely or not. */
export const anyWatchedOrder: fc.Arbitrary<WatchedOrder> = fc.record({
  order: some<Order>(order, [
    'id',
    'status',
    'createdAt',
    'updatedAt',
    'platform',
    'fulfilledBy',
    'shipping',
    'type',
    'sample',
    'buyerAskedToCancel',
    'replacement',
    'parcels',
    'flags',
  ]),
  trace: fc.record({ scans: fc.array(anyInstant, { maxLength: 15 }), lastText: anyText }, { requiredKeys: ['scans'] }),
  findings: fc.array(some<Finding>(finding, ['check', 'stage', 'state', 'episode', 'since', 'openedAt', 'last']), {
    maxLength: 4,
  }),
  run: anyRun,
});

/** Fields outside of `required` are sometimes left out, as optional fields are. */
function some<Thing>(fields: Fields<Thing>, required: readonly (keyof Thing)[]): fc.Arbitrary<Thing> {
  return fc.record(fields, { requiredKeys: [...required] });
}
