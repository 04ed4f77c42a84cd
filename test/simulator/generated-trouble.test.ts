import { describe, expect, it } from 'vitest';
import { generatedOrders } from '../../infra/local/simulator/generator/generated-orders.ts';
import { defaultShares, sharesOf, sorts, troubles } from '../../infra/local/simulator/generator/shares.ts';
import type { Shares } from '../../infra/local/simulator/generator/shares.ts';
import type { Life } from '../../infra/local/simulator/life.ts';
import { marketOf } from '../../infra/local/simulator/markets.ts';
import { noon } from './world.ts';

const start = noon / 1000;
const hour = 3600;

/** Nothing goes wrong and every order is a normal one, but for the shares named. */
function only(given: Partial<Shares>): Partial<Shares> {
  return { ...Object.fromEntries([...troubles, ...sorts].map((name) => [name, 0])), ...given };
}

function lives(shares: Partial<Shares>, region = 'GB', open = 500): readonly Life[] {
  const market = marketOf(region);
  const base = { seed: 3, digits: '1000', market, crossBorder: true, historyDays: 30, start, slaFields: true };
  const orders = generatedOrders({ ...base, open, shares });
  return Array.from({ length: 240 }, (_, position) => orders.life(position));
}

/** The longest time without a sign of life between pick-up and end, in hours. */
function longestSilence({ scans, reached }: Life): number {
  const signs = scans.filter(({ stage }) => stage !== 'placed' && stage !== 'label-created').map(({ at }) => at);
  const end = reached.DELIVERED ?? reached.CANCELLED ?? 0;
  return Math.max(...signs.map((at, place) => (signs[place + 1] ?? end) - at)) / hour;
}

function stagesOf({ scans }: Life): readonly string[] {
  return scans.map(({ stage }) => stage);
}

describe('a healthy world', () => {
  const healthy = lives(only({}));

  it('confirms within 11 h, is picked up within 40 h, is never silent for 48 h and arrives', () => {
    for (const life of healthy) {
      const {
        AWAITING_SHIPMENT: ready = 0,
        AWAITING_COLLECTION: shipped = 0,
        IN_TRANSIT: collected = 0,
      } = life.reached;
      expect(shipped - ready).toBeLessThanOrEqual(11 * hour);
      expect(collected - shipped).toBeLessThanOrEqual(40 * hour);
      expect(longestSilence(life)).toBeLessThan(48);
      expect(life.reached.COMPLETED).toBeGreaterThan(life.reached.DELIVERED ?? Infinity);
    }
  });

  it('holds every order for the buyer to think in GB, and none in Thailand', () => {
    expect(healthy.every(({ reached }) => (reached.AWAITING_SHIPMENT ?? 0) - (reached.ON_HOLD ?? 0) === hour)).toBe(
      true,
    );
    expect(lives(only({}), 'TH').every(({ reached }) => reached.ON_HOLD === undefined)).toBe(true);
  });

  it('sends most orders over the border, through customs', () => {
    const abroad = healthy.filter((life) => !life.traits.domestic);
    expect(abroad.length).toBeGreaterThan(120);
    expect(abroad.length).toBeLessThan(216);
    for (const life of abroad) expect(stagesOf(life)).toContain('customs-cleared');
    for (const life of healthy) expect(stagesOf(life).includes('customs-cleared')).toBe(!life.traits.domestic);
  });
});

describe('every trouble', () => {
  it.each<[keyof Shares, (life: Life) => boolean]>([
    ['unpaid', ({ paidAt, reached }) => paidAt === undefined && Object.keys(reached).join() === 'UNPAID,CANCELLED'],
    ['buyer-cancels', ({ cancelAskedAt = Infinity, reached }) => cancelAskedAt < (reached.CANCELLED ?? 0)],
    ['shipping-timeout', ({ cancelled, parcels }) => cancelled?.by === 'SYSTEM' && parcels.length === 0],
    [
      'late-confirmation',
      ({ reached }) => (reached.AWAITING_COLLECTION ?? 0) - (reached.AWAITING_SHIPMENT ?? 0) > 12 * hour,
    ],
    ['late-pick-up', ({ reached }) => (reached.IN_TRANSIT ?? 0) - (reached.AWAITING_COLLECTION ?? 0) > 48 * hour],
    [
      'silent',
      (life) => longestSilence(life) > 48 && longestSilence(life) < 72 && life.reached.DELIVERED !== undefined,
    ],
    ['stale', (life) => longestSilence(life) > 72 && life.reached.DELIVERED !== undefined],
    ['lost', (life) => longestSilence(life) > 200 && life.cancelled?.reason === 'package_lost'],
    ['customs-hold', (life) => life.traits.domestic || stagesOf(life).includes('customs-held')],
    ['failed-delivery', (life) => stagesOf(life).filter((stage) => stage === 'attempt-failed').length >= 2],
    ['sample', ({ traits }) => traits.sample],
    ['by-tiktok', ({ traits }) => traits.fulfillment === 'FULFILLMENT_BY_TIKTOK' && traits.shipping === 'TIKTOK'],
    ['replacement', ({ replaces }) => replaces !== undefined],
    ['split', ({ parcels, reached }) => parcels.length === 2 && reached.PARTIALLY_SHIPPING !== undefined],
    ['combined', ({ parcels, traits }) => traits.tag === 'COMBINED' && parcels[0]?.orders.length === 2],
  ])('%s shows', (name, shows) => {
    expect(lives(only({ [name]: 1 })).every(shows)).toBe(true);
  });

  it('pre-orders wait on hold for their release, in the US alone', () => {
    const waiting = lives(only({ 'pre-order': 1 }), 'US');
    expect(waiting.every(({ traits, reached }) => traits.releaseAt === reached.AWAITING_SHIPMENT)).toBe(true);
    expect(lives(only({ 'pre-order': 1 })).some(({ traits }) => traits.type === 'PRE_ORDER')).toBe(false);
  });

  it('comes in about the asked share', () => {
    const late = lives(only({ 'late-pick-up': 0.3 })).filter(
      ({ reached }) => (reached.IN_TRANSIT ?? 0) - (reached.AWAITING_COLLECTION ?? 0) > 48 * hour,
    );
    expect(late.length).toBeGreaterThan(48);
    expect(late.length).toBeLessThan(96);
  });

  it('refuses shares that are none', () => {
    expect(() => sharesOf({ silent: 0.9 })).toThrow(RangeError);
    expect(() => sharesOf({ split: -0.1 })).toThrow(RangeError);
    expect(sharesOf({ silent: 0 })).toEqual({ ...defaultShares, silent: 0 });
  });
});

