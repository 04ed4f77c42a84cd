/** A mutant that no test can tell from the original, and why that is right. */
export interface Accepted {
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const accepted: readonly Accepted[] = [];
