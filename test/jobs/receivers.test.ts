import { describe, expect, it } from 'vitest';
import { before, hours } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { aListener, confirm, heard, owner, place, until } from '../support/a-listener.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';

describe('who hears what', () => {
  it('all but a closed channel hear that it is closed, whatever else they hear of', async () => {
    const story = await aListener({
      recipients: [owner, { ...owner, id: 'traces', hears: { checks: ['trace-silent'], unattended: hours(6) } }],
    });
    const { worldTime, wallTime } = story.clock;
    const state = { channel: 'email:en', since: worldTime, because: '404', triedAt: wallTime };
    await story.channelStates.disable(story.shop.id, state);
    expect(await until(story, 14)).toContain('14 email/traces: opened channel-closed');
  });

  it('not late of what comes and goes and is over for now', async () => {
    const story = await aListener({ recipients: [owner, { ...owner, id: 'boss', hears: { unattended: hours(2) } }] });
    const at = before(story.clock.worldTime, hours(12));
    for (const hour of [14, 16, 18]) {
      place(story, '1', at);
      await until(story, hour);
      confirm(story, '1', at);
      if (hour < 18) await until(story, hour + 1);
    }
    expect((await until(story, 23)).filter((line) => line.includes('boss'))).toEqual([]);
  });

  it('late even if the hour at which it concerned them fell into an outage', async () => {
    const story = await aListener({ recipients: [owner, { ...owner, id: 'boss', hears: { unattended: hours(6) } }] });
    place(story, '1', before(story.clock.worldTime, hours(12)));
    await until(story, 18);
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await until(story, 21);
    story.script.searchFailure = undefined;
    expect(await until(story, 1)).toContain('22 email/boss: reminded confirm-due-soon');
  });

  it('is told by severity', async () => {
    const story = await aListener({ recipients: [owner, { ...owner, id: 'boss', hears: { severity: 'breach' } }] });
    place(story, '1', before(story.clock.worldTime, hours(12)));
    expect(await until(story, 3)).toEqual([
      '14 email:en: opened confirm-due-soon',
      '2 email:en: escalated confirm-overdue',
      '2 email/boss: escalated confirm-overdue',
    ]);
  });

  it('and of the end of what had eased before it ended', async () => {
    const story = await aListener({ recipients: [owner, { ...owner, id: 'boss', hears: { severity: 'critical' } }] });
    place(story, '1', before(story.clock.worldTime, hours(12)));
    expect(await until(story, 2)).toContain('2 email/boss: escalated confirm-overdue');
    const later = before(story.clock.worldTime, hours(18));
    place(story, '1', later);
    await until(story, 3);
    confirm(story, '1', later);
    expect((await until(story, 5)).filter((line) => line.includes('boss'))).toHaveLength(1);
  });

  it('by check, market and carrier', async () => {
    const story = await aListener({
      recipients: [
        { ...owner, id: 'traces', hears: { checks: ['trace-silent'] } },
        { ...owner, id: 'thailand', hears: { markets: ['TH'] } },
        { ...owner, id: 'yun', hears: { carriers: ['YUN EXPRESS'] } },
        { ...owner, id: 'evri', hears: { carriers: ['Evri'] } },
      ],
    });
    const at = before(story.clock.worldTime, hours(50));
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({
        id: '1',
        carrier: 'Yun Express',
        parcels: [],
        createdAt: at,
        collectedAt: at,
        updatedAt: story.clock.worldTime,
      }),
    );
    place(story, '2', before(story.clock.worldTime, hours(12)));
    const all = await until(story, 14);
    expect(all.toSorted()).toEqual([
      '14 email/evri: opened confirm-due-soon',
      '14 email/traces: opened trace-gap-48',
      '14 email/yun: opened confirm-due-soon',
      '14 email/yun: opened trace-gap-48',
    ]);
  });

  it('late: what nobody has dealt with in time, then everything of it, its end included', async () => {
    const story = await aListener({ recipients: [owner, { ...owner, id: 'boss', hears: { unattended: hours(6) } }] });
    const first = before(story.clock.worldTime, hours(12));
    place(story, '1', first);
    place(story, '2', first);
    expect(await until(story, 15)).toEqual([
      '14 email:en: opened confirm-due-soon',
      '14 email:en: opened confirm-due-soon',
    ]);
    confirm(story, '2', first);
    expect(await until(story, 21)).toEqual([
      '16 email:en: resolved confirm-due-soon',
      '20 email/boss: reminded confirm-due-soon',
    ]);
    expect(await until(story, 2)).toEqual([
      '2 email:en: escalated confirm-overdue',
      '2 email/boss: escalated confirm-overdue',
    ]);
    confirm(story, '1', first);
    expect(await until(story, 3)).toEqual([
      '3 email:en: resolved confirm-overdue',
      '3 email/boss: resolved confirm-overdue',
    ]);
  });
});

it('a report that was asked for waits for no morning', async () => {
  const story = new SweepStory(aShop({ quietHours: { from: '00:00', to: '23:59' }, recipients: [owner] }));
  place(story, '1', before(story.clock.worldTime, hours(13)));
  await story.sweep();
  expect(story.lastNotice()).toMatchObject({ kind: 'first-look' });
  expect(heard(story)).toEqual(['email:en: opened confirm-due-soon']);
  expect(await until(story, 23)).toEqual([]);
});
