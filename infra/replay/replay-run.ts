import type { Deeds } from '../../shared/domain/deed.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { RunFigures } from './figures/run-figures.ts';
import {
  noteBegun,
  noteEnd,
  noteNotice,
  noteOrder,
  noteReport,
  noteSweep,
  noteStillOpen,
  noteWatch,
} from './figures/note-run.ts';
import { figuresOf, newRunState } from './figures/run-state.ts';
import type { ShopHistory } from './history/order-life.ts';
import { openPorts, type BesideOrders, type Listener } from './open-ports.ts';
import { policy as usual } from '../../shared/policies/registry.ts';
import { replayChain, type ReplayedTime } from './replay-chain.ts';
import { policyWith, shopWith, type RuleChanges } from './rule-set.ts';

export interface RunOf extends ShopHistory {
  readonly beside: BesideOrders;
  readonly changes: RuleChanges;
  readonly time: ReplayedTime;
}

/** Replays one rule set and sums up what came of it; `reached` is told of every hour that is over. */
export async function replayRun(
  { shop: inForce, history, beside, changes, time }: RunOf,
  reached: (now: Instant) => void,
): Promise<RunFigures> {
  const state = newRunState();
  const shop = shopWith(inForce, changes);
  const policy = policyWith(changes);
  const measure = { usual, deeds: beside.deeds ?? new Map<string, Deeds>() };
  const at = (): { now: Instant; shop: typeof shop; policy: typeof policy } => ({ now: ports.clock.now, shop, policy });
  let remedies = 0;
  const listener: Listener = {
    orderWritten: (next, previous) => noteOrder(state, next, previous, at(), measure),
    watchWritten: (next, previous) => noteWatch(state, next, previous, at()),
    notice({ channel, lines, list }) {
      noteNotice(state, channel.id, (list === undefined ? undefined : ports.lists.get(list)) ?? lines, at());
    },
    digest: ({ channel }) => noteReport(state, channel.id, at()),
    remediation: () => (remedies += 1),
  };
  const ports = openPorts({ shop, policy, history, beside }, listener);
  for await (const now of replayChain(ports, time)) {
    if (now === time.from) for (const watched of ports.book.openNow()) noteBegun(state, watched, at(), measure);
    noteSweep(state, remedies, at());
    remedies = 0;
    reached(now);
  }
  for (const watched of ports.book.openNow()) noteStillOpen(state, watched, at(), measure);
  noteEnd(state, ports.clock.now);
  return figuresOf(state);
}
