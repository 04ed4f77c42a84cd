import { describe, expect, it } from 'vitest';
import { hours, minutes } from '../../shared/domain/time.ts';
import { notify } from '../../shared/jobs/notify.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aDailyDigest } from '../support/a-digest.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';
import { CrashPlan } from '../support/crash-plan.ts';
import { FakeActs } from '../support/fake-acts.ts';
import { FakeLinks } from '../support/fake-links.ts';
import { FakeChannelStates } from '../support/fake-channel-states.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeSender } from '../support/fake-sender.ts';
import { now } from '../support/moments.ts';

const { id, shop } = aNotice();
const gone = new Rejected(`Slack, shop ${shop.id}: 404 no_service; make a new incoming webhook`, 'credential');

function aStory() {
  const plan = new CrashPlan();
  const sender = new FakeSender('email', plan);
  const ledger = new FakeLedger(plan);
  const channelStates = new FakeChannelStates(plan);
  const clock = new FakeClock();
  const acts = new FakeActs(plan);
  const links = new FakeLinks(clock, plan);
  const ports = { ledger, channelStates, acts, links, senders: [sender], clock };
  const tell = (run = '') => notify(aNotice({ id: `${id}${run}` }), ports);
  return { plan, sender, ledger, channelStates, acts, clock, tell, ports };
}

describe('a notice', () => {
  it('is delivered once, however often its message comes', async () => {
    const { sender, ledger, tell } = aStory();
    expect(await tell()).toBe('sent');
    expect(await tell()).toBe('already-sent');
    expect(sender.delivered).toHaveLength(1);
    expect(ledger.marks('told', shop.id)).toMatchObject([{ key: id, reference: 'email-1' }]);
  });

  it('is not marked as told when its receiver fails', async () => {
    const { plan, ledger, channelStates, tell } = aStory();
    plan.refuseNext('sender.deliver', new Transient('503'));
    await expect(tell()).rejects.toThrow(Transient);
    expect(ledger.marks('told', shop.id)).toEqual([]);
    expect(await channelStates.list(shop.id)).toMatchObject([{ channel: 'email:en', since: now, isTried: true }]);
    expect(await tell()).toBe('sent');
    expect(await channelStates.list(shop.id)).toEqual([]);
  });

  it('may be a digest, which is delivered once in the same way', async () => {
    const { sender, ports } = aStory();
    expect(await notify(aDailyDigest(), ports)).toBe('sent');
    expect(await notify(aDailyDigest(), ports)).toBe('already-sent');
    expect(sender.delivered).toEqual([aDailyDigest()]);
  });

  it('for a channel nobody can send to is refused by name', async () => {
    const { ports } = aStory();
    await expect(notify(aNotice(), { ...ports, senders: [new FakeSender('slack')] })).rejects.toThrow(Rejected);
  });
});

describe('a channel that was removed', () => {
  it('is disabled, with what its receiver answered and since when', async () => {
    const { plan, channelStates, tell } = aStory();
    plan.refuseNext('sender.deliver', gone);
    await expect(tell()).rejects.toThrow(gone);
    expect(await channelStates.list(shop.id)).toEqual([
      { channel: 'email:en', since: now, because: '404 no_service; make a new incoming webhook', triedAt: now },
    ]);
  });

  it('is asked again after as long as it has been closed, an hour at least and a day at most', async () => {
    const { plan, sender, channelStates, clock, tell } = aStory();
    plan.refuseNext('sender.deliver', gone);
    await expect(tell()).rejects.toThrow(gone);
    for (const [place, wait] of [1, 1, 2, 4, 8, 16, 24, 24].entries()) {
      clock.advance(minutes(wait * 60 - 1));
      await expect(tell(`-early-${place}`)).rejects.toThrow(
        /^channel email:en takes no messages since .*: 404 no_service/,
      );
      clock.advance(minutes(1));
      plan.refuseNext('sender.deliver', gone);
      await expect(tell(`-due-${place}`)).rejects.toThrow(gone);
    }
    expect(sender.delivered).toEqual([]);
    expect(await channelStates.list(shop.id)).toMatchObject([{ since: now }]);
  });

  it('is asked at once for what is critical', async () => {
    const { plan, sender, clock, tell, ports } = aStory();
    plan.refuseNext('sender.deliver', gone);
    await expect(tell()).rejects.toThrow(gone);
    clock.advance(minutes(5));
    const critical = aNotice({ id: 'critical', lines: [aNoticeLine({ severity: 'critical' })] });
    expect(await notify(critical, ports)).toBe('sent');
    expect(sender.delivered.map(({ id }) => id)).toEqual([critical.id]);
  });

  it('is enabled again by the first message that gets through', async () => {
    const { plan, channelStates, clock, tell } = aStory();
    plan.refuseNext('sender.deliver', gone);
    await expect(tell()).rejects.toThrow(gone);
    clock.advance(hours(24));
    expect(await tell('-2')).toBe('sent');
    expect(await channelStates.list(shop.id)).toEqual([]);
    expect(await tell('-3')).toBe('sent');
  });

  it('is told from a message that was refused for itself, after which the next one is tried', async () => {
    const { plan, channelStates, tell } = aStory();
    plan.refuseNext('sender.deliver', new Rejected('Slack, shop 7: 400 invalid_blocks'));
    await expect(tell()).rejects.toThrow(Rejected);
    expect(await channelStates.list(shop.id)).toEqual([]);
    expect(await tell('-2')).toBe('sent');
  });
});
