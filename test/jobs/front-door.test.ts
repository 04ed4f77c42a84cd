import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { days, hours, iso, after } from '../../shared/domain/time.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { Door } from '../support/a-door.ts';

const id = '578230114599817301';
// In Brazil the article knows no promise of delivery, so that the trace alone is spoken of.
const settings = { market: 'BR', lookEvery: days(30) } as const;
const reminding = { ...settings, remindAfter: { warning: hours(6), critical: hours(6) } } as const;

let story: SweepStory;
let door: Door;
let line: NoticeLine;

/** A parcel that has been silent for 49 hours, and the line that told of it. */
async function aGap(changes: Partial<Shop> = reminding): Promise<void> {
  story = new SweepStory(aShop(changes));
  door = new Door(story);
  await story.begin();
  const collected = story.clock.worldTime;
  const order = anOrderInTransit({ createdAt: collected, collectedAt: collected, updatedAt: collected });
  story.tiktok.upsert(story.shop.id, order, { scans: [collected] });
  for (let hour = 0; hour <= 49; hour += 1) await story.sweepAfter(hours(1));
  line = story.lastNotice()?.lines[0] as NoticeLine;
  expect(story.heard()).toEqual(['opened trace-gap-48']);
}
beforeEach(() => aGap());

async function sweeps(count: number): Promise<readonly string[]> {
  for (let hour = 0; hour < count; hour += 1) await story.sweepAfter(hours(1));
  return story.heard();
}

function stateNow(): string | undefined {
  return story.book.open(story.shop.id)[0]?.findings[0]?.state;
}

describe('a link to acknowledge', () => {
  it('shows what it will do, and changes nothing however often it is fetched', async () => {
    const path = door.pathFor(line, 'acknowledge');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const shown = await door.get(path, method);
      expect(shown).toMatchObject({ is: 'form', form: { action: 'acknowledge', line: { order: id } } });
    }
    expect(story.acts.peek(story.shop.id)).toEqual([]);
    expect(await sweeps(7)).toEqual(['reminded trace-gap-48']);
  });

  it('is honoured by the next sweep: no reminder until it gets worse', async () => {
    expect(await door.send(door.pathFor(line, 'acknowledge'), { by: 'Li Wei' })).toMatchObject({ is: 'accepted' });
    expect(story.acts.peek(story.shop.id)).toMatchObject([
      { kind: 'acknowledge', by: 'Li Wei', finding: { episode: 1 } },
    ]);
    expect(await sweeps(20)).toEqual([]);
    expect(stateNow()).toBe('acknowledged');
    expect(await sweeps(4)).toEqual(['escalated tracking-stale']);
    expect(stateNow()).toBe('open');
  });

  it('is not undone and not done again by the sweeps that follow an escalation', async () => {
    await door.send(door.pathFor(line, 'acknowledge'));
    await sweeps(24);
    expect(await sweeps(7)).toEqual(['reminded tracking-stale']);
  });

  it('tells of the end all the same', async () => {
    await door.send(door.pathFor(line, 'acknowledge'));
    await sweeps(1);
    story.script.traces.set(id, { scans: [story.clock.worldTime] });
    expect(await sweeps(1)).toEqual(['resolved trace-gap-48']);
  });

  it('acts once: sent again, by whomever, it says who was first', async () => {
    const path = door.pathFor(line, 'acknowledge');
    await door.send(path, { by: 'Li Wei' });
    const again = await door.send(path, { by: 'Mallory' });
    expect(again).toMatchObject({ is: 'done', replayed: true, act: { by: 'Li Wei' } });
    expect(await door.get(path)).toMatchObject({ is: 'done', replayed: false, act: { by: 'Li Wei' } });
    expect(story.acts.peek(story.shop.id)).toHaveLength(1);
  });

  it('of two people who send at once one acts', async () => {
    const path = door.pathFor(line, 'acknowledge');
    const both = await Promise.all([door.send(path, { by: 'one' }), door.send(path, { by: 'two' })]);
    expect(both.map(({ is }) => is).toSorted()).toEqual(['accepted', 'done']);
  });

  it('is sent by its own page alone', async () => {
    const path = door.pathFor(line, 'acknowledge');
    for (const proof of ['', 'proof', `proof ${story.clock.wallTime} another`]) {
      expect(await door.post(path, { proof })).toMatchObject({ is: 'form', form: { wrong: 'stale-form' } });
    }
    expect(story.acts.peek(story.shop.id)).toEqual([]);
  });

  it.each([
    ['of another episode', { finding: { check: 'trace-silent', subject: { kind: 'order', id }, episode: 2 } }, 'over'],
    [
      'of another order',
      { finding: { check: 'trace-silent', subject: { kind: 'order', id: '1' }, episode: 1 } },
      'over',
    ],
    ['of a shop that is gone', { shop: '77' }, 'expired'],
    ['that is too old', { expiresAt: after(0 as never, days(1)) }, 'expired'],
  ] as const)('%s changes nothing', async (_, changes, is) => {
    const path = door.pathFor(line, 'acknowledge', changes);
    expect(await door.get(path)).toMatchObject({ is });
    expect(await door.post(path, {})).toMatchObject({ is });
    expect(story.acts.peek(story.shop.id)).toEqual([]);
  });

  it('is over when the finding is', async () => {
    story.script.traces.set(id, { scans: [story.clock.worldTime] });
    await sweeps(1);
    expect(await door.send(door.pathFor(line, 'acknowledge'))).toMatchObject({ is: 'over' });
  });

  it('is no link of ours when nobody signed it', async () => {
    expect(await door.get('/act/forged')).toEqual({ is: 'refused' });
    expect(await door.post('/act/forged', {})).toEqual({ is: 'refused' });
    expect(await door.get('/act/')).toEqual({ is: 'refused' });
    expect(await door.get('/')).toEqual({ is: 'not-found' });
    expect(await door.get('/act/forged', 'DELETE')).toMatchObject({ is: 'wrong-method' });
  });
});

