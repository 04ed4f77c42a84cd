import Table from 'cli-table3';
import type { SizeFigures } from './figures.ts';
import { sweeperCommand } from './sweeper.ts';

/** The figures for people; the goals are in the last column. */
export function report(sizes: readonly SizeFigures[]): string {
  const table = new Table({
    head: ['', ...sizes.map(({ open }) => `${whole(open)} open`), 'goal'],
    colAligns: ['left', ...sizes.map(() => 'right' as const), 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, of, goal } of rows) table.push([name, ...sizes.map(of), goal ?? '']);
  return `${table.toString()}\n${foot.join('\n')}`;
}

interface Row {
  readonly name: string;
  readonly of: (size: SizeFigures) => string;
  readonly goal?: string;
}

const rows: readonly Row[] = [
  { name: 'sweeps, half an hour apart', of: ({ sweeps }) => whole(sweeps) },
  { name: 'open orders at the end', of: ({ openAtEnd }) => whole(openAtEnd) },
  { name: 'orders updated per sweep', of: ({ updatedShare }) => percent(updatedShare) },
  { name: 'changed (order, sweep)', of: ({ changed }) => whole(changed) },
  { name: 'orders closed', of: ({ closed }) => whole(closed) },
  {
    name: 'findings opened / escalated / resolved / reopened',
    of: ({ transitions: { opened, escalated, resolved, reopened } }) =>
      [opened, escalated, resolved, reopened].map(whole).join(' / '),
  },
  { name: 'calls: search', of: ({ calls }) => whole(calls.search) },
  { name: 'calls: detail', of: ({ calls }) => whole(calls.detail), goal: '0' },
  { name: 'calls: tracking, a verdict depends on it', of: ({ calls }) => whole(calls.tracking) },
  { name: 'fewest calls possible', of: ({ minimum }) => whole(minimum) },
  { name: 'calls / fewest', of: (size) => callRatio(size).toFixed(3), goal: '≤ 1.05' },
  { name: 'calls: tracking, looks (¹)', of: ({ looks }) => whole(looks) },
  { name: 'calls: tracking, polling all', of: ({ pollAll }) => whole(pollAll.tracking) },
  { name: 'findings as when polling all (²)', of: (size) => (sameFindings(size) ? 'yes' : 'NO'), goal: 'yes' },
  { name: 'puts per changed order (³)', of: ({ putsPerChanged }) => putsPerChanged.toFixed(3), goal: '≤ 1.1' },
  { name: 'puts of unchanged orders', of: ({ putsUnchanged }) => whole(putsUnchanged), goal: '0' },
  { name: 'moved to the shelf a sweep later', of: ({ shelfMoves }) => whole(shelfMoves) },
  { name: 'deletes', of: ({ deletes }) => whole(deletes) },
  { name: 'other puts per sweep', of: ({ otherPutsPerSweep }) => otherPuts(otherPutsPerSweep) },
  { name: 'peak memory, MB', of: ({ peakRssMb }) => peakRssMb.toFixed(0), goal: '100k ≤ 1.2 × 10k' },
  { name: 'orders judged per second (⁴)', of: ({ ordersPerSecond }) => whole(ordersPerSecond) },
  { name: 'sweeps: s / CPU s', of: ({ seconds, cpuSeconds }) => `${seconds} / ${cpuSeconds}` },
  { name: 'polling all: s / CPU s', of: ({ pollAll }) => `${pollAll.seconds} / ${pollAll.cpuSeconds}` },
  { name: 'first look: orders pulled', of: ({ firstLook }) => whole(firstLook.pulled) },
  {
    name: 'first look: calls / fewest + looks',
    of: ({ firstLook: { calls, minimum, looks } }) =>
      `${whole(calls.search + calls.detail + calls.tracking)} / ${whole(minimum)} + ${whole(looks)}`,
  },
  { name: 'first look: puts of orders', of: ({ firstLook }) => whole(firstLook.orderPuts) },
  { name: 'first look: s / CPU s', of: ({ firstLook }) => `${firstLook.seconds} / ${firstLook.cpuSeconds}` },
];

const foot = [
  'The first look is told apart; every other figure is of the sweeps after it. The fewest calls follow from the',
  "simulator's own truth: the pages of what was updated, and one trace for each order in transit that may have been",
  'silent for 48 hours by what the watcher has been shown; samples and what TikTok fulfils have no clock to watch.',
  '(¹) Made only because the trace had not been read for 24 hours: counted apart, not in `calls / fewest`.',
  '(²) Digest of every finding of every open and shelved order with all its fields, and the transitions of every sweep.',
  '(³) Puts into the book and onto the shelf; counted on the wire, outside of the sweep, by comparing what was held of',
  '    each order before and after a sweep, and checked at the end against the table itself. Deletes are told apart.',
  "(⁴) Memory and seconds are those of the sweep's process alone, bundled as it is deployed and started as",
  `    ${sweeperCommand.join(' ')}`,
  'Asserted are counts, ratios of counts, digests, and the ratio of two memories. Seconds are for reading: the same',
  'code run twice on two shared cores differed by up to 19 % in time and 10 % in CPU time.',
];

function callRatio({ calls, minimum }: SizeFigures): number {
  return (calls.search + calls.detail + calls.tracking) / minimum;
}

function sameFindings({ findingsDigest, pollAll }: SizeFigures): boolean {
  return findingsDigest === pollAll.findingsDigest && pollAll.sweepsThatDiffer === 0;
}

function otherPuts(puts: SizeFigures['otherPutsPerSweep']): string {
  return Object.entries(puts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}

function whole(count: number): string {
  return count.toLocaleString('en');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
