import * as z from 'zod';
import { instant } from '../../shared/domain/time.ts';

/** A point in time as people write it, ISO 8601 with its zone, or as epoch milliseconds. */
export const moment = z.union([
  z.int().transform(instant),
  z.iso.datetime({ offset: true }).transform((text) => instant(Date.parse(text))),
]);

/** Throws with the path of every field that does not fit and why, never with what stood there. */
export function parseEvent<Schema extends z.ZodType>(schema: Schema): (event: unknown) => z.output<Schema> {
  return (event) => {
    const parsed = schema.safeParse(event);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'the whole'} (${code})`);
    throw new Error(`event: does not fit at ${faults.join(', ')}`);
  };
}