describe('a snooze', () => {
  beforeEach(() => aGap(settings));
  const snooze = (fields: Readonly<Record<string, string>>) => door.send(door.pathFor(line, 'snooze'), fields);

  it('of one order keeps it silent until its time, and then tells it again', async () => {
    await snooze({ scope: 'subject', until: '4h' });
    expect(await sweeps(3)).toEqual([]);
    expect(await sweeps(1)).toEqual(['reminded trace-gap-48']);
    expect(await sweeps(1)).toEqual([]);
  });

  it('of one order lets through what becomes critical', async () => {
    await snooze({ scope: 'subject', until: '3d' });
    expect(await sweeps(24)).toEqual(['escalated tracking-stale']);
  });

  it.each(['carrier', 'lane', 'shop'])(
    'of a %s keeps it silent, and says in one notice what has become of it',
    async (scope) => {
      await snooze({ scope, until: '3d' });
      expect(await sweeps(71)).toEqual([]);
      expect(story.outbox.remediations).toEqual([]);
      expect(await sweeps(1)).toEqual(['escalated tracking-stale']);
      expect(story.outbox.remediations).toHaveLength(1);
    },
  );

  it('of another carrier changes nothing', async () => {
    const act = { id: 'x', at: story.clock.worldTime, via: 'email:en', kind: 'snooze' } as const;
    const finding = { check: 'trace-silent', subject: { kind: 'order', id }, episode: 1 } as const;
    const until = after(story.clock.worldTime, days(3));
    await story.acts.record(story.shop.id, { ...act, finding, until, scope: { kind: 'carrier', carrier: 'Another' } });
    expect(await sweeps(24)).toEqual(['escalated tracking-stale']);
  });

  it.each([
    ['no time', { until: '' }, 'until-missing'],
    ['a length that nobody offers', { until: '90d' }, 'until-missing'],
    ['no moment', { until: 'at', at: 'tomorrow' }, 'until-missing'],
    ['a moment that has passed', { until: 'at', at: '2025-01-01T09:00' }, 'until-past'],
    ['a moment too far ahead', { until: 'at', at: '2027-01-01T09:00' }, 'until-too-late'],
  ])('with %s is asked again, naming what is wrong', async (_, fields, wrong) => {
    expect(await snooze(fields)).toMatchObject({ is: 'form', form: { wrong, sent: fields } });
    expect(story.acts.peek(story.shop.id)).toEqual([]);
  });

  it('takes a moment by the clock of the shop’s people', async () => {
    const asked = after(story.clock.worldTime, hours(5));
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: story.shop.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    await snooze({ until: 'at', at: local.format(asked).replace(' ', 'T') });
    expect(story.acts.peek(story.shop.id)).toMatchObject([{ kind: 'snooze', until: asked }]);
  });
});

