import type { QuietHours, Shop } from '../../../shared/domain/shop.ts';
import { iso } from '../../../shared/domain/time.ts';
import type { Comparison } from '../../replay/figures/compare-runs.ts';
import type { ReplayedTime } from '../../replay/replay-chain.ts';
import type { RuleChanges } from '../../replay/rule-set.ts';

/** What a replay came to, as `--json` prints it. */
export interface ReplayReport extends Comparison {
  readonly shop: { readonly id: string; readonly name: string; readonly market: string };
  /** ISO 8601, both included. */
  readonly from: string;
  readonly until: string;
  readonly rules: {
    readonly inForce: { readonly packs: readonly string[]; readonly quietHours: QuietHours | null };
    /** Null: nothing was changed. */
    readonly changed: RuleChanges | null;
  };
  /** What the history cannot tell. */
  readonly limits: readonly string[];
}

interface Replayed {
  readonly shop: Shop;
  readonly time: ReplayedTime;
  readonly changes: RuleChanges | undefined;
  readonly limits: readonly string[];
}

/** True of every replay. */
const always: readonly string[] = [
  'Nobody acted on what a replay says: a warning whose line was kept counts as a false alarm, though live it may be why the line is kept.',
];

export function reportOf(comparison: Comparison, { shop, time, changes, limits }: Replayed): ReplayReport {
  const { id, name, market, packs, quietHours = null } = shop;
  return {
    shop: { id, name, market },
    from: iso(time.from),
    until: iso(time.until),
    rules: { inForce: { packs, quietHours }, changed: changes ?? null },
    limits: [...limits, ...always],
    ...comparison,
  };
}

/** `2018-03-05 14:00`, of an ISO 8601 time. */
export function hourText(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

/** The changed rules as one would type them; nothing where none are. */
export function changedText({ rules: { changed } }: ReplayReport): string {
  if (!changed) return 'nothing';
  const { set, packs, quietHours } = changed;
  return [
    ...set,
    ...(packs ? [`packs ${packs.join(', ')}`] : []),
    ...(quietHours === undefined ? [] : [`quiet hours ${quietText(quietHours)}`]),
  ].join('; ');
}

export function inForceText({ rules: { inForce } }: ReplayReport): string {
  const { packs, quietHours } = inForce;
  return `packs ${packs.join(', ')}${quietHours ? `; quiet hours ${quietText(quietHours)}` : ''}`;
}

function quietText(hours: QuietHours | 'none'): string {
  return hours === 'none' ? 'none' : `${hours.from} to ${hours.to}`;
}
