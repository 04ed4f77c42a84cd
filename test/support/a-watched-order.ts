import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { earlierRun } from './a-finding.ts';
import { anOrder } from './an-order.ts';

/** Baseline: a healthy order without scans or findings, written by `earlierRun`. */
export function aWatchedOrder(changes: Partial<WatchedOrder> = {}): WatchedOrder {
  return { order: anOrder(), trace: { scans: [] }, findings: [], run: earlierRun, ...changes };
}