describe('further answers', () => {
  it('a ticket is kept, and counts as taken on', async () => {
    expect(await door.send(door.pathFor(line, 'filed'), { ticket: '' })).toMatchObject({
      form: { wrong: 'ticket-missing' },
    });
    await door.send(door.pathFor(line, 'filed'), { ticket: ' T-4711 ' });
    expect(story.acts.peek(story.shop.id)).toMatchObject([{ kind: 'filed', ticket: 'T-4711' }]);
    expect(await sweeps(20)).toEqual([]);
    expect(stateNow()).toBe('acknowledged');
  });

  it('what is no problem is silent until it gets worse', async () => {
    const send = (reason: string) => door.send(door.pathFor(line, 'not-a-problem'), { reason });
    expect(await send(' ')).toMatchObject({ form: { wrong: 'reason-missing' } });
    await send('a pallet that moves by ship');
    expect(await sweeps(20)).toEqual([]);
    expect(stateNow()).toBe('dismissed');
    expect(await sweeps(4)).toEqual(['escalated tracking-stale']);
  });

  it('a later date that the buyer agreed to is a deed of the order', async () => {
    const date = iso(after(story.clock.worldTime, days(5))).slice(0, 10);
    await door.send(door.pathFor(line, 'extended'), { date });
    const deeds = await story.deeds.find(story.shop.id, [id]);
    expect(iso(deeds.get(id)?.extendedUntil ?? (0 as never))).toContain(
      iso(after(story.clock.worldTime, days(6))).slice(0, 10),
    );
  });

  it('are offered by one link, each with a link of its own', async () => {
    const shown = await door.get(door.pathFor(line, 'choose'));
    if (shown.is !== 'choice') throw new Error(`got ${shown.is}`);
    expect(shown.links.map(({ action }) => action)).toEqual([
      'acknowledge',
      'snooze',
      'filed',
      'extended',
      'not-a-problem',
    ]);
    const [acknowledge] = shown.links;
    expect(await door.send(new URL(acknowledge?.href ?? '').pathname)).toMatchObject({ is: 'accepted' });
    expect(await door.post(door.pathFor(line, 'choose'), {})).toMatchObject({ is: 'wrong-method' });
  });
});

it('whatever call the door dies at, an act that is sent again is done once', async () => {
  for (const [action, fields] of [
    ['acknowledge', {}],
    ['extended', { date: '2026-01-25' }],
  ] as const) {
    await aGap();
    const shown = await door.get(door.pathFor(line, action));
    const proof = shown.is === 'form' ? shown.form.proof : '';
    story.plan.revive();
    await door.post(door.pathFor(line, action), { proof, ...fields });
    const { points } = story.plan;
    expect(points).toBeGreaterThan(8);
    for (let point = 1; point <= points; point += 1) {
      await aGap();
      const path = door.pathFor(line, action);
      const sent = { proof: await proofIn(path), ...fields };
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(door.post(path, sent)).rejects.toThrow(Crash);
      story.plan.revive();
      const outcome = await door.post(path, sent);
      expect(['accepted', 'done'], `point ${point}`).toContain(outcome.is);
      expect(story.acts.peek(story.shop.id), `point ${point}`).toHaveLength(1);
      const deeds = await story.deeds.find(story.shop.id, [id]);
      expect(deeds.get(id)?.extendedUntil !== undefined).toBe(action === 'extended');
    }
  }
});

async function proofIn(path: string): Promise<string> {
  const shown = await door.get(path);
  return shown.is === 'form' ? shown.form.proof : '';
}
