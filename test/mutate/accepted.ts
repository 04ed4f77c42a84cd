/** A mutant that no test can tell from the original, and why that is right. */
export interface Accepted {
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const accepted: readonly Accepted[] = [
  {
    file: 'shared/policies/line.ts',
    change: 'cache.get(zone) ?? new Map<number, Value>() → new Map<number, Value>() ?? cache.get(zone)',
    reason: 'Forgets every answer at once: the same lines, computed anew each time, only slower.',
  },
];
