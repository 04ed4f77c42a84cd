/** A mutant that no test can tell from the original, and why that is right. */
export interface Accepted {
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const accepted: readonly Accepted[] = [
  {
    file: 'shared/domain/risk.ts',
    change: 'one.currency < other.currency → one.currency <= other.currency',
    reason: 'Sums of one currency have been compared by their amounts before.',
  },
];
