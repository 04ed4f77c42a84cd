import type { StormFigures } from './measure-storm.ts';

/** TikTok sends again what is not answered within three seconds (official, 2025-12); the goal leaves room. */
const goal = 1_000;

export function stormReport(storm: StormFigures): string {
  const { sent, wronglyAnswered, changed, unknown, sweeps, median, slowestInHundred } = storm;
  return [
    `${sent} notifications in a minute, 30 % sent twice, 5 % forged, from a cold start: ${wronglyAnswered} wrongly answered (goal: 0);`,
    `half within ${median.toFixed(0)} ms, 99 % within ${slowestInHundred.toFixed(0)} ms (goal: ${goal});`,
    `${sweeps} sweep brought forward, after which ${unknown} of ${changed} changed orders were unknown (goal: 0).`,
  ].join('\n');
}

export function missedByStorm({ wronglyAnswered, unknown, slowestInHundred }: StormFigures): readonly string[] {
  return [
    ...(wronglyAnswered > 0 ? [`${wronglyAnswered} notifications were wrongly answered`] : []),
    ...(unknown > 0 ? [`${unknown} changed orders were unknown after the sweep that was brought forward`] : []),
    ...(slowestInHundred > goal
      ? [`99 % of notifications were answered within ${slowestInHundred.toFixed(0)} ms`]
      : []),
  ];
}
