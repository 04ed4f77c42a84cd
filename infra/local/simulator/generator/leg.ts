import type { Scan, TraceStage, Unix } from '../life.ts';
import type { Dice } from '../random.ts';
import type { Trouble } from './shares.ts';

/** One parcel's way from the seller's door to the buyer's. */
export interface Leg {
  readonly shippedAt: Unix;
  readonly collectedAt: Unix;
  /** Absent when it never arrives. */
  readonly deliveredAt?: Unix;
  readonly cancelledAt?: Unix;
  /** Ascending, from the pick-up on. */
  readonly scans: readonly Scan[];
}

/** Stage, and the least and most hours since the scan before it. */
type Step = readonly [stage: TraceStage, least: number, most: number];

const acrossTheBorder: readonly Step[] = [
  ['origin-facility', 4, 10],
  ['departed-facility', 8, 16],
  ['export-customs', 6, 12],
  ['departed-country', 8, 20],
  ['arrived-country', 12, 22],
  ['import-customs', 4, 10],
  ['customs-cleared', 5, 18],
  ['destination-facility', 4, 12],
  ['handed-to-last-mile', 4, 14],
  ['out-for-delivery', 10, 22],
  ['delivered', 2, 8],
];

const withinTheCountry: readonly Step[] = [
  ['origin-facility', 4, 12],
  ['departed-facility', 4, 10],
  ['destination-facility', 6, 16],
  ['out-for-delivery', 6, 16],
  ['delivered', 2, 8],
];

export function legOf(dice: Dice, shippedAt: Unix, domestic: boolean, trouble: Trouble | undefined): Leg {
  const collectedAt = shippedAt + (trouble === 'late-pick-up' ? spell(dice, 60, 130) : spell(dice, 4, 40));
  const steps = troubled(dice, domestic ? withinTheCountry : acrossTheBorder, trouble);
  const scans: Scan[] = [{ at: collectedAt, stage: 'picked-up' }];
  let at = collectedAt;
  for (const [stage, least, most] of steps) {
    at += spell(dice, least, most);
    scans.push({ at, stage });
  }
  return trouble === 'lost'
    ? { shippedAt, collectedAt, scans, cancelledAt: collectedAt + spell(dice, 20 * 24, 28 * 24) }
    : { shippedAt, collectedAt, scans, deliveredAt: at };
}

/** Hours to seconds, so that events do not fall on full hours. */
export function spell(dice: Dice, least: number, most: number): number {
  return dice.between(least * 3600, most * 3600);
}

function troubled(dice: Dice, steps: readonly Step[], trouble: Trouble | undefined): readonly Step[] {
  switch (trouble) {
    case 'silent':
      return stretched(steps, dice.between(0, steps.length - 2), 50, 70);
    case 'stale':
      return stretched(steps, dice.between(0, steps.length - 2), 74, 190);
    case 'lost':
      return steps.slice(0, dice.between(1, steps.length - 2));
    case 'customs-hold':
      return heldAtCustoms(steps);
    case 'failed-delivery':
      return [...steps.slice(0, -1), ...failedRounds(dice.between(2, 4)), ...steps.slice(-1)];
    default:
      return steps;
  }
}

function stretched(steps: readonly Step[], place: number, least: number, most: number): readonly Step[] {
  return steps.map((step, index) => (index === place ? [step[0], least, most] : step));
}

/** Inside a country there is no customs: the parcel just waits at the depot. */
function heldAtCustoms(steps: readonly Step[]): readonly Step[] {
  const cleared = steps.findIndex(([stage]) => stage === 'customs-cleared');
  if (cleared === -1) return stretched(steps, 2, 50, 130);
  return [
    ...steps.slice(0, cleared),
    ['customs-held', 3, 9],
    ['customs-cleared', 50, 130],
    ...steps.slice(cleared + 1),
  ];
}

function failedRounds(rounds: number): readonly Step[] {
  return Array.from({ length: rounds }, (): readonly Step[] => [
    ['attempt-failed', 3, 9],
    ['out-for-delivery', 16, 26],
  ]).flat();
}
