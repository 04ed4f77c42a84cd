import { expect, it } from 'vitest';
import { DynamoLongLists } from '../../../shared/adapters/dynamo/long-lists.ts';
import type { LongLists } from '../../../shared/ports/long-lists.ts';
import { aNoticeLine } from '../../support/a-notice.ts';
import { FakeLongLists } from '../../support/fake-long-lists.ts';
import { now } from '../../support/moments.ts';
import { describeOnEachStore } from './on-each-store.ts';

const lines = Array.from({ length: 1_201 }, (_, place) =>
  aNoticeLine({ order: String(place), lastEvent: { at: now, text: `站点 ${place} 🚚 "a|b"` } }),
);

describeOnEachStore<LongLists>(
  'long lists',
  { fake: () => new FakeLongLists(), real: (table) => new DynamoLongLists(table) },
  (fresh) => {
    it('come back whole and in their order', async () => {
      const lists = await fresh();
      await lists.put('shop', 'run#0', lines, now);
      expect(await lists.find('shop', 'run#0')).toEqual(lines);
    });

    it('come back whole with the orders that their lines speak for', async () => {
      const lists = await fresh();
      const rows = Array.from({ length: 200 }, (_, place) => ({
        order: `5790000000000${place}`,
        number: `YT${place * 7_919}`,
      }));
      const incidents = lines.slice(0, 300).map((line) => ({ ...line, folded: { count: 200, rows } }));
      await lists.put('shop', 'run#0', incidents, now);
      expect(await lists.find('shop', 'run#0')).toEqual(incidents);
    });

    it('are replaced when they are written again', async () => {
      const lists = await fresh();
      await lists.put('shop', 'run#0', lines, now);
      await lists.put('shop', 'run#0', lines.slice(0, 3), now);
      expect(await lists.find('shop', 'run#0')).toEqual(lines.slice(0, 3));
    });

    it('are their own for each shop and receiver, and unknown where nobody wrote one', async () => {
      const lists = await fresh();
      await lists.put('shop', 'run#0', lines.slice(0, 1), now);
      await lists.put('shop', 'run#1', [], now);
      expect(await lists.find('shop', 'run#1')).toEqual([]);
      expect(await lists.find('other', 'run#0')).toBeUndefined();
      expect(await lists.find('shop', 'run')).toBeUndefined();
    });
  },
);
