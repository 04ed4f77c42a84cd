/** What a test changes about a healthy baseline; `undefined` takes an optional field away. */
export type Spoil<Baseline> = { readonly [Key in keyof Baseline]?: Baseline[Key] | undefined };

export function spoil<Baseline extends object>(baseline: Baseline, changes: Spoil<Baseline>): Baseline {
  const entries = Object.entries({ ...baseline, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Baseline;
}
