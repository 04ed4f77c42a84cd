import { expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoScores } from '../../../shared/adapters/dynamo/scores.ts';
import type { Score } from '../../../shared/domain/score.ts';
import { days } from '../../../shared/domain/time.ts';
import type { Scores } from '../../../shared/ports/scores.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeScores } from '../../support/fake-scores.ts';
import { at, daysAgo, hoursAgo } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';

function lts(value: number, when = daysAgo(1)): Score {
  return { metric: 'logistics-score', at: when, value };
}

describeOnEachStore<Scores>(
  'imported scores',
  { fake: () => new FakeScores(), real: (table) => new DynamoScores(table) },
  (fresh) => {
    it('come back the oldest first, whatever they are figures of', async () => {
      const scores = await fresh();
      const traces: Score = { metric: 'trace-completeness', at: daysAgo(4), value: 88.25 };
      await scores.put(shop, [lts(79), traces, lts(81, daysAgo(8))]);
      expect(await scores.list(shop)).toEqual([lts(81, daysAgo(8)), traces, lts(79)]);
      expect(await scores.list('another')).toEqual([]);
    });

    it('have one figure a day: the last word on it', async () => {
      const scores = await fresh();
      await scores.put(shop, [lts(79, at('2026-01-14T00:00:00Z'))]);
      await scores.put(shop, [lts(77, at('2026-01-14T09:30:00Z')), lts(80, at('2026-01-15T00:00:00Z'))]);
      expect((await scores.list(shop)).map(({ value }) => value)).toEqual([77, 80]);
    });
  },
);

describeOnEachEngine('stored scores', (table) => {
  it('reach back 26 weeks from the newest of their kind', async () => {
    const scores = new DynamoScores(await table());
    await scores.put(shop, [lts(70, daysAgo(26 * 7 + 1)), lts(71, daysAgo(26 * 7)), lts(72, daysAgo(0))]);
    await scores.put(shop, [{ metric: 'trace-completeness', at: daysAgo(300), value: 90 }]);
    expect((await scores.list(shop)).map(({ value }) => value)).toEqual([90, 71, 72]);
  });

  it('are gone 200 days after their import', async () => {
    const clock = new FakeClock();
    const scores = new DynamoScores(await table(clock));
    await scores.put(shop, [lts(79)]);
    clock.advance(days(199));
    expect(await scores.list(shop)).toHaveLength(1);
    clock.advance(days(2));
    expect(await scores.list(shop)).toEqual([]);
  });

  it('that cannot be read are refused by their key', async () => {
    const opened = await table();
    const key = { pk: { S: `score#${shop}` }, sk: { S: 'luck#2026-01-14' } };
    await putAll(opened, [{ ...key, at: { N: String(hoursAgo(1)) }, value: { N: '7' } }]);
    await expect(new DynamoScores(opened).list(shop)).rejects.toThrow(
      `item score#${shop} / luck#2026-01-14: no figure`,
    );
  });
});
