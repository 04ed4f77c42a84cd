import type { Risk } from '../domain/risk.ts';
import type { Penalty } from './policy.ts';

/** What an order is worth, as TikTok sends it: decimal string and ISO 4217. */
export interface Worth {
  readonly amount?: string;
  readonly currency?: string;
}

/**
 * The money that a penalty puts at stake for one order: its fine, else its share of the order's value; undefined
 * where it names neither, or where the order's value is not known or nothing.
 */
export function atRisk(penalty: Penalty | undefined, worth: Worth): Omit<Risk, 'rule'> | undefined {
  const { fine, ofValue } = penalty ?? {};
  if (fine) return { ...fine, amount: Number(fine.amount).toFixed(2), assumption: { kind: 'fine' } };
  return ofValue === undefined ? undefined : shareAtRisk(ofValue, worth);
}

/** A share of the order's value, 1 = all of it. */
export function shareAtRisk(share: number, { amount, currency }: Worth): Omit<Risk, 'rule'> | undefined {
  const value = Number(amount);
  if (amount === undefined || currency === undefined || !(value * share > 0)) return undefined;
  return { amount: (value * share).toFixed(2), currency, assumption: { kind: 'share', share } };
}
