import { describe, expect, it } from 'vitest';
import { days, hours } from '../../shared/domain/time.ts';
import { Gap, gapOrder } from '../support/a-gap.ts';
import { RemedyDesk } from '../support/a-remedy-desk.ts';

const key = `trace-silent/${gapOrder}`;

/** A parcel that has just become stale: the supplement is asked for. */
async function aStaleParcel(changes: Parameters<typeof Gap.open>[0] = {}) {
  const gap = await Gap.open(changes);
  const desk = new RemedyDesk(gap.story);
  await gap.sweeps(22);
  const heard = await gap.sweeps(1);
  return { gap, desk, heard };
}

describe('the life of a tracking supplement', () => {
  it('is asked for once an episode and waits; a new scan of TikTok’s verifies it', async () => {
    const { gap, desk, heard } = await aStaleParcel();
    expect(heard).toEqual(['escalated tracking-stale']);
    expect(await desk.carryOut()).toEqual(['supplement-tracking done']);
    expect(desk.cases).toEqual(['supplement-tracking open']);
    await gap.sweeps(24);
    expect(await desk.carryOut()).toEqual([]);
    gap.story.script.traces.set(gapOrder, { scans: [gap.line.since, gap.story.clock.worldTime] });
    expect(await gap.sweeps(1)).toEqual(['resolved tracking-stale']);
    expect(desk.cases).toEqual(['supplement-tracking verified']);
  });

  it('is overdue 48 hours after it was asked for, if TikTok shows nothing', async () => {
    const { gap, desk } = await aStaleParcel();
    await desk.carryOut();
    // From the line, which was an hour before the sweep that asked.
    expect(await gap.sweeps(47)).toEqual([]);
    expect(await gap.sweeps(1)).toEqual(['opened tracking-supplement-pending']);
    expect(desk.cases).toEqual(['supplement-tracking open']);
  });

  it('is overdue 48 hours after its ticket, where somebody says that one is filed', async () => {
    const { gap, desk } = await aStaleParcel();
    await desk.carryOut();
    await gap.sweeps(20);
    await gap.door.send(gap.door.pathFor(gap.line, 'filed'), { ticket: 'T-4711' });
    expect(await gap.sweeps(48)).toEqual([]);
    expect(await gap.sweeps(1)).toEqual(['opened tracking-supplement-pending']);
  });

  it('that nobody was asked for is never overdue', async () => {
    const { gap } = await aStaleParcel();
    expect(await gap.sweeps(60)).toEqual([]);
  });

  it('is asked for again in the next episode, and that is a case of its own', async () => {
    const { gap, desk } = await aStaleParcel();
    await desk.carryOut();
    gap.story.script.traces.set(gapOrder, { scans: [gap.line.since, gap.story.clock.worldTime] });
    await gap.sweeps(74);
    expect(await desk.carryOut()).toContain('supplement-tracking done');
    const own = gap.story.cases.peek(gap.story.shop.id).filter(({ remedy }) => remedy === 'supplement-tracking');
    expect(own.map((one) => [one.key, one.end?.is])).toEqual([
      [`${key}#1`, 'verified'],
      [`${key}#2`, undefined],
    ]);
  });

  it('is over unverified when the order is cancelled', async () => {
    const { gap, desk } = await aStaleParcel();
    await desk.carryOut();
    const { order } = gap.story.book.open(gap.story.shop.id)[0] ?? {};
    if (!order) throw new Error('no order');
    gap.story.clock.advance(hours(1));
    gap.story.tiktok.upsert(gap.story.shop.id, { ...order, status: 'CANCELLED', updatedAt: gap.story.clock.worldTime });
    await gap.story.sweep();
    await gap.sweeps(1);
    expect(desk.cases).toEqual(['supplement-tracking closed']);
  });

  it('by a person and by a system at the same moment is done once, and both are noted', async () => {
    const { gap, desk } = await aStaleParcel();
    await desk.carryOut();
    const request = gap.story.outbox.remediations[0]?.id ?? '';
    const [person] = await Promise.all([
      gap.door.send(gap.door.pathFor(gap.line, 'filed'), { ticket: 'T-1' }),
      gap.story.acts.record(gap.story.shop.id, {
        id: `answer/${request}/filed`,
        at: gap.story.clock.worldTime,
        via: 'webhook/erp',
        kind: 'answer',
        request,
        outcome: 'filed',
        reference: 'T-2',
      }),
    ]);
    expect(person).toMatchObject({ is: 'accepted' });
    expect(gap.acts.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'filed']);
    expect(desk.cases).toEqual(['supplement-tracking open']);
    expect(await gap.sweeps(40)).toEqual([]);
    expect(await desk.carryOut()).toEqual([]);
  });

  it('in a dry run sends nothing and opens no case', async () => {
    const { gap, desk } = await aStaleParcel({ dryRun: ['supplement-tracking'] });
    expect(await desk.carryOut()).toEqual(['supplement-tracking dry-run']);
    expect([desk.mailer.sent, desk.cases]).toEqual([[], []]);
    expect(await gap.sweeps(60)).toEqual([]);
  });

  it('is not asked for when the scan comes between the sweep and the mail', async () => {
    const { gap, desk } = await aStaleParcel();
    gap.story.script.traces.set(gapOrder, { scans: [gap.line.since, gap.story.clock.worldTime] });
    await gap.sweeps(1);
    expect(await desk.carryOut()).toEqual(['supplement-tracking nothing-left']);
    expect(desk.mailer.sent).toEqual([]);
  });
});

describe('the life of a renewal', () => {
  it('is asked for once, and closes itself when the new date of issue is written down', async () => {
    const issuedAt = (age: number, now: number) => (now - days(age)) as never;
    const gap = await Gap.open();
    const desk = new RemedyDesk(gap.story);
    const erp = { id: 'erp', name: 'ERP link', kind: 'erp-link', owner: 'Li Wei' } as const;
    const now = gap.story.clock.worldTime;
    gap.story.configure({ credentials: [{ ...erp, issuedAt: issuedAt(80, now) }] });
    await gap.sweeps(1);
    expect(await desk.carryOut()).toEqual(['renew-credential done']);
    expect(desk.mailer.sent[0]?.text).toContain('Li Wei');
    await gap.sweeps(1);
    expect(desk.cases).toEqual(['renew-credential open']);
    gap.story.configure({ credentials: [{ ...erp, issuedAt: issuedAt(0, now) }] });
    expect(await gap.sweeps(1)).toContain('resolved credential-expiring-14');
    expect(desk.cases).toEqual(['renew-credential verified']);
  });
});
