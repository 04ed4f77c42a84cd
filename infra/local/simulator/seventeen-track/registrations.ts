import type { Unix } from '../life.ts';
import type { SecondFaults } from './second-faults.ts';

/** One number's part of an answer. */
export interface Entry {
  readonly accepted?: object;
  readonly rejected?: object;
}

export interface Registrations {
  /** When it was told of the number. */
  since(number: string): Unix | undefined;
  /** Somebody else told it of the number at this time. */
  know(number: string, at: Unix): void;
  register(number: string): Entry;
}

export function registrations(now: () => Unix, faults: SecondFaults): Registrations {
  const registered = new Map<string, Unix>();
  const today = { day: 0, count: 0 };
  function refusal(number: string): Entry | undefined {
    const day = Math.floor(now() / 86_400);
    if (day !== today.day) Object.assign(today, { day, count: 0 });
    if (registered.has(number)) return refused(number, -18_019_901, 'The tracking number has been registered.');
    if (faults.undetected.includes(number)) return refused(number, -18_019_903, 'Carrier cannot be detected.');
    if (faults.wrongCarrier.includes(number)) return refused(number, -18_019_910, 'Carrier is incorrect.');
    if (faults.dailyLimit !== null && today.count >= faults.dailyLimit)
      return refused(number, -18_019_907, 'The daily limit is exceeded.');
    return faults.quota === 0 ? refused(number, -18_019_908, 'The quota is used up.') : undefined;
  }
  return {
    since: (number) => registered.get(number),
    know: (number, at) => void registered.set(number, at),
    register(number) {
      const refusedWith = refusal(number);
      if (refusedWith) return refusedWith;
      if (faults.quota !== null) faults.quota -= 1;
      today.count += 1;
      registered.set(number, now());
      return { accepted: { origin: 1, number, carrier: 0, tag: null } };
    },
  };
}

export function refused(number: string, code: number, message: string): Entry {
  return { rejected: { number, error: { code, message } } };
}
