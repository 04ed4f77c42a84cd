import type { Dice } from '../random.ts';

/** What goes wrong with an order; at most one of them. */
export const troubles = [
  'unpaid',
  'buyer-cancels',
  'shipping-timeout',
  'late-confirmation',
  'late-pick-up',
  'silent',
  'stale',
  'lost',
  'customs-hold',
  'failed-delivery',
] as const;
export type Trouble = (typeof troubles)[number];

/** What sort of order it is; at most one of them, else a normal one. */
export const sorts = ['sample', 'by-tiktok', 'pre-order', 'replacement', 'split', 'combined'] as const;
export type Sort = (typeof sorts)[number];

/** Shares of all orders, each in [0, 1]; troubles together and sorts together must not exceed 1. */
export type Shares = Readonly<Record<Trouble | Sort, number>>;

/** Invented, with more trouble than a healthy shop has, so that a small world shows every kind of it. */
export const defaultShares: Shares = {
  unpaid: 0.02,
  'buyer-cancels': 0.02,
  'shipping-timeout': 0.005,
  'late-confirmation': 0.06,
  'late-pick-up': 0.06,
  silent: 0.05,
  stale: 0.05,
  lost: 0.005,
  'customs-hold': 0.03,
  'failed-delivery': 0.05,
  sample: 0.01,
  'by-tiktok': 0.05,
  'pre-order': 0.02,
  replacement: 0.01,
  split: 0.04,
  combined: 0.04,
};

export function drawOne<Name extends keyof Shares>(
  dice: Dice,
  shares: Shares,
  names: readonly Name[],
): Name | undefined {
  let roll = dice.roll();
  return names.find((name) => {
    roll -= shares[name];
    return roll < 0;
  });
}

/** Throws RangeError for shares that are no shares. */
export function sharesOf(given: Partial<Shares> = {}): Shares {
  const shares = { ...defaultShares, ...given };
  for (const names of [troubles, sorts]) {
    const sum = names.reduce((total, name) => total + shares[name], 0);
    if (names.some((name) => !(shares[name] >= 0)) || sum > 1) {
      throw new RangeError(`shares of ${names.join(', ')} must be at least 0 and at most 1 together`);
    }
  }
  return shares;
}
