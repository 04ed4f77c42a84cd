import * as z from 'zod';
import { expects } from './complaint.ts';

const quarterSays = expects('is not a time of day in quarter hours', '"08:00"', 'show');

/** A time of day; sweeps are hourly, so nobody needs it finer. */
export const quarterSchema = z.string(quarterSays).regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, quarterSays);

const daySays = expects('is not a day of the week: 1 = Monday to 7 = Sunday', '1', 'show');

/** When a shop's weekly report comes. */
export const weeklySchema = z.strictObject(
  { day: z.int(daySays).min(1, daySays).max(7, daySays), at: quarterSchema },
  expects('must be an object', '{"day": 1, "at": "08:00"}'),
);
