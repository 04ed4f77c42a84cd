import type { SizeFigures } from './figures.ts';

/** Counts and ratios of counts are exact; the one measured figure is memory, and its goal leaves room for noise. */
const mostCalls = 1.05;
const mostPutsPerChanged = 1.1;
const mostMemory = { size: 100_000, than: 10_000, ratio: 1.2 };

/** One line for each goal that was missed; none when all is well. */
export function missedGoals(sizes: readonly SizeFigures[]): readonly string[] {
  return [...sizes.flatMap(missedAt), ...missedMemory(sizes)];
}

function missedAt(size: SizeFigures): readonly string[] {
  const { calls, minimum, pollAll, transitions } = size;
  const total = calls.search + calls.detail + calls.tracking;
  const goals: readonly (readonly [met: boolean, missed: string])[] = [
    [total <= mostCalls * minimum, `${total} calls; at most ${mostCalls} × the minimum of ${minimum}`],
    [calls.detail === 0, `${calls.detail} detail calls; none are needed`],
    [
      size.putsPerChanged <= mostPutsPerChanged,
      `${size.putsPerChanged} puts per changed order; at most ${mostPutsPerChanged}`,
    ],
    [size.putsUnchanged === 0, `${size.putsUnchanged} puts of orders in which nothing had changed; at most 0`],
    [size.accountDifferences === 0, `${size.accountDifferences} order items are other than the writes that were seen`],
    [
      size.findingsDigest === pollAll.findingsDigest,
      'findings differ from those of reading every trace in every sweep',
    ],
    [pollAll.sweepsThatDiffer === 0, `${pollAll.sweepsThatDiffer} sweeps told other news than with every trace read`],
    // Without these nothing above would have been measured over whole lives.
    [size.closed > 0 && size.shelfMoves > 0, 'no order closed and went to the shelf: sweep for longer'],
    [transitions.opened > 0 && transitions.resolved > 0, 'no finding opened and resolved: sweep for longer'],
  ];
  return goals.flatMap(([met, missed]) => (met ? [] : [`${size.open} open orders: ${missed}`]));
}

function missedMemory(sizes: readonly SizeFigures[]): readonly string[] {
  const large = sizes.find(({ open }) => open === mostMemory.size);
  const small = sizes.find(({ open }) => open === mostMemory.than);
  if (!large || !small || large.peakRssMb <= mostMemory.ratio * small.peakRssMb) return [];
  const { size, than, ratio } = mostMemory;
  return [
    `${size} open orders: ${large.peakRssMb} MB at most; ${ratio} × the ${small.peakRssMb} MB of ${than} allowed`,
  ];
}
