import type { Place } from './ranked-keys.ts';
import { seal, unseal } from './sealed.ts';

/** Opaque page tokens: a place in a ranked list, bound to that list (shop, filters, sort). */
export interface PageTokens {
  issue(place: Place, list: string): string;
  /** Undefined for a token that is not ours, or of another list. */
  read(token: string, list: string): Place | undefined;
}

/** Two doubles and padding: 34 bytes with the seal, so that the token ends in "==". */
const plainBytes = 22;

/** Standard base64 on purpose: `+`, `/` and `=` must survive the client's signing and encoding. */
export function pageTokens(secret: string): PageTokens {
  return {
    issue(place, list) {
      const plain = Buffer.alloc(plainBytes);
      plain.writeDoubleBE(place.at, 0);
      plain.writeDoubleBE(place.tie, 8);
      return seal(plain, { secret, context: list }).toString('base64');
    },
    read(token, list) {
      const plain = unseal(Buffer.from(token, 'base64'), { secret, context: list });
      if (plain?.length !== plainBytes) return undefined;
      return { at: plain.readDoubleBE(0), tie: plain.readDoubleBE(8) };
    },
  };
}
