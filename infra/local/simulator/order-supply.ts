import { readFileSync } from 'node:fs';
import { generatedOrders } from './generator/generated-orders.ts';
import type { Shares } from './generator/shares.ts';
import { readHistory } from './history/csv-rows.ts';
import { orderHistory } from './history/order-history.ts';
import type { Unix } from './life.ts';
import type { Market } from './markets.ts';
import type { OrderSource } from './order-source.ts';
import { seedFrom } from './random.ts';

/** Where a shop's orders come from. */
export type OrderSupply =
  | {
      readonly from: 'generator';
      /** Open orders in the steady state. */
      readonly open: number;
      /** How old the oldest order shown is when the simulator starts; 45 days unless said. */
      readonly historyDays?: number;
      /** Orders carry the platform's own deadlines; they do unless said. */
      readonly slaFields?: boolean;
      /** Shares of each sort of order and each trouble; the rest stay as in `defaultShares`. */
      readonly shares?: Partial<Shares>;
    }
  /** Throws HistoryError with line and column for a file that cannot be read as a history. */
  | { readonly from: 'history'; readonly file: string }
  /** `name`: of the text in errors; `orders` unless said. */
  | { readonly from: 'history'; readonly text: string; readonly name?: string };

interface SupplySetting {
  readonly seed: number;
  readonly place: number;
  readonly market: Market;
  readonly crossBorder: boolean;
  readonly start: Unix;
}

export function orderSource(supply: OrderSupply, setting: SupplySetting): OrderSource {
  const { market, crossBorder, start } = setting;
  const seed = seedFrom(setting.seed, 'shop', setting.place);
  // Neighbouring shops get different digits, so that no id belongs to two shops of one seller.
  const digits = String(1000 + ((seedFrom(setting.seed, 'ids') + setting.place) % 9000));
  if (supply.from === 'history') {
    const { text, name = 'orders' } =
      'text' in supply ? supply : { text: readFileSync(supply.file, 'utf8'), name: supply.file };
    return orderHistory({ rows: readHistory(text, name), seed, digits, market });
  }
  const { open, historyDays = 45, slaFields = true, shares = {} } = supply;
  return generatedOrders({ seed, digits, market, crossBorder, open, historyDays, start, slaFields, shares });
}
