import { describe, expect, it } from 'vitest';
import { generatedOrders } from '../../infra/local/simulator/generator/generated-orders.ts';
import { sorts, troubles, type Shares } from '../../infra/local/simulator/generator/shares.ts';
import { scansAt, type Life, type Unix } from '../../infra/local/simulator/life.ts';
import { marketOf } from '../../infra/local/simulator/markets.ts';
import { traceText } from '../../infra/local/simulator/wire/trace-text.ts';
import { readTrace } from '../../shared/adapters/tiktok-shop/read-trace.ts';
import { customsHold } from '../../shared/checks/customs-hold.ts';
import { deliveryException } from '../../shared/checks/delivery-exception.ts';
import { lastMile } from '../../shared/checks/last-mile.ts';
import { milestoneMissing } from '../../shared/checks/milestone-missing.ts';
import type { OrderSubject } from '../../shared/checks/check.ts';
import { instant } from '../../shared/domain/time.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { noon } from './world.ts';

const readers = [milestoneMissing, customsHold, deliveryException, lastMile];
const hour = 3_600;

/** Nothing goes wrong and every order is a normal one, but for the shares named. */
function only(given: Partial<Shares>): Partial<Shares> {
  return { ...Object.fromEntries([...troubles, ...sorts].map((name) => [name, 0])), ...given };
}

function lives(region: string, crossBorder: boolean, shares: Partial<Shares>): readonly Life[] {
  const market = marketOf(region);
  const base = { seed: 7, digits: '1000', market, crossBorder, historyDays: 30, start: noon / 1_000, slaFields: true };
  const orders = generatedOrders({ ...base, open: 400, shares: only(shares) });
  return Array.from({ length: 150 }, (_, position) => orders.life(position));
}

function seenAt(life: Life, region: string, now: Unix): OrderSubject {
  const tracking = scansAt(life, now).map((scan) => ({
    description: traceText(scan, life, marketOf(region)),
    update_time_millis: scan.at * 1_000,
  }));
  const order = anOrderInTransit({
    createdAt: instant(life.createdAt * 1_000),
    collectedAt: instant((life.reached.IN_TRANSIT ?? 0) * 1_000),
    shipping: life.traits.shipping === 'TIKTOK' ? 'tiktok' : 'seller',
  });
  return subject(order, readTrace({ tracking }));
}

/** Every stage that is told of while the parcels are under way, looked at every six hours. */
function toldOf(region: string, crossBorder: boolean, shares: Partial<Shares>): readonly string[] {
  const stages = new Set<string>();
  for (const life of lives(region, crossBorder, shares)) {
    const { IN_TRANSIT: from = Infinity, DELIVERED: to = 0 } = life.reached;
    for (let now = from; now < to; now += 6 * hour) {
      const seen = seenAt(life, region, now);
      const at = aSetting(region, instant(now * 1_000), { sellerType: crossBorder ? 'CROSS_BORDER' : 'LOCAL' });
      for (const check of readers) {
        const verdict = check.judge(seen, at);
        if (verdict.is === 'firing') stages.add(verdict.stage);
      }
    }
  }
  return [...stages].toSorted();
}

describe.each([
  ['GB', true],
  ['TH', true],
  ['US', false],
] as const)('parcels to %s (across a border: %s)', (region, crossBorder) => {
  it('healthy ones, split and combined ones among them, are told of by nothing that reads traces', () => {
    expect(toldOf(region, crossBorder, { split: 0.2, combined: 0.2 })).toEqual([]);
  });

  it('failed deliveries are told of as such', () => {
    expect(toldOf(region, crossBorder, { 'failed-delivery': 1 })).toEqual(['delivery-trouble']);
  });
});

it('a hold by customs is told of as such', () => {
  expect(toldOf('GB', true, { 'customs-hold': 1 })).toContain('customs-hold');
});
