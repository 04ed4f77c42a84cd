import type { Market, SellerType } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { holidayName } from './holidays.ts';
import { marketZone } from './market-zone.ts';
import { wallDay, weekdayOf, type WallDay } from './wall-days.ts';

const saturday = 6;

/** Cross-border sellers ship from China (founding article, 2024), where carriers keep other holidays. */
const origin = 'CN';

/**
 * How many of the days after that of `from`, up to that of `to`, carriers usually rest: weekends and public holidays
 * of the market, and across a border those of the origin. The platform's clocks run on; only words depend on it.
 */
export function freeDaysBetween(from: Instant, to: Instant, shop: FreeDaysOf): number {
  const zone = marketZone(shop.market);
  const last = wallDay(to, zone);
  let free = 0;
  for (let day = wallDay(from, zone) + 1; day <= last; day += 1) if (isFree(day, shop)) free += 1;
  return free;
}

interface FreeDaysOf {
  readonly market: Market;
  readonly sellerType: SellerType;
}

function isFree(day: WallDay, { market, sellerType }: FreeDaysOf): boolean {
  if (weekdayOf(day) >= saturday || holidayName(day, market) !== undefined) return true;
  return sellerType === 'CROSS_BORDER' && holidayName(day, origin) !== undefined;
}
