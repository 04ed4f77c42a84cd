import type { StageClock, StageOffset } from '../../shared/checks/check.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { hours, type Duration } from '../../shared/domain/time.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';

/** When one stage of one check begins. */
export interface Threshold {
  readonly check: string;
  readonly stage: string;
  /** `start`: so long after its clock started. `line`: so long after its line, or before it where negative. */
  readonly from: 'start' | 'line';
  readonly span: Duration;
}

/** What was asked for cannot be set; the message is one line for whoever typed it. */
export class UnknownThreshold extends Error {
  override readonly name = 'UnknownThreshold';
}

const units: Readonly<Record<string, Duration>> = { m: hours(1 / 60), h: hours(1), d: hours(24) };

/** Reads `trace-silent.tracking-stale=60h`. Throws UnknownThreshold, naming what is known. */
export function readThreshold(text: string, packs: readonly Pack[]): Threshold {
  const [, check = '', stage = '', sign = '', count = '', unit = ''] =
    /^([a-z\d-]+)\.([a-z\d-]+)=([+-]?)(\d{1,6}(?:\.\d{1,3})?)([mhd])$/.exec(text) ?? [];
  if (check === '') {
    throw new UnknownThreshold(
      `${text}: say which stage of which check, and when, e.g. trace-silent.tracking-stale=60h`,
    );
  }
  const clocks = clocksOf(check, stage);
  const span = Math.round(Number(count) * (units[unit] ?? 0)) as Duration;
  const from = sign === '' ? 'start' : 'line';
  if (from === 'start' && !clocks.every((clock) => countsFromStart(clock, packs))) {
    throw new UnknownThreshold(
      `${check}.${stage} counts from its line: say so long before it, ${stage}=-${count}${unit}, or after it, +${count}${unit}`,
    );
  }
  return { check, stage, from, span: (sign === '-' ? 0 - span : span) as Duration };
}

/** The clocks by which this stage is told. Throws UnknownThreshold. */
export function clocksOf(check: string, stage: string): readonly StageClock[] {
  const card = checkCards.find(({ id }) => id === check);
  if (!card?.clocks) {
    const known = checkCards.filter(({ clocks }) => clocks).map(({ id }) => id);
    const why = card ? 'has no threshold to set' : 'is no check';
    throw new UnknownThreshold(`${check} ${why}; known are ${known.join(', ')}`);
  }
  const clocks = card.clocks.filter(({ stages }) => stages.some((of) => of.stage === stage));
  if (clocks.length === 0) {
    const known = card.clocks.flatMap(({ stages }) => stages.map((of) => of.stage));
    throw new UnknownThreshold(`${check} has no stage ${stage} to set; known are ${[...new Set(known)].join(', ')}`);
  }
  return clocks;
}

/** Where its line always lies so many hours after the start, a time since the start says when a stage begins. */
function countsFromStart({ clock, field }: StageClock, packs: readonly Pack[]): boolean {
  const clauses = clausesOf(clock, packs);
  return field === undefined && clauses.length > 0 && clauses.every(({ deadline }) => deadline.form === 'hours');
}

export function clausesOf(clock: StageClock['clock'], packs: readonly Pack[]): readonly Clause[] {
  return packs.flatMap(({ clauses }) => clauses.filter((clause) => clause.clock === clock));
}

/** The first stage that would begin before the one it follows: it would never be told as itself. */
export function outOfOrder(
  stages: readonly StageOffset[],
  begins: (of: StageOffset) => Duration,
): readonly [StageOffset, StageOffset] | undefined {
  for (const [place, stage] of stages.entries()) {
    const before = stages[place - 1];
    if (before && begins(stage) < begins(before)) return [before, stage];
  }
  return undefined;
}
