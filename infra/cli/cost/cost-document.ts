import { totalOf, type CostLine, type Load } from './estimate-cost.ts';
import { prices } from './prices.ts';

/** A month's bill as JSON. */
export type CostDocument = ReturnType<typeof costDocument>;

export function costDocument(load: Load, lines: readonly CostLine[]) {
  const { region, asOf } = prices;
  return { ...load, region, asOf, currency: 'USD', lines, total: totalOf(lines) } as const;
}
