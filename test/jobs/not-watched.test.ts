import { describe, expect, it } from 'vitest';
import { unwatchedRuleIds } from '../../shared/domain/not-watched.ts';
import { after, hours, iso, minutes } from '../../shared/domain/time.ts';
import type { SweepOutcome } from '../../shared/jobs/sweep.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { Crash } from '../support/crash-plan.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

/** Its pack knows no clock of its market, so TikTok's own fields are all there is. */
const shop = aShop({
  packs: ['eu'],
  credentials: [{ id: 'erp', name: 'ERP link', kind: 'api-key' }],
});
const watched: ReadonlySet<string> = new Set(['confirm-by', 'deliver-by', 'trace-silent', 'credential-expiry']);

/** Of the checks that this is about; the others may come and go. */
function counted({ runs }: SweepOutcome): readonly string[] {
  return (runs.at(-1)?.record.notWatched ?? [])
    .filter(({ check }) => watched.has(check))
    .map(({ check, because, count }) => `${check}: ${because} ${count}`);
}

function aStory(orders: number): SweepStory {
  const story = new SweepStory(shop);
  story.script.pageSize = 7;
  for (let index = 0; index < orders; index += 1) {
    const id = `order-${String(index).padStart(2, '0')}`;
    story.tiktok.upsert(shop.id, anOrder({ id, updatedAt: hoursAgo(40 - index) }));
  }
  return story;
}

describe('what nobody can watch', () => {
  it('is counted for every open order once, and for every key', async () => {
    const story = aStory(3);
    const silent = anOrderInTransit({ id: 'silent', collectedAt: undefined });
    story.tiktok.upsert(shop.id, silent);
    story.tiktok.upsert(shop.id, aDeliveredOrder({ id: 'closed' }));
    story.tiktok.upsert(shop.id, anOrder({ id: 'old', createdAt: daysAgo(61), updatedAt: hoursAgo(1) }));
    const all = [
      'deliver-by: no-deadline-known 4',
      'confirm-by: no-deadline-known 3',
      'credential-expiry: issue-date-missing 1',
      'trace-silent: never-scanned 1',
    ];
    expect(counted(await story.sweep())).toEqual(all);
    // Nothing has changed: all of them are judged in the review.
    expect(counted(await story.sweepAfter(hours(1)))).toEqual(all);
    // One has changed and is judged on its page.
    story.tiktok.upsert(shop.id, anOrder({ id: 'order-00', updatedAt: after(now, minutes(90)), carrier: 'Evri' }));
    expect(counted(await story.sweepAfter(hours(1)))).toEqual(all);
    // One now has a deadline of TikTok's own.
    const dated = { rts_sla_time: after(now, hours(90)), delivery_sla_time: after(now, hours(90)) };
    story.tiktok.upsert(shop.id, anOrder({ id: 'order-01', updatedAt: after(now, minutes(150)), platform: dated }));
    expect(counted(await story.sweepAfter(hours(1)))).toEqual([
      'deliver-by: no-deadline-known 3',
      'confirm-by: no-deadline-known 2',
      ...all.slice(2),
    ]);
  });

  it('is not told by a sweep that did not get through', async () => {
    const story = aStory(3);
    await story.sweep();
    story.script.searchFailure = { pages: 0, error: new Transient('order search: HTTP 504') };
    const { runs } = await story.sweepAfter(hours(1));
    expect(runs[0]?.record).toMatchObject({ state: 'failed' });
    expect(runs[0]?.record).not.toHaveProperty('notWatched');
  });

  it('is the same when the sweep takes several steps', async () => {
    const [whole, parts] = [aStory(40), aStory(40)];
    const wall = parts.clock.wall.bind(parts.clock);
    // Every look at the clock costs a minute: a step of twelve gets a few pages further.
    parts.clock.wall = () => {
      parts.clock.wallTime = after(parts.clock.wallTime, minutes(1));
      return wall();
    };
    const first = { v: 1, kind: 'sweep', shop: shop.id, run: iso(now), step: 0 } as const;
    let outcome = await parts.receive(first, minutes(12));
    let steps = 1;
    for (; outcome.state === 'continued' && steps < 60; steps += 1) {
      outcome = await parts.receive(parts.outbox.sweeps.at(-1) ?? first, minutes(12));
    }
    expect(steps).toBeGreaterThan(3);
    expect(counted(outcome)).toEqual(counted(await whole.sweep()));
    expect(counted(outcome)).toContain('deliver-by: no-deadline-known 40');
  });

  it('is the same when the function dies at any point', async () => {
    const undisturbed = aStory(9);
    undisturbed.plan.revive();
    const expected = counted(await undisturbed.sweep());
    const { points } = undisturbed.plan;
    expect(expected).toContain('deliver-by: no-deadline-known 9');
    for (let point = 1; point < points; point += 1) {
      const story = aStory(9);
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(story.sweep()).rejects.toThrow(Crash);
      story.plan.revive();
      const outcome = await story.sweep();
      // Once the watch says that all was handed over, the repeat has nothing to do.
      if (outcome.runs.length > 0) expect(counted(outcome), `crash at point ${point}`).toEqual(expected);
    }
  });
});

describe('the first look', () => {
  it('says it once, with the rules that no check watches, in every language', async () => {
    const story = aStory(3);
    await story.sweep();
    const told = story.outbox.notices.map(({ channel, notWatched }) => ({ channel: channel.id, notWatched }));
    expect(told.map(({ channel }) => channel)).toEqual(['email:en', 'email:zh-CN']);
    for (const { notWatched } of told) {
      expect(notWatched?.checks.filter(({ check }) => watched.has(check))).toEqual([
        { check: 'confirm-by', stage: 'confirm-overdue', kind: 'order', because: 'no-deadline-known', count: 3 },
        { check: 'deliver-by', stage: 'delivery-late-counted', kind: 'order', because: 'no-deadline-known', count: 3 },
        {
          check: 'credential-expiry',
          stage: 'credential-expiring-1',
          kind: 'credential',
          because: 'issue-date-missing',
          count: 1,
        },
      ]);
      expect(notWatched?.rules.flatMap(({ rules }) => rules).toSorted()).toEqual(unwatchedRuleIds.toSorted());
    }
    story.outbox.notices.length = 0;
    story.tiktok.upsert(shop.id, anOrder({ id: 'late', updatedAt: now, platform: { rts_sla_time: hoursAgo(1) } }));
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()?.lines.length).toBeGreaterThan(0);
    expect(story.lastNotice()).not.toHaveProperty('notWatched');
  });
});
