import { describe, expect, it } from 'vitest';
import { after, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { settleDepartures } from '../../shared/jobs/depart.ts';
import { aSeller, someCredentials } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { FakeSellers } from '../support/fake-sellers.ts';
import { now } from '../support/moments.ts';

/** A watched shop whose authorization TikTok refuses from now on, with or without having said why. */
async function aRefusal({ isAnnounced = true } = {}): Promise<SweepStory> {
  const story = new SweepStory();
  await story.begin();
  if (isAnnounced) await announce(story);
  refuse(story);
  return story;
}

function announce(story: SweepStory): Promise<void> {
  return story.hints.noteDeauthorization({ shop: story.shop.id, at: story.clock.wallTime });
}

function refuse(story: SweepStory): void {
  story.script.refused = true;
  story.script.credentials = { ...someCredentials(), refusedSince: story.clock.worldTime };
}

function consent(story: SweepStory): void {
  story.script.refused = false;
  story.script.credentials = someCredentials({ consentedAt: story.clock.wallTime });
}

function depart(story: SweepStory) {
  const sellers = new FakeSellers();
  sellers.seed(aSeller, story.script.credentials);
  return settleDepartures({ shops: story.shops, watches: story.watches, sellers, clock: story.clock });
}

async function leavingOf(story: SweepStory) {
  return (await story.shops.read(story.shop.id))?.leaving;
}

const withdrawn = 'authorization-withdrawn';

describe('a seller who takes the authorization away', () => {
  it('is told once until when the data stays; then the watch ends', async () => {
    const story = await aRefusal();
    const begun = story.clock.wallTime;
    await story.sweep();
    expect(story.shopFindings()).toContain(`credential-expiry/${withdrawn}`);
    const told = story.lastNotice()?.lines[0];
    expect(told).toMatchObject({ stage: withdrawn, severity: 'critical', facts: { leavesAt: after(begun, days(7)) } });
    expect(story.heard()).toEqual([`opened ${withdrawn}`]);
    await story.sweepAfter(hours(1));
    await announce(story);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    expect(await depart(story)).toEqual({ left: 1, stayed: 0 });
    expect(await leavingOf(story)).toEqual({ since: begun, until: after(begun, days(7)) });
    expect(await story.sweepAfter(hours(1))).toMatchObject({ state: 'paused' });
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });
  });

  it('is told worse where a refusal was told before TikTok said why', async () => {
    const story = await aRefusal({ isAnnounced: false });
    await story.sweep();
    story.clock.advance(minutes(5));
    await announce(story);
    await story.sweep();
    expect(story.heard()).toEqual(['opened token-refresh-failing', `escalated ${withdrawn}`]);
  });

  it('is heard when the authorization is given anew, before the shop leaves or after', async () => {
    const story = await aRefusal();
    await story.sweep();
    consent(story);
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([`opened ${withdrawn}`, `resolved ${withdrawn}`]);
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });

    story.clock.advance(days(1));
    await announce(story);
    refuse(story);
    await story.sweep();
    expect(await depart(story)).toEqual({ left: 1, stayed: 0 });
    consent(story);
    expect(await depart(story)).toEqual({ left: 0, stayed: 1 });
    expect(await leavingOf(story)).toBeUndefined();
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([`reopened ${withdrawn}`, `resolved ${withdrawn}`]);
  });
});

describe('nobody leaves', () => {
  async function stays(story: SweepStory): Promise<void> {
    await story.sweepAfter(hours(1));
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });
    expect(story.shopFindings()).not.toContain(`credential-expiry/${withdrawn}`);
  }

  it('for a refusal that TikTok says nothing of', async () => {
    const story = await aRefusal({ isAnnounced: false });
    await stays(story);
    expect(story.heard()).toEqual(['opened token-refresh-failing']);
  });

  it('for a notification alone, nor for one that comes after a new consent, nor when later a key is refused', async () => {
    const story = new SweepStory();
    await story.begin();
    await announce(story);
    await stays(story);
    refuse(story);
    await stays(story);
    expect(story.heard()).toEqual(['opened token-refresh-failing']);
  });

  it('for one that the seller has consented since, though nothing was ever read with the new tokens', async () => {
    const story = await aRefusal();
    consent(story);
    const { consentedAt } = story.script.credentials;
    refuse(story);
    story.script.credentials = { ...story.script.credentials, ...(consentedAt !== undefined && { consentedAt }) };
    await stays(story);
  });

  it('while TikTok only cannot be reached', async () => {
    const story = await aRefusal();
    story.script.refused = false;
    story.script.transient = 'token refresh: timed out';
    await stays(story);
  });

  it('in a first look, and in a world whose time was given', async () => {
    const story = new SweepStory();
    await announce(story);
    refuse(story);
    await stays(story);
    const other = await aRefusal();
    const run = iso(other.clock.worldTime);
    await other.receive({ v: 1, kind: 'sweep', shop: other.shop.id, run, step: 0, now: other.clock.worldTime });
    expect(other.shopFindings()).toContain('credential-expiry/token-refresh-failing');
  });
});

describe('its people', () => {
  it('who resume it are obeyed, and so are those who changed it meanwhile', async () => {
    const story = await aRefusal();
    await story.sweep();
    const watched = story.shops.read.bind(story.shops);
    story.plan.revive();
    await depart(story);
    const written = story.plan.passed.indexOf('before shops.change') + 1;
    expect(written).toBeGreaterThan(0);
    const { leaving: _, ...resumed } = (await watched(story.shop.id)) ?? story.shop;
    story.shops.put(resumed);
    await story.sweepAfter(hours(1));
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });

    story.shops.put(story.shop);
    story.plan.revive();
    story.plan.meanwhileAt(written, () => story.shops.put({ ...story.shop, name: 'renamed' }));
    expect(await depart(story)).toEqual({ left: 0, stayed: 0 });
    expect(await watched(story.shop.id)).toEqual({ ...story.shop, name: 'renamed' });
    expect(await depart(story)).toEqual({ left: 1, stayed: 0 });
  });
});

describe('killed anywhere', () => {
  it('a sweep tells of it all the same, once, and the shop leaves only when it has told', async () => {
    const probe = await aRefusal();
    probe.plan.revive();
    await probe.sweep();
    const { points } = probe.plan;
    const expected = new Set(probe.outbox.notices.map(({ id }) => id));
    for (let point = 1; point <= points; point += 1) {
      const story = await aRefusal();
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(story.sweep()).rejects.toThrow(Crash);
      story.plan.revive();
      const isOver = story.watches.peek(story.shop.id)?.handedOver?.run === iso(story.clock.worldTime);
      expect((await depart(story)).left, `point ${point}`).toBe(isOver ? 1 : 0);
      await story.sweep();
      await depart(story);
      expect(new Set(story.outbox.notices.map(({ id }) => id)), `point ${point}`).toEqual(expected);
      expect((await leavingOf(story))?.until, `point ${point}`).toBe(after(after(now, hours(1)), days(7)));
    }
  });

  it('the departure is begun by the next round, or was begun already', async () => {
    const probe = await aRefusal();
    await probe.sweep();
    probe.plan.revive();
    await depart(probe);
    const { points } = probe.plan;
    for (let point = 1; point <= points; point += 1) {
      const story = await aRefusal();
      await story.sweep();
      story.plan.revive();
      story.plan.crashAt(point);
      await depart(story).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      story.plan.revive();
      await depart(story);
      expect(await leavingOf(story), `point ${point}`).toBeDefined();
    }
  });
});
