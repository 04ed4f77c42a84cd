import {
  after,
  before,
  days,
  hours,
  instant,
  iso,
  minutes,
  type Duration,
  type Instant,
} from '../../../shared/domain/time.ts';

const pace = minutes(80);
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,' +
  'order_delivered_customer_date,order_estimated_delivery_date,order_shipping_due_date';

/** What became of an order, counted from its purchase; left out = usual. */
interface Course {
  /** `null`: nobody has shipped it. */
  readonly confirmed?: Duration | null;
  readonly shippingDue?: Duration;
}

/**
 * The orders of a shop that does nearly everything in time, whatever the hour: of a hundred a week, three were
 * confirmed late, and one will be cancelled in two hours because nobody has shipped it. It goes on for a week.
 */
export function demoHistory(now: Instant): string {
  const first = before(now, days(12));
  const count = Math.floor(days(19) / pace);
  const usual = Array.from({ length: count }, (_, place) => after(first, (place * pace) as Duration));
  const late = [3, 4, 5].map((daysAgo) => [before(now, days(daysAgo)), { confirmed: hours(30) }] as const);
  const forgotten = [before(now, days(2)), { confirmed: null, shippingDue: (days(2) + hours(2)) as Duration }] as const;
  const orders: readonly (readonly [Instant, Course])[] = [
    ...usual.map((purchased, place) => [purchased, { confirmed: minutes(90 + (place % 7) * 25) }] as const),
    ...late,
    forgotten,
  ];
  return [header, ...orders.map(([purchased, course], place) => rowOf(purchased, course, place))].join('\n');
}

/** Picked up within a day, delivered two days later. */
function rowOf(purchased: Instant, { confirmed = hours(3), shippingDue }: Course, place: number): string {
  const approved = confirmed === null ? undefined : after(purchased, confirmed);
  const carrier = approved && after(approved, hours(18));
  const customer = carrier && after(carrier, hours(40 + (place % 5)));
  const estimated = after(purchased, days(6));
  const times = [purchased, approved, carrier, customer, estimated, shippingDue && after(purchased, shippingDue)];
  return [`57990112${String(place).padStart(10, '0')}`, 'created', ...times.map(written)].join(',');
}

function written(at: Instant | undefined): string {
  return at === undefined
    ? ''
    : iso(instant(Math.floor(at / 1_000) * 1_000))
        .slice(0, 19)
        .replace('T', ' ');
}
