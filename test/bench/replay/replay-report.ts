import type { ReplayMeasure } from './measure-replay.ts';

/** The shelf of the first two months fills; beyond, nothing may grow with the time. */
const mostGrowthMb = 30;

export function replayReport({ orders, sweeps, seconds, heldMb: [early, late] }: ReplayMeasure): string {
  return [
    `${sweeps} sweeps over ${orders} orders are replayed in ${seconds} s, in memory and by the jobs of the live ones;`,
    `${early} MB are held after a month and ${late} MB after three (goal: at most ${mostGrowthMb} MB more).`,
  ].join('\n');
}

export function missedByReplay({ opened, heldMb: [early, late] }: ReplayMeasure): readonly string[] {
  return [
    ...(opened === 0 ? ['replay: no finding opened, so nothing was measured'] : []),
    ...(late - early > mostGrowthMb
      ? [`replay: ${(late - early).toFixed(1)} MB more are held after three months`]
      : []),
  ];
}
