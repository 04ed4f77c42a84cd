import * as z from 'zod';
import { expects } from './complaint.ts';

const cutOffSays = expects('is not a time of day', '"14:00"', 'show');
const daySays = expects('is not a day of the week: 1 = Monday to 7 = Sunday', '7', 'show');
const dateSays = expects('is not a date', '"2026-02-10"', 'show');

const closureSchema = z
  .strictObject(
    { from: z.iso.date(dateSays), to: z.iso.date(dateSays) },
    expects('must be two dates, both included', '{"from": "2026-02-10", "to": "2026-02-24"}'),
  )
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'lies before `from`; for example "2026-02-24"' });

/** A shop's own working hours; `countries` are those whose public holidays are known. */
export function houseSchema(countries: readonly string[]) {
  const countrySays = expects(`is not a country with known holidays (${countries.join(', ')})`, '"CN"', 'show');
  return z.strictObject(
    {
      cutOff: z
        .string(cutOffSays)
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, cutOffSays)
        .exactOptional(),
      daysOff: z
        .array(z.int(daySays).min(1, daySays).max(7, daySays), expects('must be a list of days', '[6, 7]'))
        .max(6, expects('leaves no working day', '[6, 7]'))
        .exactOptional(),
      holidays: z.enum(countries, countrySays).exactOptional(),
      closures: z.array(closureSchema, expects('must be a list', '[]')).exactOptional(),
    },
    expects('must be an object', '{"cutOff": "14:00", "daysOff": [7], "holidays": "CN"}'),
  );
}
