import { describe, expect, it } from 'vitest';
import type { Act } from '../../shared/domain/act.ts';
import { after, hours } from '../../shared/domain/time.ts';
import { remediate } from '../../shared/jobs/remediate.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { aRemediation, aRemedyItem } from '../support/a-remediation.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { Crash, CrashPlan } from '../support/crash-plan.ts';
import { FakeActs } from '../support/fake-acts.ts';
import { FakeCases } from '../support/fake-cases.ts';
import { FakeCorrections } from '../support/fake-corrections.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeForwarder } from '../support/fake-forwarder.ts';
import { FakeLinks } from '../support/fake-links.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeMailer } from '../support/fake-mailer.ts';
import { FakeOrderBook } from '../support/fake-order-book.ts';
import { FakeSecondTraces } from '../support/fake-second-traces.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { FakeWatches } from '../support/fake-watches.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { openOrdersOf } from '../support/open-orders-of.ts';

const first = aRemedyItem();
const second = aRemedyItem({ key: 'trace-silent/2#1', order: '2' });
const request = aRemediation({ items: [first, second] });
const shop = aShop();
/** The third is over already. */
const three = aRemediation({ items: [first, second, aRemedyItem({ key: 'trace-silent/3#1', order: '3' })] });
/** A shop whose own system carries remedies out as well. */
const listening = aShop({ channels: [{ id: 'erp', kind: 'webhook', locale: 'en', hears: { remedies: true } }] });
const stale = aFinding({ stage: 'tracking-stale' });

function watched(id: string, finding = stale) {
  const scans = [hoursAgo(100), hoursAgo(96)];
  return aWatchedOrder({
    order: anOrderInTransit({ id, collectedAt: hoursAgo(100) }),
    trace: { scans },
    findings: [finding],
  });
}

async function aStory(settings = shop) {
  const plan = new CrashPlan();
  const book = new FakeOrderBook();
  await book.write(shop.id, [watched(first.order), watched('2')]);
  const clock = new FakeClock();
  const parts = {
    mailer: new FakeMailer(plan),
    ledger: new FakeLedger(plan),
    acts: new FakeActs(plan),
    cases: new FakeCases(plan),
    forwarder: new FakeForwarder(plan),
  };
  const ports = {
    ...parts,
    shops: new FakeShops([settings], plan),
    openOrders: openOrdersOf(book, plan),
    watches: new FakeWatches(plan),
    secondTraces: new FakeSecondTraces(plan),
    links: new FakeLinks(clock, plan),
    corrections: () => new FakeCorrections(plan),
    clock,
  };
  const act = async (on: RemediationRequest = request) => (await remediate(on, ports)).is;
  const cases = () => parts.cases.peek(shop.id).map(({ key, request: by }) => `${key} by ${by}`);
  return { ...parts, plan, book, clock, ports, act, cases };
}

function done(act: { kind: 'acknowledge' | 'filed' | 'not-a-problem' | 'snooze' }, at = now): Act {
  const finding = { check: 'trace-silent', subject: { kind: 'order', id: first.order }, episode: 1 } as const;
  const rest = {
    ticket: 'T-1',
    reason: 'known',
    until: after(now, hours(4)),
    scope: { kind: 'subject', subject: finding.subject },
  };
  return { id: `link/${act.kind}`, at, via: 'email:en', by: 'Li Wei', finding, ...rest, ...act } as Act;
}

