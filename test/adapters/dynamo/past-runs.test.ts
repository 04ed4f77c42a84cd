import { expect, it } from 'vitest';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { iso } from '../../../shared/domain/time.ts';
import type { PastRuns, RunLog } from '../../../shared/ports/records.ts';
import { aRunRecord } from '../../support/a-watch.ts';
import { FakeRunLog } from '../../support/fake-run-log.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import { describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';

describeOnEachStore<RunLog & PastRuns>(
  'the run log over time',
  { fake: () => new FakeRunLog(), real: (table) => new DynamoRunLog(table) },
  (fresh) => {
    it('gives the runs after a moment, the oldest first', async () => {
      const log = await fresh();
      for (const at of [hoursAgo(3), hoursAgo(2), hoursAgo(1)]) {
        await log.record(shop, iso(at), aRunRecord({ now: at }), now);
      }
      const runs = await log.since(shop, hoursAgo(3));
      expect([...runs].map(([id, record]) => [id, record.now])).toEqual(
        [hoursAgo(2), hoursAgo(1)].map((at) => [iso(at), at]),
      );
      expect((await log.since('another', hoursAgo(3))).size).toBe(0);
    });
  },
);
