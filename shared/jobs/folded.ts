import type { FoldedOrder } from '../domain/notice.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { ofOrder } from './line-of.ts';

/** More make a list that is looked up elsewhere, and a message that no queue takes. */
const mostRows = 200;

/** Orders about which nothing is said because one finding explains them. */
export interface Folded {
  count: number;
  readonly rows: FoldedOrder[];
  /** The order counted last. */
  last?: string;
}

export function nothingFolded(): Folded {
  return { count: 0, rows: [] };
}

export function addFolded(folded: Map<string, Folded>, by: string, watched: WatchedOrder): void {
  let known = folded.get(by);
  if (!known) folded.set(by, (known = nothingFolded()));
  addRow(known, watched);
}

/** Counts an order once, however many of its findings are silent: they come one after the other. */
export function addRow(folded: Folded, watched: WatchedOrder): void {
  if (folded.last === watched.order.id) return;
  folded.last = watched.order.id;
  folded.count += 1;
  if (folded.rows.length < mostRows) folded.rows.push(ofOrder(watched));
}
