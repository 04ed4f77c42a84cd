import type { Outcome } from '../domain/act.ts';
import type { Shop } from '../domain/shop.ts';

/** What another system says of a remediation request. */
export interface Answer {
  readonly request: string;
  readonly outcome: Outcome;
  readonly reference?: string;
}

/** A signed request, as it came. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type ReadAnswer =
  | { readonly is: 'answer'; readonly answer: Answer }
  /** Signed, and yet no answer: where it does not fit, without values. */
  | { readonly is: 'malformed'; readonly paths: readonly string[] }
  | { readonly is: 'refused' };

/** Reads answers of the systems that a shop hands its remediation requests to. */
export interface Answers {
  read(shop: Shop, channel: string, request: SignedRequest): Promise<ReadAnswer>;
}
