import type { House } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { holidayName } from './holidays.ts';
import { atWall, endOfDay, isoDate, wallDay, weekdayOf, type WallDay } from './wall-days.ts';

/** No house is closed for longer; what lies further back warns of nothing. */
const mostDaysClosed = 60;

/** The house's last cut-off before the line, or else its last open moment; undefined where there is none for long. */
export function lastCall(line: Instant, house: House, zone: string): Instant | undefined {
  const last = wallDay(line, zone);
  for (let day = last; day > last - mostDaysClosed; day -= 1) {
    const call = callOf(day, house, zone);
    if (call === undefined) continue;
    if (call <= line) return call;
    // Without a cut-off the house works on, up to the line itself.
    if (house.cutOff === undefined) return line;
  }
  return undefined;
}

// A sweep asks for the same few days of one house a hundred thousand times.
const calls = new WeakMap<House, Map<WallDay, Instant | 'closed'>>();

/** When that day's work ends; undefined where there is none. */
function callOf(day: WallDay, house: House, zone: string): Instant | undefined {
  let ofHouse = calls.get(house);
  if (!ofHouse) calls.set(house, (ofHouse = new Map<WallDay, Instant | 'closed'>()));
  let call = ofHouse.get(day);
  if (call === undefined) {
    const end = house.cutOff === undefined ? endOfDay(day, zone) : atWall(day, house.cutOff, zone);
    ofHouse.set(day, (call = isClosed(day, house) ? 'closed' : end));
  }
  return call === 'closed' ? undefined : call;
}

function isClosed(day: WallDay, { daysOff, holidays, closures }: House): boolean {
  const date = isoDate(day);
  return (
    daysOff?.includes(weekdayOf(day)) === true ||
    (holidays !== undefined && holidayName(day, holidays) !== undefined) ||
    closures?.some(({ from, to }) => date >= from && date <= to) === true
  );
}
