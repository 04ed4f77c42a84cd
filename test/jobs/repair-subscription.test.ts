import { describe, expect, it } from 'vitest';
import { watchedEvents } from '../../shared/domain/subscription.ts';
import { repairSubscription } from '../../shared/jobs/repair-subscription.ts';
import { CrashPlan } from '../support/crash-plan.ts';
import { FakeSubscriptions } from '../support/fake-subscriptions.ts';

const ours = 'https://ours.example.com/webhooks/app';
const theirs = 'https://erp.example.com/tiktok';
const fine = watchedEvents.map((event) => ({ event, is: 'fine', address: ours }));
const foreign = { event: 'PRODUCT_CREATION', is: 'foreign', address: theirs };

/** One event elsewhere, one that nobody reads, one of another system; the rest missing. */
async function disorder(plan: CrashPlan): Promise<FakeSubscriptions> {
  const subscriptions = new FakeSubscriptions(plan);
  await subscriptions.set({ event: 'PACKAGE_UPDATE', address: theirs });
  await subscriptions.set({ event: 'NEW_MESSAGE', address: ours });
  await subscriptions.set({ event: 'PRODUCT_CREATION', address: theirs });
  plan.revive();
  return subscriptions;
}

describe('a repair of what TikTok announces', () => {
  it('has what is watched come here, and leaves alone what another system registered', async () => {
    const subscriptions = await disorder(new CrashPlan());
    expect(await repairSubscription(ours, subscriptions)).toEqual([...fine, foreign]);
    const registered = await subscriptions.list();
    expect(registered).toHaveLength(watchedEvents.length + 1);
    expect(registered.map(({ event }) => event)).not.toContain('NEW_MESSAGE');
  });

  it('of what is in order changes nothing', async () => {
    const plan = new CrashPlan();
    const subscriptions = await disorder(plan);
    await repairSubscription(ours, subscriptions);
    plan.revive();
    await repairSubscription(ours, subscriptions);
    expect(new Set(plan.passed)).toEqual(new Set(['before subscriptions.list', 'after subscriptions.list']));
  });

  it('that dies at any call is finished by the next', async () => {
    const rehearsal = new CrashPlan();
    await repairSubscription(ours, await disorder(rehearsal));
    expect(rehearsal.points).toBeGreaterThan(15);
    for (let point = 1; point <= rehearsal.points; point += 1) {
      const plan = new CrashPlan();
      const subscriptions = await disorder(plan);
      plan.crashAt(point);
      await expect(repairSubscription(ours, subscriptions)).rejects.toThrow();
      plan.revive();
      expect(await repairSubscription(ours, subscriptions)).toEqual([...fine, foreign]);
    }
  });
});
