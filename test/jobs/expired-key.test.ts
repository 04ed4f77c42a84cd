import { describe, expect, it } from 'vitest';
import type { Shop } from '../../shared/domain/shop.ts';
import { before, days, hours } from '../../shared/domain/time.ts';
import { Crowd } from '../support/a-crowd.ts';
import { SweepStory } from '../support/a-sweep.ts';

const places = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

describe('an expired key', () => {
  const aKey = (carriers?: readonly string[]): Shop['credentials'][number] => ({
    id: 'yun',
    name: 'YunExpress link',
    kind: 'forwarder-key',
    owner: 'Li Wei',
    ...(carriers && { carriers }),
  });
  const expired = (carriers?: readonly string[]): Pick<Shop, 'credentials'> => ({
    credentials: [{ ...aKey(carriers), issuedAt: before(new SweepStory().clock.worldTime, days(90)) }],
  });

  it('across three hundred silent parcels is one notice with key, owner and parcels; renewed, one with what is left', async () => {
    const crowd = new Crowd(400, 300, expired(['Yun Express']));
    const { story } = crowd;
    crowd.tell('moving');
    await story.begin();
    expect(await crowd.sweepUntil(hours(48))).toEqual(['escalated credential-expired']);
    expect((await crowd.sweepUntil(hours(49))).toSorted()).toEqual(['escalated parcels-dark']);
    await crowd.sweepUntil(hours(80));
    const stillQuiet = story.heard();
    expect(stillQuiet).toEqual([]);
    // Whoever owns the key is asked; nobody is asked about the parcels that are dark for it.
    expect(story.outbox.remediations.every(({ remedy }) => remedy === 'renew-credential')).toBe(true);
    const asked = story.outbox.remediations.length;
    story.configure({ credentials: [{ ...aKey(['Yun Express']), issuedAt: story.clock.worldTime }] });
    crowd.scan(places(0, 290));
    await story.sweepAfter(hours(1));
    expect(story.outbox.notices.filter(({ channel }) => channel.id === 'email:en')).toHaveLength(1);
    expect(story.heard().toSorted()).toEqual([
      ...Array.from({ length: 10 }, () => 'opened api-sync-failure'),
      'resolved parcels-dark',
    ]);
    expect(story.outbox.remediations.slice(asked).flatMap(({ items }) => items)).toHaveLength(10);
  });

  it('names key, owner and how many parcels', async () => {
    const crowd = new Crowd(40, 30, expired());
    await crowd.story.begin();
    await crowd.sweepUntil(hours(49));
    const told = crowd.spoken.at(-1);
    expect(told).toMatchObject({
      stage: 'parcels-dark',
      facts: { name: 'YunExpress link', owner: 'Li Wei', parcels: 30 },
      folded: { count: 30 },
    });
  });

  it('does not excuse parcels of other carriers, or those that were silent before', async () => {
    const others = new Crowd(40, 6, expired(['4PX']));
    await others.story.begin();
    expect((await others.sweepUntil(hours(49))).filter((line) => line === 'opened trace-gap-48')).toHaveLength(6);
  });

  it('leaves an incident that is open as it is: hidden members have not moved', async () => {
    const crowd = new Crowd(120, 37, expired());
    const { story } = crowd;
    story.configure({ credentials: [{ ...aKey(), issuedAt: story.clock.worldTime }] });
    crowd.tell('export-customs-held');
    await story.begin();
    await crowd.sweepUntil(hours(74));
    expect(story.shopFindings()).toEqual(['incident/many-parcels-one-cause']);
    const usual = story.watches.peek(story.shop.id)?.usual;
    story.configure(expired());
    const heard = await crowd.sweepUntil(hours(80));
    expect(heard.filter((line) => line.endsWith('many-parcels-one-cause'))).toEqual([]);
    expect(story.shopFindings()).toEqual(['incident/many-parcels-one-cause', 'credential-expiry/parcels-dark']);
    expect(story.watches.peek(story.shop.id)?.usual).toEqual(usual);
    story.configure({ credentials: [{ ...aKey(), issuedAt: story.clock.worldTime }] });
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved parcels-dark']);
  });
});
