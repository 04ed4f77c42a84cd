import { expect, it } from 'vitest';
import { DynamoHints } from '../../../shared/adapters/dynamo/hints.ts';
import { days } from '../../../shared/domain/time.ts';
import type { Hints } from '../../../shared/ports/hints.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeHints } from '../../support/fake-hints.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

describeOnEachStore<Hints>(
  'hints',
  { fake: () => new FakeHints(), real: (table) => new DynamoHints(table) },
  (fresh) => {
    it('of one shop are one, however many come', async () => {
      const hints = await fresh();
      for (const at of [hoursAgo(2), hoursAgo(1), now]) await hints.note({ shop: '1', at });
      await hints.note({ shop: '2', at: now });
      expect((await hints.list()).toSorted((one, other) => (one.shop < other.shop ? -1 : 1))).toEqual([
        { shop: '1', at: now },
        { shop: '2', at: now },
      ]);
    });

    it('are gone when they were followed, unless another has come since', async () => {
      const hints = await fresh();
      await hints.note({ shop: '1', at: hoursAgo(2) });
      const [hint] = await hints.list();
      await hints.note({ shop: '1', at: hoursAgo(1) });
      if (hint) await hints.markFollowed(hint);
      expect(await hints.list()).toEqual([{ shop: '1', at: hoursAgo(1) }]);
      await hints.markFollowed({ shop: '1', at: hoursAgo(1) });
      expect(await hints.list()).toEqual([]);
      expect([await hints.lastAt('1'), await hints.lastAt('2')]).toEqual([hoursAgo(1), undefined]);
    });

    it('know the newest deauthorization, in whatever order they come, and no hint undoes it', async () => {
      const hints = await fresh();
      expect(await hints.deauthorizedAt('1')).toBeUndefined();
      await hints.noteDeauthorization({ shop: '1', at: hoursAgo(1) });
      expect(await hints.list()).toEqual([]);
      await hints.noteDeauthorization({ shop: '1', at: hoursAgo(3) });
      await hints.note({ shop: '1', at: now });
      await hints.markFollowed({ shop: '1', at: now });
      expect(await hints.deauthorizedAt('1')).toBe(hoursAgo(1));
      expect(await hints.deauthorizedAt('2')).toBeUndefined();
    });

    it('remember what was heard, each app for itself', async () => {
      const hints = await fresh();
      expect(await hints.wasHeard('app', 'n1')).toBe(false);
      await hints.markHeard('app', 'n1');
      expect([await hints.wasHeard('app', 'n1'), await hints.wasHeard('other', 'n1')]).toEqual([true, false]);
    });
  },
);

describeOnEachEngine('stored notifications', (table) => {
  it('are forgotten after two days', async () => {
    const clock = new FakeClock();
    const hints = new DynamoHints(await table(clock));
    await hints.markHeard('app', 'n1');
    clock.wallTime = (clock.wallTime + days(3)) as typeof clock.wallTime;
    expect(await hints.wasHeard('app', 'n1')).toBe(false);
  });
});
