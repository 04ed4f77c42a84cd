import type { Deadline, Facts } from './verdict.ts';

/** A clause or a limit of a policy pack, by name. */
export interface RuleName {
  readonly pack: string;
  readonly clause: string;
}

/**
 * The rule of a pack that a finding rests on: the one its deadline was computed from, else the one it names in its
 * facts `pack` and `clause`. None where TikTok's own field, the thing itself or the buyer set the line.
 */
export function ruleBehind({
  deadline,
  facts,
}: {
  readonly deadline?: Deadline;
  readonly facts?: Facts;
}): RuleName | undefined {
  if (deadline) {
    const { source } = deadline;
    return source.kind === 'clause' ? { pack: source.pack, clause: source.clause } : undefined;
  }
  const pack = facts?.['pack'];
  const clause = facts?.['clause'];
  return typeof pack === 'string' && typeof clause === 'string' ? { pack, clause } : undefined;
}
