import { poured } from '../../end-to-end/a-storm.ts';
import { stormStack } from '../../end-to-end/storm-stack.ts';

/** A minute of notifications on the local stack, from a cold start. */
export interface StormFigures {
  readonly sent: number;
  /** Forged ones that were taken, genuine ones that were not. */
  readonly wronglyAnswered: number;
  /** Orders that had changed, and those of them that the next sweep did not show. */
  readonly changed: number;
  readonly unknown: number;
  readonly sweeps: number;
  /** Milliseconds. */
  readonly median: number;
  readonly slowestInHundred: number;
}

const count = 5_000;

export async function measureStorm(): Promise<StormFigures> {
  const stack = await stormStack();
  try {
    const { shop, tidewatch } = stack;
    const changed = await stack.behind(shop);
    const answers = await poured(stack.storm(count, changed), stack.url, count / 60);
    await tidewatch.stack.resetCounters();
    await tidewatch.stack.fire('tidewatch-hints', { scheduledTime: new Date() });
    await tidewatch.stack.idle();
    const { queues } = await tidewatch.stack.counters();
    const took = answers.map((one) => one.took).toSorted((one, other) => one - other);
    return {
      sent: answers.length,
      wronglyAnswered: answers.filter(({ status, isForged }) => status !== (isForged ? 401 : 200)).length,
      changed: changed.length,
      unknown: (await stack.behind(shop)).length,
      sweeps: queues['tidewatch-sweep.fifo']?.received ?? 0,
      median: took[Math.floor(took.length / 2)] ?? 0,
      slowestInHundred: took[Math.floor(took.length * 0.99)] ?? 0,
    };
  } finally {
    await stack.stop();
  }
}
