import { expect, it } from 'vitest';
import { jsonBytes } from '../../shared/domain/json-bytes.ts';
import { hours } from '../../shared/domain/time.ts';
import { planRemedies } from '../../shared/remedies/plan-remedies.ts';
import { Crowd } from '../support/a-crowd.ts';
import { aRemedyItem } from '../support/a-remediation.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrder } from '../support/an-order.ts';
import { hoursAgo, now } from '../support/moments.ts';

/** SQS takes no more (2026-11). */
const most = 262_144;
const thai = 'ก'.repeat(200);

it('a notice that speaks for hundreds of parcels with long texts fits into a queue message', async () => {
  const crowd = new Crowd(900, 700);
  crowd.tell('export-customs-held');
  for (const [id, trace] of crowd.story.script.traces) crowd.story.script.traces.set(id, { ...trace, lastText: thai });
  await crowd.story.begin();
  for (const wait of [66, 1, 6]) await crowd.story.sweepAfter(hours(wait));
  const notice = crowd.story.lastNotice();
  expect(notice?.lines.some(({ folded }) => folded?.count === 700 && folded.rows.length > 50)).toBe(true);
  expect(jsonBytes(notice)).toBeLessThan(most);
});

it('requests for remedies are cut by their length as well as by their number', () => {
  const owed = Array.from({ length: 150 }, (_, place) => ({
    remedy: 'supplement-tracking',
    item: aRemedyItem({
      key: `silence-cause/${place}#1`,
      lastEvent: { at: hoursAgo(96), text: thai },
      carrier: 'Kerry',
      proof: { at: hoursAgo(40), text: thai, source: thai },
    }),
  }));
  const requests = planRemedies(owed, { shop: aShop(), run: 'r', now });
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.flatMap(({ items }) => items)).toHaveLength(150);
  for (const request of requests) expect(jsonBytes(request)).toBeLessThan(most);
});

it('what a message has no room for stands in a list beside it, the most urgent two thousand', async () => {
  const story = new SweepStory(aShop({ market: 'BR' }));
  for (let place = 0; place < 2_300; place += 1) {
    story.tiktok.upsert(
      story.shop.id,
      anOrder({ id: String(place), createdAt: hoursAgo(13), updatedAt: hoursAgo(13) }),
    );
  }
  await story.sweep();
  const notice = story.lastNotice();
  expect(notice).toMatchObject({ more: 2_200 });
  expect(notice?.lines).toHaveLength(100);
  const list = await story.lists.find(story.shop.id, notice?.list ?? '');
  expect(list).toHaveLength(2_000);
  expect(list?.slice(0, 100)).toEqual(notice?.lines);
});
