import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKey } from './link-keys.ts';

/** 128 bits: what a forger would have to guess (NIST SP 800-107r1 takes 64 for enough), and short enough for a chat. */
const macBytes = 16;

/** Signs nothing: it stands in where there is no key, so that the same work is done. */
export const nobody: LinkKey = { id: '', secret: Buffer.alloc(32) };

/** 22 characters. What was signed for one purpose is nothing for another. */
export function macOf({ secret }: LinkKey, purpose: 'link' | 'form' | 'connect', text: string): string {
  const whole = createHmac('sha256', secret).update(`tidewatch ${purpose} v1\n${text}`).digest();
  return whole.subarray(0, macBytes).toString('base64url');
}

/** In constant time. */
export function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
