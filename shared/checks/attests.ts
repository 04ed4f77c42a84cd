import type { Attestation } from '../domain/deed.ts';
import type { Setting } from './check.ts';

/** Whether the shop's people said that they keep track of this for every order. */
export function attests({ shop }: Setting, what: Attestation): boolean {
  return shop.attests?.includes(what) === true;
}
