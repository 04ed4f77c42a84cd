import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHistory } from './a-history.ts';
import { asDifferences, both, orderStagesOf, shopStagesOf, sorted, transitionsBetween } from './round-document.ts';
import type { RoundDocument } from './round-document.ts';
import { survivors, until } from './runner.ts';
import { watchHistories, type WatchedHistory } from './watched-history.ts';

const hour = 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');
const history = aHistory({ seed: 31, orders: 300, from, until: from + 15 * hour });

let watched: WatchedHistory;
let shop = '';
let calmAt = from;
let mailsBefore = 0;
let calm: RoundDocument | undefined;

beforeAll(async () => {
  watched = await watchHistories([history], from);
  shop = watched.shops[0] ?? '';
  calm = (await watched.sweepAt(from)).round;
}, 120_000);
afterAll(() => watched.stop());

function calls(): { readonly search: number; readonly tracking: number } {
  return watched.simulator.calls().perShop[shop] ?? { search: 0, tracking: 0 };
}

async function sent(queue: string): Promise<number> {
  return (await watched.tidewatch.stack.counters()).queues[queue]?.sent ?? 0;
}

/** The process that has begun to work for this function, killed as the system kills one that takes too much memory. */
async function kill(name: string): Promise<number> {
  const pid = await until(
    () => Object.values(watched.tidewatch.stack.facts().functions).find((one) => one.name === name)?.pids[0],
    `a process of ${name}`,
  );
  process.kill(pid, 'SIGKILL');
  return pid;
}

interface Moment {
  readonly slow?: { readonly endpoint: 'search' | 'tracking'; readonly ms: number };
  readonly reached: () => boolean | Promise<boolean>;
  readonly victim: string;
  /** The queue whose message it held; only there is it certain to be delivered again. */
  readonly queue?: 'sweep';
}

const sweepFunction = 'tidewatch-sweep';

describe.each<[string, Moment]>([
  [
    'sweep is killed while it waits for a page of orders',
    {
      slow: { endpoint: 'search', ms: 400 },
      reached: () => calls().search > 0,
      victim: sweepFunction,
      queue: 'sweep',
    },
  ],
  [
    'sweep is killed while it reads traces',
    {
      slow: { endpoint: 'tracking', ms: 60 },
      reached: () => calls().tracking > 12,
      victim: sweepFunction,
      queue: 'sweep',
    },
  ],
  [
    'sweep is killed as soon as it hands over',
    { reached: async () => (await sent('tidewatch-notify')) > 0, victim: sweepFunction },
  ],
  [
    'notify is killed as soon as it has sent a mail',
    { reached: () => watched.tidewatch.stack.mails().length > mailsBefore, victim: 'tidewatch-notify' },
  ],
])('when %s', (_, { slow, reached, victim, queue }) => {
  it('the round ends as if nothing had happened, with at most one message said twice', async () => {
    const { simulator, tidewatch } = watched;
    const now = calmAt + 3 * hour;
    mailsBefore = tidewatch.stack.mails().length;
    simulator.resetCalls();
    if (slow) simulator.faults.set({ kind: 'latency', ...slow });

    await tidewatch.stack.resetCounters();

    const sweeping = watched.sweepAt(now);
    await until(reached, 'the moment');
    const pid = await kill(victim);
    simulator.faults.clear();
    const { round, failed } = await sweeping;

    const [before, after] = [watched.expected(shop, calmAt), watched.expected(shop, now)];
    calmAt = now;
    expect(failed).toEqual([]);
    expect(sorted(orderStagesOf(round))).toEqual(sorted(after));
    const changes = transitionsBetween(both(before, shopStagesOf(calm)), both(after, shopStagesOf(round)));
    calm = round;
    expect(asDifferences(round.shops[0]?.transitions)).toEqual(changes);
    expect(round.shops[0]?.notices).toBe(2);
    if (queue) expect(round.queues[queue].received).toBe(2);
    expect(Object.values(round.queues).map(({ deadLettered }) => deadLettered)).toEqual([0, 0, 0]);

    const mails = tidewatch.stack.mails().slice(mailsBefore);
    const distinct = new Set(mails.map(({ recipients, subject }) => `${recipients.join()} ${subject}`));
    expect(distinct.size).toBe(2 + (round.shops[0]?.remedies ?? 0));
    expect(mails.length - distinct.size).toBeLessThanOrEqual(1);
    expect(await survivors([pid])).toEqual([]);
  });
});
