import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { recheckText } from '../../infra/cli/recheck-text.ts';
import { after, days, hours, minutes } from '../../shared/domain/time.ts';
import { expectGolden } from '../channels/golden.ts';
import { recheckIn } from '../support/a-look-up.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { aDeliveredOrder, anOrder, anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { daysAgo, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const id = '578230114599817301';

/** After the first look, which knows what was before it. */
const soon = after(now, minutes(30));

async function shown(story: SweepStory): Promise<string> {
  const text = recheckText(await recheckIn(story, id));
  for (const control of ['\u001B[31mby', '\u001B[1mWei', '\u202E', '\r']) expect(text).not.toContain(control);
  return `${stripVTControlCharacters(text)}\n`;
}

it('a parcel gone silent, that somebody sees to and a supplement was asked for', async () => {
  const story = new SweepStory();
  await story.begin();
  const order = anOrderInTransit({
    id,
    createdAt: daysAgo(4),
    confirmedAt: daysAgo(4),
    collectedAt: hoursAgo(73),
    updatedAt: soon,
  });
  const scans = [hoursAgo(73)];
  const lastText = 'Picked up \u001B[31mby the \u202Ecourier\nnow';
  story.tiktok.upsert(story.shop.id, order, { scans, milestones: ['picked-up'], lastText });
  await story.sweep();
  const finding = { check: 'trace-silent', subject: { kind: 'order', id }, episode: 1 } as const;
  const act = { id: 'a', at: story.clock.worldTime, via: 'email:en', by: 'Li \u001B[1mWei', finding } as const;
  await story.acts.record(story.shop.id, { ...act, kind: 'filed', ticket: 'T-9' });
  await story.sweepAfter(hours(1));
  expectGolden('recheck-silent-parcel.txt', await shown(story));
});

it('a parcel before pick-up in Thailand, read in Shenzhen: attested, extended and quiet at night', async () => {
  const story = new SweepStory(
    aShop({
      market: 'TH',
      zone: 'Asia/Shanghai',
      packs: ['sea', 'article'],
      attests: ['label', 'pick-start'],
      quietHours: { from: '00:00', to: '23:59' },
    }),
  );
  await story.begin();
  const order = anOrderAwaitingCollection({
    id,
    shipping: 'seller',
    createdAt: hoursAgo(80),
    updatedAt: soon,
    confirmedAt: hoursAgo(79),
    platform: { tts_sla_time: hoursFromNow(20) },
    parcels: [aParcel({ carrier: 'Flash Express', number: 'TH0123456789A' })],
  });
  story.tiktok.upsert(story.shop.id, order);
  await story.deeds.write(story.shop.id, [
    { order: id, kind: 'label', value: 'platform', at: hoursAgo(3), by: 'Li Wei' },
    { order: id, kind: 'extendedUntil', value: after(now, days(9)), at: hoursAgo(2), by: 'the command line' },
  ]);
  await story.sweep();
  expectGolden('recheck-before-pick-up.txt', await shown(story));
});

it('an order that was late, is delivered, and lies on the shelf', async () => {
  const story = new SweepStory();
  await story.begin();
  const late = anOrder({ id, createdAt: hoursAgo(25), updatedAt: soon });
  story.tiktok.upsert(story.shop.id, late);
  await story.sweep();
  const updatedAt = after(story.clock.worldTime, minutes(30));
  story.tiktok.upsert(story.shop.id, aDeliveredOrder({ id, createdAt: late.createdAt, updatedAt }));
  await story.sweepAfter(hours(1));
  await story.sweepAfter(hours(1));
  expectGolden('recheck-on-the-shelf.txt', await shown(story));
});
