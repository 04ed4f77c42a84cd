import type { SecondFigures } from './measure-second-opinions.ts';

const mostCalls = 1.05;

/** A number and a carrier's name for each silent parcel; what is read of the others is gone with its page. */
const mostHeldMb = 8;

export function secondReport(figures: SecondFigures): string {
  const { orders, silent, fewest, announcing, asking, heldMb, seconds } = figures;
  return [
    `${whole(silent)} silent parcels of ${whole(orders)} in transit are announced to a second source with ${announcing} calls`,
    `and asked about with ${asking} (fewest: ${fewest}; goal: at most ${mostCalls} times as many), holding ${heldMb} MB`,
    `between pages (goal: at most ${mostHeldMb} MB), both in ${seconds} s.`,
  ].join('\n');
}

export function missedBySecond({ fewest, announcing, asking, heldMb }: SecondFigures): readonly string[] {
  const goals: readonly (readonly [met: boolean, missed: string])[] = [
    [
      announcing <= mostCalls * fewest,
      `second opinions: ${announcing} calls to announce; at most ${mostCalls} × ${fewest}`,
    ],
    [asking <= mostCalls * fewest, `second opinions: ${asking} calls to ask; at most ${mostCalls} × ${fewest}`],
    [asking > 0 && announcing > 0, 'second opinions: nobody was asked, so nothing was measured'],
    [heldMb <= mostHeldMb, `second opinions: ${heldMb} MB held between pages; at most ${mostHeldMb}`],
  ];
  return goals.flatMap(([met, missed]) => (met ? [] : [missed]));
}

function whole(count: number): string {
  return count.toLocaleString('en');
}
