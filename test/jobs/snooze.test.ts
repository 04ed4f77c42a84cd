import { beforeEach, describe, expect, it } from 'vitest';
import { noticeView } from '../../shared/channels/notice-view.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { before, days, hours, after } from '../../shared/domain/time.ts';
import { Gap, gapOrder as id } from '../support/a-gap.ts';

let gap: Gap;

describe('a snooze', () => {
  beforeEach(async () => {
    gap = await Gap.open();
  });
  const snooze = (fields: Readonly<Record<string, string>>) =>
    gap.door.send(gap.door.pathFor(gap.line, 'snooze'), fields);

  it('of one order keeps it silent until its time, and then tells it again', async () => {
    await snooze({ scope: 'subject', until: '4h' });
    expect(await gap.sweeps(3)).toEqual([]);
    expect(await gap.sweeps(1)).toEqual(['reminded trace-gap-48']);
    expect(await gap.sweeps(1)).toEqual([]);
  });

  it('of one order lets through what becomes critical', async () => {
    await snooze({ scope: 'subject', until: '3d' });
    expect(await gap.sweeps(24)).toEqual(['escalated tracking-stale']);
  });

  it.each(['carrier', 'lane', 'shop'])(
    'of a %s keeps it silent, and says in one notice what has become of it',
    async (scope) => {
      await snooze({ scope, until: '3d' });
      expect(await gap.sweeps(71)).toEqual([]);
      expect(gap.story.outbox.remediations).toEqual([]);
      expect(await gap.sweeps(1)).toEqual(['escalated tracking-stale']);
      expect(gap.story.outbox.remediations).toHaveLength(1);
    },
  );

  it.each(['carrier', 'lane', 'shop'])('of a %s tells again what has not changed meanwhile', async (scope) => {
    await snooze({ scope, until: '4h' });
    expect(await gap.sweeps(3)).toEqual([]);
    expect(await gap.sweeps(1)).toEqual(['reminded trace-gap-48']);
    expect(await gap.sweeps(1)).toEqual([]);
  });

  it('is counted in what is told beside it', async () => {
    await snooze({ scope: 'subject', until: '3d' });
    const other = anOrderInTransit({
      id: '9',
      collectedAt: gap.story.clock.worldTime,
      updatedAt: gap.story.clock.worldTime,
    });
    gap.story.tiktok.upsert(gap.story.shop.id, other, { scans: [before(gap.story.clock.worldTime, hours(60))] });
    await gap.story.sweepAfter(hours(1));
    const notice = gap.story.lastNotice();
    expect(notice?.counts.snoozed).toBe(1);
    expect(notice && noticeView(notice, { perGroup: 5, total: 5, attached: false }).notes).toContain(
      '1 more finding is open and snoozed.',
    );
  });

  it('keeps no order in the book but those that it is about', async () => {
    await snooze({ scope: 'subject', until: '3d' });
    const { story } = gap;
    const createdAt = before(story.clock.worldTime, hours(80));
    const order = anOrderInTransit({ id: '9', createdAt, collectedAt: createdAt, updatedAt: story.clock.worldTime });
    story.tiktok.upsert(story.shop.id, order, { scans: [createdAt] });
    await gap.sweeps(1);
    const stored = () => story.book.open(story.shop.id).map((watched) => watched.order.id);
    expect(stored()).toContain('9');
    const delivered = { ...order, status: 'DELIVERED' as const, updatedAt: story.clock.worldTime };
    story.tiktok.upsert(story.shop.id, delivered, { scans: [createdAt, story.clock.worldTime] });
    await gap.sweeps(3);
    expect(stored()).toEqual([id]);
  });

  it('of another carrier changes nothing', async () => {
    const act = { id: 'x', at: gap.story.clock.worldTime, via: 'email:en', kind: 'snooze' } as const;
    const finding = { check: 'trace-silent', subject: { kind: 'order', id }, episode: 1 } as const;
    const until = after(gap.story.clock.worldTime, days(3));
    await gap.story.acts.record(gap.story.shop.id, {
      ...act,
      finding,
      until,
      scope: { kind: 'carrier', carrier: 'Another' },
    });
    expect(await gap.sweeps(24)).toEqual(['escalated tracking-stale']);
  });

  it.each([
    ['no time', { until: '' }, 'until-missing'],
    ['a length that nobody offers', { until: '90d' }, 'until-missing'],
    ['no moment', { until: 'at', at: 'tomorrow' }, 'until-missing'],
    ['a day that does not exist', { until: 'at', at: '2026-02-31T09:00' }, 'until-missing'],
    ['a moment that has passed', { until: 'at', at: '2025-01-01T09:00' }, 'until-past'],
    ['a moment too far ahead', { until: 'at', at: '2027-01-01T09:00' }, 'snooze-too-long'],
  ])('with %s is asked again, naming what is wrong', async (_, fields, wrong) => {
    expect(await snooze(fields)).toMatchObject({ is: 'form', form: { wrong, sent: fields } });
    expect(gap.acts).toEqual([]);
  });

  it('takes a moment by the clock of the shop’s people', async () => {
    const asked = after(gap.story.clock.worldTime, hours(5));
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: gap.story.shop.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    await snooze({ until: 'at', at: local.format(asked).replace(' ', 'T') });
    expect(gap.acts).toMatchObject([{ kind: 'snooze', until: asked }]);
  });
});
