import type { ActionLink } from '../domain/action-link.ts';
import type { Instant } from '../domain/time.ts';

/** Makes the address behind which a link's act waits. */
export type SignLink = (link: ActionLink) => string;

/** What a token turned out to be. `invalid` says nothing of why. */
export type ReadLink =
  | { readonly is: 'valid' | 'expired'; readonly link: ActionLink; readonly id: string }
  | { readonly is: 'invalid' };

/** Signs links with the deployment's present key; keys change every quarter, and old links stay good until they expire. */
export interface ActionLinks {
  signer(): Promise<SignLink>;
  read(token: string): Promise<ReadLink>;
  /** Proves that a page showed a form, so that only it can be sent: made with the page, good for two hours. */
  proofFor(token: string, wall: Instant): Promise<string>;
  isProof(proof: string, token: string, wall: Instant): Promise<boolean>;
}
