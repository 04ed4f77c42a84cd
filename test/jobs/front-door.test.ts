import { beforeEach, describe, expect, it } from 'vitest';
import { days, hours, iso, after } from '../../shared/domain/time.ts';
import { Gap, gapOrder as id } from '../support/a-gap.ts';
import { Crash } from '../support/crash-plan.ts';

const reminding = { remindAfter: { warning: hours(6), critical: hours(6) } } as const;

let gap: Gap;
beforeEach(async () => {
  gap = await Gap.open(reminding);
});

describe('a link to acknowledge', () => {
  it('shows what it will do, and changes nothing however often it is fetched', async () => {
    const path = gap.door.pathFor(gap.line, 'acknowledge');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const shown = await gap.door.get(path, method);
      expect(shown).toMatchObject({ is: 'form', form: { action: 'acknowledge', line: { order: id } } });
    }
    expect(gap.acts).toEqual([]);
    expect(await gap.sweeps(7)).toEqual(['reminded trace-gap-48']);
  });

  it('is honoured by the next sweep: no reminder until it gets worse', async () => {
    expect(await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'), { by: 'Li Wei' })).toMatchObject({
      is: 'accepted',
    });
    expect(gap.acts).toMatchObject([{ kind: 'acknowledge', by: 'Li Wei', finding: { episode: 1 } }]);
    expect(await gap.sweeps(20)).toEqual([]);
    expect(gap.state).toBe('acknowledged');
    expect(await gap.sweeps(4)).toEqual(['escalated tracking-stale']);
    expect(gap.state).toBe('open');
  });

  it('is not undone and not done again by the sweeps that follow an escalation', async () => {
    await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'));
    await gap.sweeps(24);
    expect(await gap.sweeps(7)).toEqual(['reminded tracking-stale']);
  });

  it('does not take on what whoever pressed it was not shown', async () => {
    const path = gap.door.pathFor(gap.line, 'acknowledge');
    const proof = await proofIn(path);
    await gap.sweeps(24);
    expect(await gap.door.post(path, { proof })).toMatchObject({ form: { wrong: 'stale-form' } });
    const { line, story } = gap;
    const finding = { check: line.check, subject: line.subject, episode: 1 };
    const act = { kind: 'acknowledge', id: 'late', at: story.clock.worldTime, via: 'email:en', finding } as const;
    await story.acts.record(story.shop.id, { ...act, ...(line.handle && { seen: line.handle.at }) });
    expect(await gap.sweeps(7)).toEqual(['reminded tracking-stale']);
  });

  it('tells of the end all the same', async () => {
    await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'));
    await gap.sweeps(1);
    gap.story.script.traces.set(id, { scans: [gap.story.clock.worldTime] });
    expect(await gap.sweeps(1)).toEqual(['resolved trace-gap-48']);
  });

  it('acts once: sent again, by whomever, it says who was first', async () => {
    const path = gap.door.pathFor(gap.line, 'acknowledge');
    await gap.door.send(path, { by: 'Li Wei' });
    const again = await gap.door.send(path, { by: 'Mallory' });
    expect(again).toMatchObject({ is: 'done', replayed: true, act: { by: 'Li Wei' } });
    expect(await gap.door.get(path)).toMatchObject({ is: 'done', replayed: false, act: { by: 'Li Wei' } });
    expect(gap.acts).toHaveLength(1);
  });

  it('of two people who send at once one acts', async () => {
    const path = gap.door.pathFor(gap.line, 'acknowledge');
    const both = await Promise.all([gap.door.send(path, { by: 'one' }), gap.door.send(path, { by: 'two' })]);
    expect(both.map(({ is }) => is).toSorted()).toEqual(['accepted', 'done']);
  });

  it('is sent by its own page alone', async () => {
    const path = gap.door.pathFor(gap.line, 'acknowledge');
    for (const proof of ['', 'proof', `proof ${gap.story.clock.wallTime} another`]) {
      expect(await gap.door.post(path, { proof })).toMatchObject({ is: 'form', form: { wrong: 'stale-form' } });
    }
    expect(gap.acts).toEqual([]);
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
    const path = gap.door.pathFor(gap.line, 'acknowledge', changes);
    expect(await gap.door.get(path)).toMatchObject({ is });
    expect(await gap.door.post(path, {})).toMatchObject({ is });
    expect(gap.acts).toEqual([]);
  });

  it('is over when the finding is', async () => {
    gap.story.script.traces.set(id, { scans: [gap.story.clock.worldTime] });
    await gap.sweeps(1);
    expect(await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'))).toMatchObject({ is: 'over' });
  });

  it('is no link of ours when nobody signed it', async () => {
    expect(await gap.door.get('/act/forged')).toEqual({ is: 'refused' });
    expect(await gap.door.post('/act/forged', {})).toEqual({ is: 'refused' });
    expect(await gap.door.get('/act/')).toEqual({ is: 'refused' });
    expect(await gap.door.get('/')).toEqual({ is: 'not-found' });
    expect(await gap.door.get('/act/forged', 'DELETE')).toMatchObject({ is: 'wrong-method' });
  });
});

