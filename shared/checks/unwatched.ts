import { comingNeeds, unwatchedRuleIds, type ComingNeed, type UnwatchedRuleId } from '../domain/not-watched.ts';

/** Rules that no check watches yet, and what each of them needs. A rule that gets its check leaves this table. */
export const unwatched: Readonly<Record<UnwatchedRuleId, ComingNeed>> = {
  'pickup-predicted-late': 'learned-lanes',
  'stale-predicted': 'learned-lanes',
  'delivery-predicted-late': 'learned-lanes',
};

/** The same rules by what they need. */
export const unwatchedByNeed: readonly { readonly needs: ComingNeed; readonly rules: readonly UnwatchedRuleId[] }[] =
  comingNeeds.map((need) => ({ needs: need, rules: unwatchedRuleIds.filter((rule) => unwatched[rule] === need) }));
