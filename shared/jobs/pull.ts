import { instant, seconds, type Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Marketplace, OrderPage, OrderWindow } from '../ports/marketplace.ts';
import type { PullOutcome } from '../ports/watch.ts';
import { finishAll } from './finish-all.ts';
import type { Sweeping } from './sweeping.ts';
import { takeIn } from './take-in.ts';

/** `reached` has no gap before it. `paused`: the step's time was up. */
export type Pulled = PullOutcome | { readonly outcome: 'paused'; readonly reached: Instant };

/**
 * A longer window is read in parallel slices of time: one chain of page tokens is serial and uses a tenth of the
 * limit (measured 2026-11). A slice costs at most one page more.
 */
const ordersPerSlice = 2_500;
const mostSlices = 10;

interface Slice {
  readonly from: Instant;
  readonly to: Instant;
  reached: Instant;
  done: boolean;
}

interface Pulling {
  readonly by: OrderWindow['by'];
  readonly marketplace: Marketplace;
  readonly step: Sweeping;
  failure?: Transient | Rejected;
  paused: boolean;
  /** A slice met a bug: the others must not go on writing. */
  broken: boolean;
}

/** Reads a window of orders to its end, or as far as it gets, and takes every page into the book. */
export async function pull(window: OrderWindow, marketplace: Marketplace, step: Sweeping): Promise<Pulled> {
  const pulling: Pulling = { by: window.by, marketplace, step, paused: false, broken: false };
  const whole = sliceOf(window.from, window.to);
  const first = await readPage(whole, undefined, pulling);
  if (first?.next === undefined) return outcomeOf([whole], pulling);
  if (first.total <= ordersPerSlice) {
    await readOn(whole, first.next, pulling);
    return outcomeOf([whole], pulling);
  }
  const slices = split(whole.reached, window.to, first.total);
  await finishAll(slices.map((slice) => readOn(slice, undefined, pulling)));
  return outcomeOf(slices, pulling);
}

async function readOn(slice: Slice, from: string | undefined, pulling: Pulling): Promise<void> {
  let token = from;
  try {
    do {
      const page = await readPage(slice, token, pulling);
      token = page?.next;
    } while (token !== undefined);
  } catch (error) {
    pulling.broken = true;
    throw error;
  }
}

async function readPage(slice: Slice, token: string | undefined, pulling: Pulling): Promise<OrderPage | undefined> {
  const { step } = pulling;
  pulling.paused ||= step.ports.clock.wall() >= step.ports.until;
  if (pulling.paused || pulling.failure || pulling.broken) return undefined;
  const page = await search(slice, token, pulling);
  if (!page) return undefined;
  await takeIn(page, step);
  // Not all of the page could be judged in time: it is read again in the next step.
  const cutShort = step.traces.stopped === 'out-of-time';
  pulling.paused ||= cutShort;
  if (cutShort) return undefined;
  slice.reached = page.reached ?? slice.reached;
  slice.done = page.next === undefined;
  return page;
}

async function search(slice: Slice, token: string | undefined, pulling: Pulling): Promise<OrderPage | undefined> {
  try {
    return await pulling.marketplace.searchOrders({ by: pulling.by, from: slice.from, to: slice.to }, token);
  } catch (error) {
    // Recovery: what was read is kept, and the next sweep goes on from `reached`.
    if (!(error instanceof Transient || error instanceof Rejected)) throw error;
    pulling.failure = error;
    return undefined;
  }
}

function split(from: Instant, to: Instant, total: number): readonly Slice[] {
  const count = Math.min(mostSlices, Math.ceil(total / ordersPerSlice));
  const second = seconds(1);
  const edge = (index: number): Instant =>
    index === count ? to : instant(Math.floor((from + ((to - from) * index) / count) / second) * second);
  return Array.from({ length: count }, (_, index) => sliceOf(edge(index), edge(index + 1)));
}

function sliceOf(from: Instant, to: Instant): Slice {
  return { from, to, reached: from, done: false };
}

function outcomeOf(slices: readonly Slice[], pulling: Pulling): Pulled {
  const unfinished = slices.find((slice) => !slice.done);
  const reached = unfinished?.reached ?? slices.at(-1)?.to ?? instant(0);
  const { failure } = pulling;
  if (failure) {
    const outcome = failure instanceof Rejected && failure.about === 'credential' ? 'credential' : 'refused';
    return { outcome, reached, because: failure.message };
  }
  return { outcome: unfinished ? 'paused' : 'complete', reached };
}
