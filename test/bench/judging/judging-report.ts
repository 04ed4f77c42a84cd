import type { JudgingFigures } from './measure-judging.ts';

const mostShare = 0.05;
const fewestTimesEngine = 100;

export function judgingReport(figures: JudgingFigures): string {
  const { orders, checks, jsonParse, parse, judge, share, engine, timesEngine } = figures;
  return [
    `Judging ${orders} open orders by ${checks} checks takes ${judge} µs an order: ${percent(share)} of parsing them as a`,
    `sweep does (${parse} µs; goal: at most ${percent(mostShare)}), ${percent(judge / jsonParse)} of a bare JSON.parse (${jsonParse} µs).`,
    `json-rules-engine needs ${engine} µs for four of the checks: ${timesEngine} times as long (goal: ${fewestTimesEngine} times).`,
  ].join('\n');
}

export function missedByJudging({ share, timesEngine, differing }: JudgingFigures): readonly string[] {
  const goals: readonly (readonly [met: boolean, missed: string])[] = [
    [share <= mostShare, `judging: ${percent(share)} of parsing; at most ${percent(mostShare)}`],
    [
      timesEngine >= fewestTimesEngine,
      `judging: ${timesEngine} times faster than json-rules-engine; at least ${fewestTimesEngine}`,
    ],
    [differing === 0, `judging: the rule engine says something else of ${differing} orders`],
  ];
  return goals.flatMap(([met, missed]) => (met ? [] : [missed]));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