describe('parcels', () => {
  it('hold every item of a split order once', () => {
    for (const { parcels, traits } of lives(only({ split: 1 }))) {
      const items = parcels.flatMap((parcel) => parcel.items);
      expect(items.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: traits.items }, (_, item) => item),
      );
    }
  });

  it('are shared by both orders of a combined pair, with one history and one buyer', () => {
    const pairs = lives(only({ combined: 1 }));
    for (let position = 0; position < pairs.length; position += 2) {
      const [one, other] = [pairs[position], pairs[position + 1]];
      expect(one?.parcels).toEqual(other?.parcels);
      expect(one?.parcels[0]?.orders).toEqual([one?.id, other?.id]);
      expect(one?.traits.buyer).toBe(other?.traits.buyer);
      expect(one?.reached.AWAITING_COLLECTION).toBeGreaterThan(other?.reached.AWAITING_SHIPMENT ?? Infinity);
    }
  });

  it('are in the history together with their whole pair', () => {
    for (let shift = 0; shift < 20; shift += 1) {
      const base = {
        seed: 3,
        digits: '1000',
        market: marketOf('GB'),
        crossBorder: true,
        historyDays: 9,
        slaFields: true,
      };
      const orders = generatedOrders({ ...base, open: 500, start: start + shift * 777, shares: only({ combined: 1 }) });
      expect(orders.life(0).parcels[0]?.orders[0]).toBe(orders.life(0).id);
    }
  });

  it('are not combined when orders are days apart', () => {
    expect(lives(only({ combined: 1 }), 'GB', 2).some(({ traits }) => traits.tag === 'COMBINED')).toBe(false);
  });

  it.each([
    ['YunExpress', /^YT\d{16}$/],
    ['Yanwen', /^UF\d{9}YP$/],
    ['4PX', /^4PX\d{13}CN$/],
    ['Evri', /^H0\d[A-Z]{3}\d{10}$/],
    ['Royal Mail', /^RN\d{9}GB$/],
  ])('of %s have numbers of its shape', (name, shape) => {
    const numbers = lives(only({})).flatMap(({ parcels }) => parcels.filter(({ carrier }) => carrier.name === name));
    expect(numbers.length).toBeGreaterThan(5);
    for (const { number } of numbers) expect(number).toMatch(shape);
  });
});

describe('a small demo world', () => {
  it('never looks healthy: at any hour three shops of 120 open orders show each kind of trouble', () => {
    const shops = ['GB', 'US', 'TH'].map((region, place) => {
      const base = { seed: 20 + place, digits: '1000', market: marketOf(region), crossBorder: true, slaFields: true };
      return generatedOrders({ ...base, open: 120, historyDays: 45, start });
    });
    for (let hours = 0; hours < 72; hours += 12) {
      const now = start + hours * hour;
      const alive = shops.flatMap((orders) =>
        Array.from({ length: orders.visible(now) }, (_, position) => orders.life(position)),
      );
      const open = alive.filter(({ reached }) => !((reached.DELIVERED ?? reached.CANCELLED ?? Infinity) <= now));
      const unconfirmed = open.filter(({ reached, createdAt, deadlines }) => {
        const shipBy = deadlines['rts_sla_time'] ?? createdAt + 24 * hour;
        return (
          (reached.AWAITING_COLLECTION ?? Infinity) > now &&
          now > shipBy - 12 * hour &&
          (reached.AWAITING_SHIPMENT ?? Infinity) <= now
        );
      });
      const waiting = open.filter(({ reached, deadlines }) => {
        const shipped = (reached.AWAITING_COLLECTION ?? Infinity) <= now && (reached.IN_TRANSIT ?? Infinity) > now;
        return shipped && now > (deadlines['tts_sla_time'] ?? Infinity) - 24 * hour;
      });
      const silent = open.filter(({ reached, scans }) => {
        const newest = scans.findLast(({ at }) => at <= now)?.at ?? now;
        return (reached.IN_TRANSIT ?? Infinity) <= now && now - newest > 72 * hour;
      });
      const kinds = { unconfirmed, waiting, silent };
      for (const [kind, found] of Object.entries(kinds))
        expect([kind, hours, found.length > 0]).toEqual([kind, hours, true]);
    }
  });
});
