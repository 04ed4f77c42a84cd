import { describe, expect, it } from 'vitest';
import { after, hours, iso, minutes } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

/** A first look, then an hour in which something of every kind happens. */
async function anEventfulHour(): Promise<SweepStory> {
  const story = new SweepStory();
  const { shop, tiktok, script } = story;
  script.pageSize = 2;
  tiktok.upsert(shop.id, anOrder({ id: 'late', createdAt: hoursAgo(25), updatedAt: hoursAgo(25) }));
  tiktok.upsert(shop.id, anOrder({ id: 'fine', createdAt: hoursAgo(3), updatedAt: hoursAgo(3) }));
  tiktok.upsert(shop.id, anOrder({ id: 'soon', createdAt: hoursAgo(23.5), updatedAt: hoursAgo(23) }));
  tiktok.upsert(shop.id, anOrderInTransit({ id: 'silent', collectedAt: hoursAgo(47.5), updatedAt: hoursAgo(47) }));
  tiktok.upsert(shop.id, anOrderInTransit({ id: 'gap', collectedAt: hoursAgo(71.5), updatedAt: hoursAgo(71) }));
  tiktok.upsert(
    shop.id,
    anOrderAwaitingCollection({
      id: 'unpicked',
      createdAt: daysAgo(4),
      confirmedAt: daysAgo(3),
      updatedAt: daysAgo(3),
    }),
  );
  tiktok.upsert(shop.id, anOrder({ id: 'old', createdAt: daysAgo(59.99), updatedAt: daysAgo(59) }));
  await story.sweep();
  story.outbox.notices.length = 0;
  story.outbox.remediations.length = 0;
  const moment = after(now, minutes(30));
  tiktok.upsert(shop.id, aDeliveredOrder({ id: 'late', createdAt: hoursAgo(25), updatedAt: moment }));
  tiktok.upsert(shop.id, aDeliveredOrder({ id: 'fine', createdAt: hoursAgo(3), updatedAt: moment }));
  tiktok.upsert(shop.id, anOrder({ id: 'new', createdAt: moment, updatedAt: moment }));
  script.malformed = [{ id: 'unreadable', updatedAt: moment, paths: ['orders[3].status'] }];
  story.clock.advance(hours(1));
  return story;
}

/** What may be seen from outside, whatever happened on the way. */
function endState(story: SweepStory): unknown {
  const { shop, book, outbox, watches } = story;
  const unique = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [
    ...new Map(items.map((item) => [item.id, item])).values(),
  ];
  return {
    open: book.open(shop.id),
    shelved: book.shelved(shop.id),
    watch: watches.peek(shop.id),
    notices: unique(outbox.notices).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    remediations: unique(outbox.remediations),
  };
}

async function sweepUntilDone(story: SweepStory): Promise<number> {
  let deaths = 0;
  for (;;) {
    try {
      await story.receive({ v: 1, kind: 'sweep', shop: story.shop.id, run: iso(story.clock.worldTime), step: 0 });
      return deaths;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      deaths += 1;
      story.plan.revive();
    }
  }
}

describe('killed before or after any input or output', () => {
  it('a repeated message ends in the same state, with everything handed over and nothing different said', async () => {
    const undisturbed = await anEventfulHour();
    undisturbed.plan.revive();
    await sweepUntilDone(undisturbed);
    const { points } = undisturbed.plan;
    const expected = endState(undisturbed);
    expect(points).toBeGreaterThan(60);
    expect(undisturbed.outbox.notices[0]?.counts).toMatchObject({ opened: 1, escalated: 2, quarantined: 1 });
    for (let point = 1; point <= points; point += 1) {
      const story = await anEventfulHour();
      story.plan.revive();
      story.plan.crashAt(point);
      expect(await sweepUntilDone(story), `crash at point ${point}`).toBe(1);
      expect(endState(story), `crash at point ${point}`).toEqual(expected);
    }
  });

  it('when the next hour comes before the repeat, its message finishes the run first', async () => {
    const undisturbed = await anEventfulHour();
    await undisturbed.sweep();
    await undisturbed.sweepAfter(hours(1));
    const expected = endState(undisturbed);
    const probe = await anEventfulHour();
    probe.plan.revive();
    await probe.sweep();
    for (let point = 1; point <= probe.plan.points; point += 3) {
      const story = await anEventfulHour();
      const run = iso(story.clock.worldTime);
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(story.sweep()).rejects.toThrow(Crash);
      story.plan.revive();
      const begun =
        story.watches.peek(story.shop.id)?.run?.id === run ||
        story.watches.peek(story.shop.id)?.handedOver?.run === run;
      const outcome = await story.sweepAfter(hours(1));
      expect(outcome.runs.at(-1)?.run).toBe(iso(story.clock.worldTime));
      // A run that never began is simply made up for by the next one.
      if (begun) expect(endState(story), `crash at point ${point}`).toEqual(expected);
    }
  });

  it('a revived twin that lost the lease cannot write the watch', async () => {
    const story = await anEventfulHour();
    const twin = story.sweep();
    const other = story.sweep();
    const outcomes = await Promise.allSettled([twin, other]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.status === 'rejected' && lost[0].reason).toBeInstanceOf(Transient);
  });
});

describe('when the world moves between the crash and the repeat', () => {
  it('what was said stays said, and the change is told by the next sweep', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    await story.begin();
    const { shop, tiktok, clock } = story;
    const moment = clock.worldTime;
    tiktok.upsert(
      shop.id,
      anOrderInTransit({ id: 'stale', createdAt: moment, collectedAt: daysAgo(4), updatedAt: moment }),
    );
    story.plan.refuseNext('runLog.record', new Crash('died after the hand-over'));
    await expect(story.sweep()).rejects.toThrow(Crash);
    story.script.traces.set('stale', { scans: [clock.worldTime] });
    await story.sweep();
    expect(new Set(story.heard())).toEqual(new Set(['opened tracking-stale']));
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved tracking-stale']);
  });
});
