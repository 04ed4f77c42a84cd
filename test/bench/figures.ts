import type { Link } from './chain.ts';
import type { Size } from './sizes.ts';

/** Sums over the sweeps after the first look. This shape is an interface: keep it stable. */
export interface SizeFigures {
  /** Open orders asked of the generator, and how many there were at the end. */
  readonly open: number;
  readonly openAtEnd: number;
  readonly sweeps: number;
  /** Orders whose snapshot, trace or findings changed, counted once for each sweep that found them changed. */
  readonly changed: number;
  /** Share of the open orders that TikTok reports as changed, per sweep. */
  readonly updatedShare: number;
  /** As the simulator counts them, without `looks`. */
  readonly calls: { readonly search: number; readonly detail: number; readonly tracking: number };
  /** Trace reads made only because none had been made for `lookEvery`. */
  readonly looks: number;
  readonly retries: number;
  /** The fewest calls, as the simulator computes them from its own truth. */
  readonly minimum: number;
  readonly putsPerChanged: number;
  readonly putsUnchanged: number;
  /** Closed orders put on the shelf as they were, one sweep after they closed; part of `putsPerChanged`. */
  readonly shelfMoves: number;
  readonly deletes: number;
  /** Puts and updates of what is no order, per sweep: the watch (`shop`), the run record (`run`), … */
  readonly otherPutsPerSweep: Readonly<Record<string, number>>;
  /** Order items of the table that are other than the account of writes says. */
  readonly accountDifferences: number;
  readonly ordersPerSecond: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Highest of the whole process, first look included; millions of bytes. */
  readonly peakRssMb: number;
  readonly closed: number;
  readonly transitions: Transitions;
  readonly firstLook: FirstLook;
  readonly findingsDigest: string;
  readonly pollAll: PollAll;
}

type Transitions = Link['swept']['record']['transitions'];

interface FirstLook {
  readonly pulled: number;
  readonly calls: SizeFigures['calls'];
  readonly looks: number;
  readonly minimum: number;
  readonly orderPuts: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** The same sweeps with every trace read each time. */
interface PollAll {
  readonly tracking: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly findingsDigest: string;
  /** Sweeps whose transitions differ from the product's. */
  readonly sweepsThatDiffer: number;
}

export interface Followed {
  readonly links: readonly Link[];
  readonly findingsDigest: string;
}

export function figuresOf(
  size: Size,
  due: Followed & { readonly firstLook: Link; readonly differences: number },
  pollAll: Followed,
): SizeFigures {
  const { links, firstLook } = due;
  const sum = (of: (link: Link) => number): number => links.reduce((total, link) => total + of(link), 0);
  const changed = sum(({ writes }) => writes.changed);
  const judged = sum(({ swept }) => swept.record.open);
  const seconds = sum(({ swept }) => swept.seconds);
  return {
    open: size.open,
    openAtEnd: links.at(-1)?.swept.record.open ?? firstLook.swept.record.open,
    sweeps: links.length,
    changed,
    updatedShare: round(sum(({ fewest }) => fewest.changed) / judged, 4),
    calls: callsOf(links),
    looks: sum(looksOf),
    retries: sum(({ swept }) => swept.record.tally.calls.retries),
    minimum: sum(({ fewest }) => fewest.search + fewest.tracking),
    putsPerChanged: round(sum(({ writes }) => writes.orderPuts) / changed, 4),
    putsUnchanged: sum(({ writes }) => writes.putsUnchanged),
    shelfMoves: sum(({ writes }) => writes.moves),
    deletes: sum(({ writes }) => writes.deletes),
    otherPutsPerSweep: othersOf(links),
    accountDifferences: due.differences,
    ordersPerSecond: Math.round(judged / seconds),
    seconds: round(seconds, 1),
    cpuSeconds: round(
      sum(({ swept }) => swept.cpuSeconds),
      1,
    ),
    peakRssMb: round(Math.max(firstLook.swept.peakRssMb, ...links.map(({ swept }) => swept.peakRssMb)), 1),
    closed: sum(({ swept }) => swept.record.tally.closed),
    transitions: transitionsOf(links),
    firstLook: firstLookOf(firstLook),
    findingsDigest: due.findingsDigest,
    pollAll: {
      tracking: pollAll.links.reduce((total, { calls }) => total + calls.tracking, 0),
      seconds: round(
        pollAll.links.reduce((total, { swept }) => total + swept.seconds, 0),
        1,
      ),
      cpuSeconds: round(
        pollAll.links.reduce((total, { swept }) => total + swept.cpuSeconds, 0),
        1,
      ),
      findingsDigest: pollAll.findingsDigest,
      sweepsThatDiffer: links.filter((link, place) => told(link) !== told(pollAll.links[place])).length,
    },
  };
}

function looksOf({ swept }: Link): number {
  return swept.record.tally.looks;
}

function callsOf(links: readonly Link[]): SizeFigures['calls'] {
  const calls = { search: 0, detail: 0, tracking: 0 };
  for (const link of links) {
    calls.search += link.calls.search;
    // The package endpoints would tell of parcels one by one: the same kind of call as an order's detail.
    calls.detail += link.calls.detail + link.calls.packages;
    calls.tracking += link.calls.tracking - looksOf(link);
  }
  return calls;
}

function firstLookOf(link: Link): FirstLook {
  const { swept, fewest, writes } = link;
  return {
    pulled: swept.record.tally.pulled,
    calls: callsOf([link]),
    looks: looksOf(link),
    minimum: fewest.search + fewest.tracking,
    orderPuts: writes.orderPuts,
    seconds: round(swept.seconds, 1),
    cpuSeconds: round(swept.cpuSeconds, 1),
  };
}

function transitionsOf(links: readonly Link[]): Transitions {
  const total = { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
  const kinds = Object.keys(total) as (keyof Transitions)[];
  for (const { swept } of links) for (const kind of kinds) total[kind] += swept.record.transitions[kind];
  return total;
}

function othersOf(links: readonly Link[]): Readonly<Record<string, number>> {
  const kinds = new Set(links.flatMap(({ writes }) => Object.keys(writes.others)));
  return Object.fromEntries(
    [...kinds].map((kind) => {
      const puts = links.reduce((total, { writes }) => total + (writes.others[kind] ?? 0), 0);
      return [kind, round(puts / links.length, 2)];
    }),
  );
}

function told(link: Link | undefined): string {
  return JSON.stringify(link?.swept.record.transitions);
}

function round(figure: number, digits: number): number {
  return Number(figure.toFixed(digits));
}
