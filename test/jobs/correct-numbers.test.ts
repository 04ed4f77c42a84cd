import { describe, expect, it } from 'vitest';
import { correctNumbers } from '../../shared/jobs/correct-numbers.ts';
import type { Order } from '../../shared/domain/order.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { numberChanges } from '../../shared/remedies/number-changes.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderAwaitingCollection, aParcel } from '../support/an-order.ts';
import { Crash, CrashPlan } from '../support/crash-plan.ts';
import { FakeCorrections } from '../support/fake-corrections.ts';
import { hoursAgo } from '../support/moments.ts';

const mistyped = aParcel({ id: 'p1', number: 'RB 123 456 785 GB' });
const item = aRemedyItem({ stage: 'tracking-id-abnormal' });
const change = { item: item.key, parcel: 'p1', number: 'RB123456785GB', provider: '7049' };

function changesFor(changes: Partial<Order> = {}, shop: Parameters<typeof aShop>[0] = {}) {
  const parcels = [mistyped];
  const order = { ...anOrderAwaitingCollection({ shipping: 'seller', parcels }), carrierId: '7049', ...changes };
  const files = new Map([[order.id, { watched: aWatchedOrder({ order }), second: [] }]]);
  const call = aRemedyCall({ items: [{ ...item, order: order.id }], files });
  return numberChanges({ ...call, shop: aShop({ packs: ['gb'], correctNumbers: true, ...shop }) });
}

describe('a number is entered without asking', () => {
  it('where the shop allows it and there is one thing that was meant', () => {
    expect(changesFor()).toEqual([change]);
  });

  it.each([
    ['the shop does not allow it', changesFor({}, { correctNumbers: undefined })],
    ['TikTok ships the order', changesFor({ shipping: 'tiktok' })],
    ['nobody knows TikTok’s id of the carrier', changesFor({ carrierId: undefined as never })],
    ['the window is over', changesFor({ confirmedAt: hoursAgo(73) })],
    ['nobody can tell what was meant', changesFor({ parcels: [aParcel({ number: 'a b' })] })],
    ['the order’s one change would have to mend two', changesFor({ parcels: [mistyped, { ...mistyped, id: 'p2' }] })],
  ])('not where %s', (_, changes) => expect(changes).toEqual([]));
});

describe('entering a number', () => {
  const parcel = (corrections: FakeCorrections, shown: 'open' | 'window-over' | 'used-up' = 'open') =>
    corrections.parcels.set('p1', { number: 'RB 123 456 785 GB', shipping: 'seller', change: shown });

  it.each(['window-over', 'used-up'] as const)('says that TikTok answered: %s', async (shown) => {
    const corrections = new FakeCorrections();
    parcel(corrections, shown);
    expect(await correctNumbers([change], corrections)).toEqual(new Map([['p1', shown]]));
  });

  it('does not give a parcel the number of one of TikTok’s own labels', async () => {
    const corrections = new FakeCorrections();
    parcel(corrections);
    corrections.parcels.set('p9', { number: change.number, shipping: 'tiktok', change: 'open' });
    expect(await correctNumbers([change], corrections)).toEqual(new Map([['p1', 'platform-label']]));
    expect(corrections.parcels.get('p1')?.number).toBe('RB 123 456 785 GB');
  });

  it('leaves to a person what TikTok refuses, and to a later try what passes', async () => {
    const plan = new CrashPlan();
    const corrections = new FakeCorrections(plan);
    parcel(corrections);
    plan.refuseNext('corrections.labelOf', new Rejected('number validation refused: 21011004'));
    expect(await correctNumbers([change], corrections)).toEqual(new Map([['p1', 'refused']]));
    plan.refuseNext('corrections.change', new Transient('503'));
    await expect(correctNumbers([change], corrections)).rejects.toThrow(Transient);
  });

  it('enters the parcel of two orders once', async () => {
    const corrections = new FakeCorrections();
    parcel(corrections);
    const outcomes = await correctNumbers([change, { ...change, item: 'another' }], corrections);
    expect(outcomes).toEqual(new Map([['p1', 'changed']]));
  });

  it('whatever call it dies at, the number is entered once', async () => {
    for (let point = 1; point <= 4; point += 1) {
      const plan = new CrashPlan();
      const corrections = new FakeCorrections(plan);
      parcel(corrections);
      plan.crashAt(point);
      await expect(correctNumbers([change], corrections)).rejects.toThrow(Crash);
      plan.revive();
      const [outcome] = (await correctNumbers([change], corrections)).values();
      expect(outcome, `point ${point}`).toBe(point === 4 ? 'already' : 'changed');
      expect(corrections.parcels.get('p1')?.number).toBe(change.number);
    }
  });
});
