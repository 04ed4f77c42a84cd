import { expect, it } from 'vitest';
import { hours } from '../../shared/domain/time.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';

async function aStory(): Promise<SweepStory> {
  const story = new SweepStory(aShop({ slack: { locale: 'en' } }));
  await story.begin();
  const { worldTime, wallTime } = story.clock;
  const state = { channel: 'slack:en', since: worldTime, because: '404 no_service', triedAt: wallTime };
  await story.channelStates.disable(story.shop.id, state);
  return story;
}

it('the others hear once of a channel that takes no messages, and once more when it takes them again', async () => {
  const story = await aStory();
  await story.sweepAfter(hours(1));
  expect(story.heard()).toEqual(['opened channel-closed']);
  await story.sweepAfter(hours(1));
  expect(story.heard()).toEqual([]);
  await story.channelStates.enable(story.shop.id, 'slack:en');
  await story.sweepAfter(hours(1));
  expect(story.heard()).toEqual(['resolved channel-closed']);
});

it('a channel that is replaced by another is nobody’s concern any more', async () => {
  const story = await aStory();
  await story.sweepAfter(hours(1));
  story.configure({ slack: { locale: 'zh-CN' } });
  await story.sweepAfter(hours(1));
  expect(story.shopFindings()).toEqual([]);
});
