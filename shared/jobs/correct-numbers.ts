import { Rejected } from '../ports/errors.ts';
import type { Corrections, NumberChange, NumberOutcome } from '../ports/corrections.ts';

/**
 * Enters numbers one after the other, each after TikTok has been asked whose label it is. Repeatable: what was entered
 * before a crash is found entered. Answers what became of each, by parcel; throws Transient.
 */
export async function correctNumbers(
  changes: readonly NumberChange[],
  corrections: Corrections,
): Promise<ReadonlyMap<string, NumberOutcome>> {
  const outcomes = new Map<string, NumberOutcome>();
  for (const change of changes) {
    // A parcel of two orders is entered once.
    if (!outcomes.has(change.parcel)) outcomes.set(change.parcel, await enter(change, corrections));
  }
  return outcomes;
}

async function enter({ parcel, number, provider }: NumberChange, corrections: Corrections): Promise<NumberOutcome> {
  try {
    if ((await corrections.labelOf(number)) !== 'other') return 'platform-label';
    return await corrections.change(parcel, number, provider);
  } catch (error) {
    // Recovery: the mail says so, and a person enters it by hand.
    if (error instanceof Rejected) return 'refused';
    throw error;
  }
}
