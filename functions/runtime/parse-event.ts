import * as z from 'zod';
import { instant } from '../../shared/domain/time.ts';

/** A point in time as people write it, ISO 8601 with its zone, or as epoch milliseconds. */
export const moment = z.union(
  [z.int().transform(instant), z.iso.datetime({ offset: true }).transform((text) => instant(Date.parse(text)))],
  { error: 'give a time with its zone, e.g. 2026-08-01T00:00:00Z, or epoch milliseconds' },
);

/** Throws with the path of every field that does not fit and why, never with what stood there. */
export function parseEvent<Schema extends z.ZodType>(schema: Schema): (event: unknown) => z.output<Schema> {
  return (event) => {
    const parsed = schema.safeParse(event);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'} (${message})`);
    throw new Error(`event: does not fit at ${faults.join(', ')}`);
  };
}