describe('further answers', () => {
  it('a ticket is kept, and counts as taken on', async () => {
    expect(await gap.door.send(gap.door.pathFor(gap.line, 'filed'), { ticket: '' })).toMatchObject({
      form: { wrong: 'ticket-missing' },
    });
    await gap.door.send(gap.door.pathFor(gap.line, 'filed'), { ticket: ' T-4711 ' });
    expect(gap.acts).toMatchObject([{ kind: 'filed', ticket: 'T-4711' }]);
    expect(await gap.sweeps(20)).toEqual([]);
    expect(gap.state).toBe('acknowledged');
  });

  it('what is no problem is silent until it gets worse', async () => {
    const send = (reason: string) => gap.door.send(gap.door.pathFor(gap.line, 'not-a-problem'), { reason });
    expect(await send(' ')).toMatchObject({ form: { wrong: 'reason-missing' } });
    await send('a pallet that moves by ship');
    expect(await gap.sweeps(20)).toEqual([]);
    expect(gap.state).toBe('dismissed');
    expect(await gap.sweeps(4)).toEqual(['escalated tracking-stale']);
  });

  it('a later date that the buyer agreed to is a deed of the order', async () => {
    const date = iso(after(gap.story.clock.worldTime, days(5))).slice(0, 10);
    await gap.door.send(gap.door.pathFor(gap.line, 'extended'), { date });
    const deeds = await gap.story.deeds.find(gap.story.shop.id, [id]);
    expect(iso(deeds.get(id)?.extendedUntil ?? (0 as never))).toContain(
      iso(after(gap.story.clock.worldTime, days(6))).slice(0, 10),
    );
  });

  it('of two later dates that are sent at once the recorded one holds', async () => {
    const path = gap.door.pathFor(gap.line, 'extended');
    await Promise.all(
      ['2026-01-25', '2026-01-26'].map(async (date) => gap.door.post(path, { proof: await proofIn(path), date })),
    );
    const [act] = gap.acts;
    if (act?.kind !== 'extended') throw new Error('nothing was recorded');
    const deeds = await gap.story.deeds.find(gap.story.shop.id, [id]);
    expect(deeds.get(id)?.extendedUntil).toBe(act.until);
  });

  it('the ticket of an appeal can be noted while its case is open, though the order has moved on', async () => {
    const { story } = gap;
    const key = `trace-silent/${id}#1`;
    const asked = { remedy: 'appeal-pack', key, request: 'r', askedAt: story.clock.worldTime, order: id };
    await story.cases.put(story.shop.id, [asked]);
    story.script.traces.set(id, { scans: [story.clock.worldTime] });
    await gap.sweeps(1);
    const path = gap.door.pathFor(gap.line, 'filed', { channel: 'remedy/appeal-pack' });
    expect(await gap.door.send(path, { ticket: 'A-1' })).toMatchObject({ is: 'accepted' });
    expect(await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'))).toMatchObject({ is: 'over' });
  });

  it('a name that nobody can see is none', async () => {
    await gap.door.send(gap.door.pathFor(gap.line, 'acknowledge'), { by: '\u200b' });
    expect(gap.acts).toMatchObject([{ kind: 'acknowledge' }]);
    expect(gap.acts[0]).not.toHaveProperty('by');
  });

  it('are offered by one link, each with a link of its own', async () => {
    const shown = await gap.door.get(gap.door.pathFor(gap.line, 'choose'));
    if (shown.is !== 'choice') throw new Error(`got ${shown.is}`);
    expect(shown.links.map(({ action }) => action)).toEqual([
      'acknowledge',
      'snooze',
      'filed',
      'extended',
      'not-a-problem',
    ]);
    const [acknowledge] = shown.links;
    expect(await gap.door.send(new URL(acknowledge?.href ?? '').pathname)).toMatchObject({ is: 'accepted' });
    expect(await gap.door.post(gap.door.pathFor(gap.line, 'choose'), {})).toMatchObject({ is: 'wrong-method' });
  });
});

it('whatever call the door dies at, an act that is sent again is done once', async () => {
  for (const [action, fields] of [
    ['acknowledge', {}],
    ['extended', { date: '2026-01-25' }],
  ] as const) {
    gap = await Gap.open(reminding);
    const shown = await gap.door.get(gap.door.pathFor(gap.line, action));
    const proof = shown.is === 'form' ? shown.form.proof : '';
    gap.story.plan.revive();
    await gap.door.post(gap.door.pathFor(gap.line, action), { proof, ...fields });
    const { points } = gap.story.plan;
    expect(points).toBeGreaterThan(8);
    for (let point = 1; point <= points; point += 1) {
      gap = await Gap.open(reminding);
      const path = gap.door.pathFor(gap.line, action);
      const sent = { proof: await proofIn(path), ...fields };
      gap.story.plan.revive();
      gap.story.plan.crashAt(point);
      await expect(gap.door.post(path, sent)).rejects.toThrow(Crash);
      gap.story.plan.revive();
      const outcome = await gap.door.post(path, sent);
      expect(['accepted', 'done'], `point ${point}`).toContain(outcome.is);
      expect(gap.acts, `point ${point}`).toHaveLength(1);
      const deeds = await gap.story.deeds.find(gap.story.shop.id, [id]);
      expect(deeds.get(id)?.extendedUntil !== undefined).toBe(action === 'extended');
    }
  }
});

async function proofIn(path: string): Promise<string> {
  const shown = await gap.door.get(path);
  return shown.is === 'form' ? shown.form.proof : '';
}
