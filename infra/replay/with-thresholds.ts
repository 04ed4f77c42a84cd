import type { StageOffset } from '../../shared/checks/check.ts';
import type { Duration } from '../../shared/domain/time.ts';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import type { Clause, Pack, Policy } from '../../shared/policies/policy.ts';
import { clausesOf, clocksOf, outOfOrder, UnknownThreshold, type Threshold } from './threshold.ts';

type Stages = Readonly<Record<string, Duration>>;

/**
 * The policy of these packs in which exactly these stages begin at another time; their lines stay where they are. A
 * later word on a stage takes the place of an earlier one. Throws UnknownThreshold where stages would overtake others.
 */
export function withThresholds(packs: readonly Pack[], thresholds: readonly Threshold[]): Policy {
  const changed = thresholds.reduce(setIn, packs);
  const fromLine = thresholds.filter(({ from }) => from === 'line');
  const stages = Object.fromEntries(fromLine.map(({ stage, span }) => [stage, span]));
  for (const of of thresholds) requireOrder(of, changed, stages);
  return { ...createPolicy(changed), ...(fromLine.length > 0 && { stages }) };
}

/** Every clause of the stage's clocks says when it begins; a clause without a known length says nothing. */
function setIn(packs: readonly Pack[], { check, stage, from, span }: Threshold): readonly Pack[] {
  const clocks = new Set(clocksOf(check, stage).map(({ clock }) => clock));
  const begins = ({ deadline }: Clause): Duration =>
    from === 'start' && deadline.form === 'hours' ? ((span - deadline.length) as Duration) : span;
  return packs.map((pack) => ({
    ...pack,
    clauses: pack.clauses.map((clause) =>
      clocks.has(clause.clock) ? { ...clause, stages: { ...clause.stages, [stage]: begins(clause) } } : clause,
    ),
  }));
}

function requireOrder({ check, stage }: Threshold, packs: readonly Pack[], ofPlatform: Stages): void {
  for (const { clock, field, stages } of clocksOf(check, stage)) {
    const all: readonly (Stages | undefined)[] = [
      ...clausesOf(clock, packs).map((clause) => clause.stages),
      ...(field ? [ofPlatform] : []),
    ];
    for (const said of all) {
      const wrong = outOfOrder(stages, ({ stage: id, begins }: StageOffset) => said?.[id] ?? begins);
      if (wrong) {
        const [before, after] = wrong.map((of) => of.stage);
        throw new UnknownThreshold(`${check}: ${after} would begin before ${before}, which it follows: set both`);
      }
    }
  }
}
