import type { Finding } from '../domain/finding.ts';
import type { Cause } from '../domain/incident.ts';
import type { Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { OwedRemedy } from '../remedies/plan-remedies.ts';
import { addRow, nothingFolded, type Folded } from './folded.ts';
import { silence, type Speech } from './speech.ts';

/** The live findings of one cause, and what would be said of them one by one. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly members: Folded;
  /** When they fell silent; of the first few hundred. */
  readonly since: Instant[];
  /** One for each voice. */
  readonly speeches: readonly Speech[];
  /** Remedies that this run asks for whether or not there is an incident, and those due once one is over. */
  readonly asked: OwedRemedy[];
  readonly askedLater: OwedRemedy[];
}

export function newGroup(cause: Cause, voices: number): CauseGroup {
  const speeches = Array.from({ length: voices }, silence);
  return { cause, members: nothingFolded(), since: [], speeches, asked: [], askedLater: [] };
}

export function addMember(group: CauseGroup, { since }: Finding, watched: WatchedOrder): void {
  addRow(group.members, watched);
  if (group.since.length < 500) group.since.push(since);
}

/** When half of them had fallen silent: one that has been for weeks does not date the others. */
export function medianSince({ since }: CauseGroup): Instant | undefined {
  return since.toSorted((one, other) => one - other)[Math.floor(since.length / 2)];
}