describe('a tracking supplement request', () => {
  it('is one mail for the group, with a case for every episode', async () => {
    const { mailer, act, cases, ports } = await aStory();
    expect(await act()).toBe('done');
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]?.text).toContain(first.order);
    expect(mailer.sent[0]?.text).toContain('I have filed a ticket: https://door.example/act/');
    expect(cases()).toEqual([`${first.key} by ${request.id}`, `${second.key} by ${request.id}`]);
    const [one] = ports.cases.peek(shop.id);
    expect(one).toMatchObject({ askedAt: now, seen: { scans: 2, newest: hoursAgo(96) }, reference: 'mail-1' });
    expect(await act()).toBe('already-done');
    expect(mailer.sent).toHaveLength(1);
  });

  it('leaves out what an earlier request has already asked for', async () => {
    const { mailer, act } = await aStory();
    await act(aRemediation({ id: 'earlier', items: [first] }));
    await act();
    expect(mailer.sent[1]?.text).not.toContain(first.order);
    expect(mailer.sent[1]?.text).toContain(second.order);
    expect(await act(aRemediation({ id: 'later', items: [first, second] }))).toBe('already-done');
    expect(mailer.sent).toHaveLength(2);
  });

  it('asks again in the next episode, and no more in the one before', async () => {
    const { mailer, book, act } = await aStory();
    await act();
    const later = aRemediation({ id: 'next', items: [aRemedyItem({ key: first.key.replace('#1', '#2') })] });
    expect(await act(later)).toBe('nothing-left');
    await book.write(shop.id, [watched(first.order, { ...stale, episode: 2 })]);
    expect(await act(later)).toBe('done');
    expect(mailer.sent).toHaveLength(2);
  });

  it.each([
    ['is over', aResolvedFinding({ stage: 'tracking-stale' })],
    ['has eased to a stage that asks for nothing', aFinding({ stage: 'trace-gap-48' })],
    ['is another check’s', aFinding({ stage: 'tracking-stale', check: 'silence-cause' })],
  ])('leaves out a finding that %s', async (_, finding) => {
    const { mailer, book, act } = await aStory();
    await book.write(shop.id, [watched(first.order, finding)]);
    expect(await act()).toBe('done');
    expect(mailer.sent[0]?.text).not.toContain(first.order);
    expect(await act(aRemediation({ id: 'alone', items: [first] }))).toBe('nothing-left');
  });

  it.each([
    ['filed', 'nothing-left'],
    ['not-a-problem', 'nothing-left'],
    ['snooze', 'nothing-left'],
    ['acknowledge', 'done'],
  ] as const)('respects at once that somebody has done: %s', async (kind, outcome) => {
    const { acts, act } = await aStory();
    await acts.record(shop.id, done({ kind }));
    expect(await act(aRemediation({ id: 'alone', items: [first] }))).toBe(outcome);
  });

  it('is asked for all the same if it got worse after somebody called it no problem', async () => {
    const { acts, act } = await aStory();
    await acts.record(shop.id, done({ kind: 'not-a-problem' }, hoursAgo(5)));
    expect(await act(aRemediation({ id: 'alone', items: [first] }))).toBe('done');
  });

  it('is only rendered where the shop wants a dry run', async () => {
    const { mailer, ledger, ports, cases } = await aStory(aShop({ dryRun: ['supplement-tracking'] }));
    const outcome = await remediate(request, ports);
    expect(outcome).toMatchObject({ is: 'dry-run', items: 2, mail: { to: [shop.operations.address] } });
    expect([mailer.sent, ledger.marks('remedy', shop.id), cases()]).toEqual([[], [], []]);
  });

  it('of a shop that is gone, or of a remedy nobody knows, is not carried out', async () => {
    const { act } = await aStory();
    expect(await act(aRemediation({ shop: { ...request.shop, id: '77' } }))).toBe('unknown-shop');
    await expect(act(aRemediation({ remedy: 'pray' }))).rejects.toThrow(Rejected);
  });

  it('gets done whatever call the process dies at, its mail repeated at most once', async () => {
    const probe = await aStory(listening);
    await probe.book.write(shop.id, [watched('3', aResolvedFinding({ stage: 'tracking-stale' }))]);
    await probe.act(three);
    const { points } = probe.plan;
    let repeated = 0;
    for (let point = 1; point <= points; point += 1) {
      const { plan, book, mailer, forwarder, cases, act } = await aStory(listening);
      await book.write(shop.id, [watched('3', aResolvedFinding({ stage: 'tracking-stale' }))]);
      plan.crashAt(point);
      await expect(act(three)).rejects.toThrow(Crash);
      plan.revive();
      await act(three);
      expect(cases(), `crash at point ${point}`).toHaveLength(2);
      expect([...forwarder.taken.values()].map(({ items }) => items.length)).toEqual([2]);
      repeated += mailer.sent.length - 1;
    }
    // After the mail was taken and before the cases were written: e-mail takes no key.
    expect({ points, repeated }).toEqual({ points: 26, repeated: 2 });
  });

  it('goes to a system as well, with what is still needed of it, and once', async () => {
    const { forwarder, plan, mailer, act } = await aStory(listening);
    plan.refuseNext('forwarder.forward', new Transient('503'));
    await expect(act()).rejects.toThrow(Transient);
    expect(mailer.sent).toHaveLength(1);
    expect(await act()).toBe('already-done');
    expect([...forwarder.taken.keys()]).toEqual([`webhook/erp ${request.id}`]);
    expect(mailer.sent).toHaveLength(1);
  });

  it('by a person and by the robot at the same moment is one case, whichever is first', async () => {
    const probe = await aStory();
    await probe.act();
    const asked = new Set<number>();
    for (let point = 1; point <= probe.plan.points; point += 1) {
      const { plan, mailer, cases, act, acts } = await aStory();
      plan.meanwhileAt(point, () => acts.record(shop.id, done({ kind: 'filed' })));
      expect(await act()).toBe('done');
      expect(await act()).not.toBe('done');
      expect(mailer.sent, `at point ${point}`).toHaveLength(1);
      const [mail] = mailer.sent;
      const told = [first, second].filter(({ order }) => mail?.text.includes(`Order ${order},`));
      expect(cases(), `at point ${point}`).toEqual(told.map(({ key }) => `${key} by ${request.id}`));
      asked.add(told.length);
    }
    expect(asked).toEqual(new Set([1, 2]));
  });

  it('is handed to a system that was away only as far as its cases are open', async () => {
    const { forwarder, plan, act, ports } = await aStory(listening);
    plan.refuseNext('forwarder.forward', new Transient('503'));
    await expect(act()).rejects.toThrow(Transient);
    const [one] = ports.cases.peek(shop.id);
    if (one) await ports.cases.put(shop.id, [{ ...one, end: { is: 'verified', at: now } }]);
    await act();
    expect([...forwarder.taken.values()].map(({ items }) => items.map(({ key }) => key))).toEqual([[second.key]]);
  });
});
