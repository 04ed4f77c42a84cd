import { describe, expect, it } from 'vitest';
import { notify } from '../../shared/jobs/notify.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aNotice } from '../support/a-notice.ts';
import { Crash, CrashPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeSender } from '../support/fake-sender.ts';

function aStory(): { plan: CrashPlan; sender: FakeSender; ledger: FakeLedger; tell: () => Promise<string> } {
  const plan = new CrashPlan();
  const sender = new FakeSender('email', plan);
  const ledger = new FakeLedger(plan);
  const ports = { ledger, senders: [sender], clock: new FakeClock() };
  return { plan, sender, ledger, tell: () => notify(aNotice(), ports) };
}

describe('a notice', () => {
  it('is delivered once, however often its message comes', async () => {
    const { sender, ledger, tell } = aStory();
    expect(await tell()).toBe('sent');
    expect(await tell()).toBe('already-sent');
    expect(sender.delivered).toHaveLength(1);
    expect(ledger.marks('told', aNotice().shop.id)).toMatchObject([{ key: aNotice().id, reference: 'email-1' }]);
  });

  it('reaches its receiver whatever call the process dies at, repeated at most once', async () => {
    const probe = aStory();
    await probe.tell();
    for (let point = 1; point <= probe.plan.points; point += 1) {
      const { plan, sender, tell } = aStory();
      plan.crashAt(point);
      await expect(tell()).rejects.toThrow(Crash);
      plan.revive();
      await tell();
      expect(sender.delivered.length, `crash at point ${point}`).toBeGreaterThanOrEqual(1);
      expect(sender.delivered.length, `crash at point ${point}`).toBeLessThanOrEqual(2);
    }
  });

  it('is not marked as told when its receiver fails', async () => {
    const { plan, ledger, tell } = aStory();
    plan.refuseNext('sender.deliver', new Transient('503'));
    await expect(tell()).rejects.toThrow(Transient);
    expect(ledger.marks('told', aNotice().shop.id)).toEqual([]);
    expect(await tell()).toBe('sent');
  });

  it('for a channel nobody can send to is refused by name', async () => {
    const ports = { ledger: new FakeLedger(), senders: [new FakeSender('slack')], clock: new FakeClock() };
    await expect(notify(aNotice(), ports)).rejects.toThrow(Rejected);
  });
});
