import { replayRun } from '../../../infra/replay/replay-run.ts';
import { openHistory } from '../../../infra/replay/replay-task.ts';
import { noChanges } from '../../../infra/replay/rule-set.ts';
import { after, days } from '../../../shared/domain/time.ts';
import { aHistory } from '../../end-to-end/a-history.ts';
import { at } from '../../support/moments.ts';

/** What it costs to replay a season under one set of rules. */
export interface ReplayMeasure {
  readonly orders: number;
  readonly sweeps: number;
  readonly seconds: number;
  /** What is held after a third of the time and at its end, millions of bytes. */
  readonly heldMb: readonly [early: number, late: number];
  /** Findings that opened: without them nothing would have been measured. */
  readonly opened: number;
}

const length = days(90);

export async function measureReplay(orders = 1_000): Promise<ReplayMeasure> {
  const from = at('2018-01-01T00:00:00Z');
  const until = after(from, length);
  const text = aHistory({ seed: 3, orders, from, until });
  const opened = openHistory({ from: 'csv', text, market: 'BR', seed: 7 });
  const early = after(from, days(30));
  const held = { early: 0, late: 0 };
  const started = performance.now();
  const figures = await replayRun({ ...opened, changes: noChanges, time: { from, until } }, (now) => {
    if (now === early) held.early = heldMb();
    if (now === until) held.late = heldMb();
  });
  return {
    orders,
    sweeps: figures.sweeps,
    seconds: Number(((performance.now() - started) / 1_000).toFixed(1)),
    heldMb: [held.early, held.late],
    opened: figures.checks.reduce((sum, of) => sum + of.opened, 0),
  };
}

function heldMb(): number {
  globalThis.gc?.();
  return Number((process.memoryUsage().heapUsed / 1e6).toFixed(1));
}
