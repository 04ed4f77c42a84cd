import { describe, expect, it } from 'vitest';
import { after, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { lookUpIn, recheckIn, rowOf } from '../support/a-look-up.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrder, anOrderInTransit } from '../support/an-order.ts';
import { hoursAgo, now } from '../support/moments.ts';

const id = '578230114599817301';
const soon = after(now, minutes(30));

/** A shop whose first look is over, with one order that a sweep has judged an hour later. */
async function watching(order: ReturnType<typeof anOrder>, shop = aShop(), scans: readonly number[] = []) {
  const story = new SweepStory(shop);
  await story.begin();
  story.tiktok.upsert(shop.id, { ...order, id, updatedAt: soon }, { scans: scans as never });
  await story.sweep();
  return story;
}

const silent = anOrderInTransit({ createdAt: hoursAgo(90), confirmedAt: hoursAgo(89), collectedAt: hoursAgo(80) });

describe('between two sweeps', () => {
  it('says what has come to be since the last one, and that the next one tells of it', async () => {
    const story = await watching(anOrder({ createdAt: hoursAgo(10.5) }));
    expect(rowOf(await recheckIn(story, id), 'confirm-by')).toMatchObject({ verdict: { is: 'fine' }, next: null });
    story.clock.advance(minutes(40));
    const row = rowOf(await recheckIn(story, id), 'confirm-by');
    expect(row).toMatchObject({ verdict: { is: 'finding', stage: 'confirm-due-soon' }, open: null, next: 'opened' });
    await story.sweepAfter(minutes(20));
    expect(rowOf(await recheckIn(story, id), 'confirm-by')).toMatchObject({ open: 'confirm-due-soon', next: null });
  });

  it('names the next stage of what is found as its next review', async () => {
    const story = await watching(anOrder({ createdAt: hoursAgo(13) }));
    const { read } = await recheckIn(story, id);
    expect(read.review).toEqual({ at: iso(after(hoursAgo(13), hours(24))), check: 'confirm-by' });
  });

  it('does not call a trace silent that has to be asked for first', async () => {
    const story = await watching(silent, aShop(), [hoursAgo(46.5)]);
    const quiet = await recheckIn(story, id);
    expect(rowOf(quiet, 'trace-silent').verdict).toMatchObject({ is: 'fine', endangeredFrom: iso(hoursAgo(-1.5)) });
    expect(quiet.read.traceNext).toBe(iso(hoursAgo(-1.5)));
    story.clock.advance(minutes(40));
    const due = await recheckIn(story, id);
    expect(rowOf(due, 'trace-silent').verdict).toEqual({ is: 'unknown', because: 'trace-not-read' });
    expect(due.read.traceNext).toBe(due.now);
    await story.sweepAfter(minutes(20));
    const told = rowOf(await recheckIn(story, id), 'trace-silent');
    expect(told).toMatchObject({ verdict: { is: 'finding', stage: 'trace-gap-48' }, next: null });
  });

  it('and nor does it where TikTok has refused the traces', async () => {
    const story = await watching(silent);
    expect(rowOf(await recheckIn(story, id), 'trace-silent').verdict.is).toBe('finding');
    story.script.traceFailures.set('*', new Transient('HTTP 503'));
    await story.sweepAfter(hours(1));
    await story.sweepAfter(hours(5));
    const row = rowOf(await recheckIn(story, id), 'trace-silent');
    expect(row).toMatchObject({
      verdict: { is: 'unknown', because: 'trace-not-read' },
      open: 'tracking-stale',
      next: null,
    });
  });
});

describe('what people do counts at once', () => {
  it('an extension the next sweep will count with', async () => {
    const story = await watching(anOrderInTransit({ createdAt: hoursAgo(6 * 24), collectedAt: hoursAgo(3) }));
    expect(rowOf(await recheckIn(story, id), 'deliver-by').open).toBe('delivery-overdue');
    const value = after(story.clock.worldTime, days(4));
    await story.deeds.write(story.shop.id, [
      { order: id, kind: 'extendedUntil', value, at: story.clock.worldTime, by: 'Li Wei' },
    ]);
    const recheck = await recheckIn(story, id);
    expect(rowOf(recheck, 'deliver-by')).toMatchObject({
      verdict: { is: 'fine', deadline: { at: iso(value), source: { kind: 'extension' } } },
      next: 'resolved',
    });
    expect(recheck.deeds).toMatchObject([{ kind: 'extendedUntil', value: iso(value), by: 'Li Wei' }]);
  });

  it('a snooze keeps it silent, by its id', async () => {
    const story = await watching(silent);
    const finding = { check: 'trace-silent', subject: { kind: 'order', id }, episode: 1 } as const;
    const until = after(story.clock.worldTime, days(1));
    const scope = { kind: 'subject', subject: finding.subject } as const;
    const at = story.clock.worldTime;
    await story.acts.record(story.shop.id, { id: 's1', at, via: 'email:en', kind: 'snooze', finding, scope, until });
    const recheck = await recheckIn(story, id);
    expect(recheck.findings[0]?.heard).toMatchObject({ by: [], silent: { because: 'silenced', by: 'snooze/s1' } });
    expect(recheck.deeds).toMatchObject([{ kind: 'snooze', by: 'email:en' }]);
  });
});

describe('who hears of it', () => {
  it('those who sleep hear later, those who listen to other things do not', async () => {
    const recipients = [
      { address: 'owner@shop.example', locale: 'en' },
      { id: 'boss', address: 'boss@shop.example', locale: 'en', hears: { severity: 'critical' } },
      { id: 'night', address: 'night@shop.example', locale: 'en', quietHours: { from: '00:00', to: '23:59' } },
    ] as const;
    const story = await watching(anOrder({ createdAt: hoursAgo(13) }), aShop({ recipients }));
    const [finding] = (await recheckIn(story, id)).findings;
    expect(finding?.heard).toEqual({ by: ['email:en'], later: ['email/night'], notBy: ['email/boss'], silent: null });
  });
});

describe('what the watch cannot know', () => {
  it('says so of everything while TikTok was not heard to the end', async () => {
    const story = await watching(anOrder({ createdAt: hoursAgo(13) }));
    story.script.searchFailure = { pages: 0, error: new Transient('HTTP 503') };
    await story.sweepAfter(hours(1));
    const row = rowOf(await recheckIn(story, id), 'confirm-by');
    expect(row).toMatchObject({ verdict: { is: 'unknown', because: 'pull-incomplete' }, open: 'confirm-due-soon' });
  });

  it('an order in quarantine, with the paths, and one that nobody knows', async () => {
    const story = new SweepStory();
    await story.quarantine.put(story.shop.id, [{ order: id, run: 'r', paths: ['packages[0].id'] }], now);
    expect(await lookUpIn(story, id)).toEqual({ is: 'quarantined', paths: ['packages[0].id'] });
    expect(await lookUpIn(story, '578230114599817399')).toEqual({ is: 'unknown' });
  });
});
