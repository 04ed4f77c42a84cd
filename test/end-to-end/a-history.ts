import { diceAt, type Dice } from '../../infra/local/simulator/random.ts';

const hour = 3_600_000;
const day = 24 * hour;
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';

interface Life {
  readonly status?: string;
  readonly purchased: number;
  readonly approved?: number | undefined;
  readonly carrier?: number | undefined;
  readonly customer?: number | undefined;
  readonly estimated?: number | undefined;
}

type Story = (purchased: number, dice: Dice) => Omit<Life, 'purchased'>;

/** Everything that real histories hold, the inconsistent rows included; each story is told equally often. */
const stories: Readonly<Record<string, Story>> = {
  'goes well': (at, dice) => usual(at, dice),
  'goes well too': (at, dice) => usual(at, dice),
  'is confirmed late': (at, dice) => usual(at, dice, { approved: dice.between(13, 60) }),
  'is confirmed exactly on the line': (at) => ({ approved: at + 24 * hour, estimated: promise(at, 20) }),
  'is picked up late': (at, dice) => usual(at, dice, { carrier: dice.between(50, 140) }),
  'moves on exactly when it counts as silent': (at) => ({
    approved: at + hour,
    carrier: at + 24 * hour,
    customer: at + 96 * hour,
    estimated: promise(at, 20),
  }),
  'is delivered late': (at, dice) => ({ ...usual(at, dice), estimated: promise(at, dice.between(3, 8)) }),
  'is promised nothing': (at, dice) => ({ ...usual(at, dice), estimated: undefined }),
  'is never confirmed': (at) => ({ status: 'created', estimated: promise(at, 25) }),
  'is never picked up': (at, dice) => ({
    ...usual(at, dice),
    status: 'invoiced',
    carrier: undefined,
    customer: undefined,
  }),
  'is never delivered': (at, dice) => ({ ...usual(at, dice), status: 'shipped', customer: undefined }),
  'is handed over without a confirmation': (at, dice) => ({ ...usual(at, dice), approved: undefined }),
  'is handed over before its confirmation': (at, dice) => ({
    ...usual(at, dice),
    approved: at + dice.between(60, 90) * hour,
    carrier: at + dice.between(10, 50) * hour,
  }),
  'is delivered before its hand-over': (at, dice) => ({
    ...usual(at, dice),
    carrier: at + dice.between(80, 120) * hour,
    customer: at + dice.between(60, 79) * hour,
  }),
  'is delivered without a hand-over': (at, dice) => ({ ...usual(at, dice), carrier: undefined }),
  'is canceled': (at, dice) => ({ ...usual(at, dice), status: 'canceled', customer: undefined }),
  'is unavailable': (at) => ({ status: 'unavailable', approved: at + hour, estimated: promise(at, 25) }),
};

export interface HistoryOptions {
  readonly seed: number;
  readonly orders: number;
  /** The stretch of time that is going to be watched, in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Some orders grow too old to be watched in it, some have long been; none does unless said. */
  readonly old?: boolean;
}

/** A made-up CSV order history whose orders have most of their lives in the watched stretch. */
export function aHistory({ seed, orders, from, until, old = false }: HistoryOptions): string {
  const names = Object.keys(stories);
  const lines = Array.from({ length: orders }, (_, row) => {
    const dice = diceAt(seed, row);
    const purchased = onTheHour(purchasedAt(dice, from, until, old), dice);
    return rowOf(seed, row, { purchased, ...stories[names[row % names.length] ?? '']?.(purchased, dice) });
  });
  return `${[header, ...lines].join('\n')}\n`;
}

function purchasedAt(dice: Dice, from: number, until: number, old: boolean): number {
  const roll = dice.roll();
  if (roll < 0.7) return between(dice, from - 8 * day, until);
  if (!old) return between(dice, from - 50 * day, from - 8 * day);
  return roll < 0.85
    ? between(dice, from - 60 * day, until - 60 * day)
    : between(dice, from - 80 * day, from - 8 * day);
}

function between(dice: Dice, from: number, to: number): number {
  return Math.floor((from + dice.roll() * (to - from)) / 1000) * 1000;
}

/** Every third order keeps whole hours, so that lines fall exactly on the instants of sweeps. */
function onTheHour(at: number, dice: Dice): number {
  return dice.chance(0.33) ? Math.floor(at / hour) * hour : at;
}

function usual(at: number, dice: Dice, after: { readonly approved?: number; readonly carrier?: number } = {}) {
  const approved = at + (after.approved ?? dice.between(0, 11)) * hour;
  const carrier = approved + (after.carrier ?? dice.between(2, 44)) * hour;
  return { approved, carrier, customer: carrier + dice.between(20, 150) * hour, estimated: promise(at, 25) };
}

/** The promise is the beginning of a day. */
function promise(at: number, days: number): number {
  return Math.floor(at / day) * day + days * day;
}

function rowOf(seed: number, row: number, life: Life): string {
  const id = (BigInt(seed) * 1_000_003n + BigInt(row)).toString(16).padStart(32, 'f0e1d2c3');
  const times = [life.purchased, life.approved, life.carrier, life.customer, life.estimated].map((at) =>
    at === undefined ? '' : new Date(at).toISOString().slice(0, 19).replace('T', ' '),
  );
  return [id, life.status ?? 'delivered', ...times].join(',');
}
