import type { QuietHours } from '../domain/shop.ts';
import { minutes, type Instant } from '../domain/time.ts';
import { wallMillis } from './wall-days.ts';

/** Whether the clock on the wall stands within quiet hours; from 22:00 to 08:00 is a night. */
export function isQuiet(now: Instant, { from, to }: QuietHours, zone: string): boolean {
  const time = ((wallMillis(now, zone) % dayLong) + dayLong) % dayLong;
  const [start, end] = [millisOf(from), millisOf(to)];
  return start <= end ? time >= start && time < end : time >= start || time < end;
}

const dayLong = minutes(24 * 60);

function millisOf(timeOfDay: string): number {
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number);
  return minutes(hour * 60 + minute);
}
