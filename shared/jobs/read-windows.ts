import { after, age, days, earlierOf, hours, minutes, seconds, type Duration, type Instant } from '../domain/time.ts';
import { finishAll } from './finish-all.ts';
import type { PullOutcome } from '../ports/watch.ts';
import type { Pulled } from './pull.ts';
import { emptyTally, newTraceReading, type Tally, type TraceReading } from './sweeping.ts';

/**
 * Windows that are read side by side: one chain of pages is serial, and of twenty some always wait for TikTok while
 * others wait for the table. What is read twice after a kill is theirs, no more.
 */
const inFlight = 20;

/** Ten calls of the busier of the two endpoints: twenty such windows are read in four seconds of the limit. */
const callsPerWindow = 10;
const ordersPerPage = 100;
const lastFew = 10;
const narrowest = minutes(1);
const widest = days(7);
const first = hours(1);

interface Window {
  readonly from: Instant;
  readonly to: Instant;
  readonly tally: Tally;
  readonly traces: TraceReading;
  /** Read to here; `to` when it is done. */
  reached: Instant;
}

export interface Reading {
  readonly from: Instant;
  readonly to: Instant;
  /** Takes one window in and adds to its tally. */
  readonly read: (window: Omit<Window, 'reached'>) => Promise<Pulled>;
  /** Told after each window how far it is read without a gap; answers whether to go on. */
  readonly noted: (so: SoFar) => Promise<boolean>;
}

/** `tally`: of what lies before `reached`, each order once. */
export interface SoFar {
  readonly reached: Instant;
  readonly tally: Tally;
}

/** How far it got, and what ended it before the end: out of time, or TikTok. */
export interface WindowsRead extends SoFar {
  readonly failure?: PullOutcome;
}

/** Reads a span of time window after window, several at once. What comes after a gap is read, and read again. */
export async function readWindows(reading: Reading): Promise<WindowsRead> {
  const windows: Window[] = [];
  let failure: WindowsRead['failure'];
  let stopped = false;

  function next(): Window | undefined {
    const from = windows.at(-1)?.to ?? reading.from;
    if (stopped || from >= reading.to) return undefined;
    const to = earlierOf(reading.to, after(from, widthAfter(windows)));
    const window = { from, to, tally: emptyTally(), traces: newTraceReading(), reached: from };
    windows.push(window);
    return window;
  }

  async function work(): Promise<void> {
    for (let window = next(); window; window = next()) await take(window);
  }

  async function take(window: Window): Promise<void> {
    try {
      const pulled = await reading.read(window);
      window.reached = pulled.outcome === 'complete' ? window.to : pulled.reached;
      if (pulled.outcome !== 'complete') stopped = true;
      if (pulled.outcome === 'refused' || pulled.outcome === 'credential') failure ??= pulled;
      if (!(await reading.noted(soFar(windows, reading.from)))) stopped = true;
    } catch (error) {
      // The others must not go on writing.
      stopped = true;
      throw error;
    }
  }

  // Alone: it tells how many orders a day has.
  const opening = next();
  if (opening) await take(opening);
  await finishAll(Array.from({ length: inFlight }, work));
  return { ...atLeast(windows, reading.from), ...(failure && { failure }) };
}

/** A window that was read in part counts for nothing: whoever goes on begins where it began. */
function soFar(windows: readonly Window[], from: Instant): SoFar {
  const tally = emptyTally();
  let reached = from;
  for (const window of windows) {
    if (window.reached < window.to) break;
    for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += window.tally[key];
    reached = window.to;
  }
  return { reached, tally };
}

/** Where no window came to its end, the first one's pages count: else nothing would ever be done of such a window. */
function atLeast(windows: readonly Window[], from: Instant): SoFar {
  const so = soFar(windows, from);
  const [opening] = windows;
  return so.reached === from && opening ? { reached: opening.reached, tally: opening.tally } : so;
}

/** By what the last windows that are done have cost: towards the present more and more orders have a trace to be read. */
function widthAfter(windows: readonly Window[]): Duration {
  const done = windows.filter(({ reached, to }) => reached === to).slice(-lastFew);
  if (done.length === 0) return first;
  const calls = done.reduce((sum, window) => sum + callsOf(window), 0);
  const span = done.reduce((sum, { from, to }) => sum + age(from, to), 0);
  const width = (span * callsPerWindow) / calls;
  return seconds(Math.round(Math.min(widest, Math.max(narrowest, width)) / seconds(1)));
}

/** Searches and trace reads are paced apart from each other, so the more of the two. */
function callsOf({ tally, traces }: Window): number {
  return Math.max(Math.ceil(tally.pulled / ordersPerPage), traces.answered + traces.failed, 1);
}
