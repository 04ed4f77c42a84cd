import { describe, expect, it } from 'vitest';
import { remediate } from '../../shared/jobs/remediate.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import { aRemediation, aRemedyItem } from '../support/a-remediation.ts';
import { Crash, CrashPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeMailer } from '../support/fake-mailer.ts';

const first = aRemedyItem();
const second = aRemedyItem({ key: 'trace-silent/2#1', order: '2' });
const request = aRemediation({ items: [first, second] });

function aStory(): {
  plan: CrashPlan;
  mailer: FakeMailer;
  ledger: FakeLedger;
  act: (on?: RemediationRequest) => Promise<string>;
} {
  const plan = new CrashPlan();
  const mailer = new FakeMailer(plan);
  const ledger = new FakeLedger(plan);
  const ports = { ledger, mailer, clock: new FakeClock() };
  return { plan, mailer, ledger, act: (on = request) => remediate(on, ports) };
}

describe('a tracking supplement request', () => {
  it('is one mail for the group, recorded for every episode', async () => {
    const { mailer, ledger, act } = aStory();
    expect(await act()).toBe('done');
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]?.text).toContain(first.order);
    expect(
      ledger
        .marks('remedy', request.shop.id)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual([request.id, `supplement-tracking/${first.key}`, `supplement-tracking/${second.key}`].toSorted());
    expect(await act()).toBe('already-done');
    expect(mailer.sent).toHaveLength(1);
  });

  it('leaves out what an earlier request has already asked for', async () => {
    const { mailer, act } = aStory();
    await act(aRemediation({ id: 'earlier', items: [first] }));
    await act();
    expect(mailer.sent[1]?.text).not.toContain(first.order);
    expect(mailer.sent[1]?.text).toContain(second.order);
    await act(aRemediation({ id: 'later', items: [first, second] }));
    expect(mailer.sent).toHaveLength(2);
  });

  it('asks again in the next episode', async () => {
    const { mailer, act } = aStory();
    await act();
    await act(aRemediation({ id: 'next', items: [aRemedyItem({ key: first.key.replace('#1', '#2') })] }));
    expect(mailer.sent).toHaveLength(2);
  });

  it('gets done whatever call the process dies at, its mail repeated at most once', async () => {
    const probe = aStory();
    await probe.act();
    for (let point = 1; point <= probe.plan.points; point += 1) {
      const { plan, mailer, ledger, act } = aStory();
      plan.crashAt(point);
      await expect(act()).rejects.toThrow(Crash);
      plan.revive();
      await act();
      expect(ledger.marks('remedy', request.shop.id), `crash at point ${point}`).toHaveLength(3);
      expect([1, 2], `crash at point ${point}`).toContain(mailer.sent.length);
    }
  });
});
