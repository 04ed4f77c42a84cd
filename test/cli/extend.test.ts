import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { systemClock } from '../../shared/adapters/clock.ts';
import { after, days, iso } from '../../shared/domain/time.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { at } from '../support/moments.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const sent = '578230114599817303';
const folder = workFolder();
let stack: RunningStack;

beforeAll(async () => {
  stack = await aRunningStack(folder.path, [aWatchedOrder({ order: anOrderInTransit({ id: sent }) })]);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

/** The day so many days from now, as people type it: the command line goes by the clock of the machine. */
function dayIn(count: number): string {
  return iso(after(systemClock.world(), days(count))).slice(0, 10);
}

describe('tidewatch extend', () => {
  const day = dayIn(20);

  it('writes down the end of the day by the clock of the market', async () => {
    const { status, stdout } = await runTidewatch(folder.path, 'extend', sent, day, '--by', 'Li Wei', '--json');
    expect(status).toBe(0);
    const written = z.object({ extendedUntil: z.string() }).loose().parse(JSON.parse(stdout));
    expect(written).toMatchObject({ order: sent, by: 'Li Wei' });
    expect(written.extendedUntil).toMatch(new RegExp(`^${day}T2[23]:59:59`));
    expect(await stack.deedsOf(sent)).toEqual({ extendedUntil: at(written.extendedUntil) });
  });

  it('or a time, and says it by the clock of the market', async () => {
    const { stdout } = await runTidewatch(folder.path, 'extend', sent, `${day}T12:00:00+08:00`);
    expect(stdout).toMatch(
      new RegExp(`^The buyer of order ${sent} waits until ${day} 0[45]:00 \\(Europe/London\\)\\.\n$`),
    );
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['a day that is over', [sent, '2026-01-14'], 2, /2026-01-14 23:59 \(Europe\/London\) has passed/],
    ['a day too far ahead', [sent, '9999-12-31'], 2, /lies more than 60 days ahead/],
    ['a name as long as a page', [sent, day, '--by', 'x'.repeat(201)], 2, /has 201 characters: write a name/],
    ['an order nobody knows', ['578230114599817309', day], 1, /order 578230114599817309 is not under watch/],
    ['a day that is none', [sent, '2027-02-30'], 2, /Give a date/],
    ['a time without its zone', [sent, `${day}T12:00`], 2, /Give a time with its zone/],
    ['an id that is none', ['5.78E+17', day], 2, /format the column as text/],
  ])('refuses %s', async (_, words, status, says) => {
    const ended = await runTidewatch(folder.path, 'extend', ...words);
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status, stdout: '' });
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr.match(/\n/g)).toHaveLength(1);
  });
});
