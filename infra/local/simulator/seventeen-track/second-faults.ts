import * as z from 'zod';

const numbers = z.array(z.string());

/** What can be wrong with the source; left out = as it was. */
export const SecondFaults = z.strictObject({
  /** Every call fails with 503. */
  down: z.boolean(),
  /** The key is taken for a wrong one. */
  keyRefused: z.boolean(),
  /** Numbers that may still be registered: in all (−18019908), and each day of the world (−18019907). Null = any. */
  quota: z.int().nonnegative().nullable(),
  dailyLimit: z.int().nonnegative().nullable(),
  /** It cannot tell whose these numbers are (−18019903), or was told the wrong carrier (−18019910). */
  undetected: numbers,
  wrongCarrier: numbers,
  /** Numbers that another carrier had given out a year before; it shows that parcel's scans. */
  reused: numbers,
  /** The status of every parcel; null = its own. */
  status: z.string().nullable(),
  /** Times are told so many hours off, without their zone. */
  hoursOff: z.number(),
  /** Every event comes twice, the newest last. */
  disorder: z.boolean(),
});
export type SecondFaults = z.infer<typeof SecondFaults>;

export function noFaults(): SecondFaults {
  return {
    down: false,
    keyRefused: false,
    quota: null,
    dailyLimit: null,
    undetected: [],
    wrongCarrier: [],
    reused: [],
    status: null,
    hoursOff: 0,
    disorder: false,
  };
}
