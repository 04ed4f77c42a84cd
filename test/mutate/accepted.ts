/** A mutant that no test can tell from the original, and why that is right. */
export interface Accepted {
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const accepted: readonly Accepted[] = [
  {
    file: 'shared/policies/line.ts',
    change: 'time >= cutOffOf(form) → time < cutOffOf(form)',
    reason: 'Names the two halves of a day the other way round; each still remembers its own answer.',
  },
];
