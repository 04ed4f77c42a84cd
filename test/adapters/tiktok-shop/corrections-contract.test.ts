import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../infra/local/simulator/handle.ts';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { openMarketplaces } from '../../../shared/adapters/tiktok-shop/marketplaces.ts';
import { hours, instant } from '../../../shared/domain/time.ts';
import type { Corrections } from '../../../shared/ports/corrections.ts';
import { Rejected } from '../../../shared/ports/errors.ts';
import { aSimulator, aShop as aSimulatedShop } from '../../simulator/world.ts';
import { searchAll } from '../../simulator/client.ts';
import type { Wire } from '../../simulator/client.ts';
import { aShop } from '../../support/a-shop.ts';
import { FakeCorrections } from '../../support/fake-corrections.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';
import { failure } from './a-stall.ts';

const provider = '7117858858072016801';
const right = 'YT2600512345678901';

interface Sent {
  readonly parcel: string;
  readonly number: string;
}

/** Three parcels, whoever keeps them: one that can be changed, one that no longer can, and one of TikTok's. */
interface Place {
  readonly corrections: Corrections;
  readonly open: Sent;
  readonly late: Sent;
  readonly theirs: Sent;
}

function inMemory(): Promise<Place> {
  const corrections = new FakeCorrections();
  corrections.parcels.set('1', { number: 'A1', shipping: 'seller', change: 'open' });
  corrections.parcels.set('2', { number: 'A2', shipping: 'seller', change: 'window-over' });
  corrections.parcels.set('3', { number: 'A3', shipping: 'tiktok', change: 'open' });
  const sent = (parcel: string): Sent => ({ parcel, number: `A${parcel}` });
  return Promise.resolve({ corrections, open: sent('1'), late: sent('2'), theirs: sent('3') });
}

function sentIn(order: Wire | undefined): Sent {
  const [parcel] = (order?.['packages'] ?? []) as readonly { readonly id: string }[];
  if (!order || !parcel) throw new Error('the simulator has no such parcel');
  return { parcel: parcel.id, number: String(order['tracking_number']) };
}

async function overTheWire(): Promise<Place> {
  const orders = { from: 'generator', open: 60, historyDays: 12 } as const;
  const simulator = await aSimulator({ shops: [aSimulatedShop({ orders })] });
  const shippedAt = (order: Wire) => Number(order['rts_time']) * 1_000;
  const shipped = (await searchAll(simulator, {}))
    .filter((order) => order['rts_time'] !== undefined && order['split_or_combine_tag'] === '')
    .toSorted((one, other) => shippedAt(other) - shippedAt(one));
  const bySeller = shipped.filter((order) => order['shipping_type'] === 'SELLER');
  const since = instant(simulator.now() - hours(73));
  return {
    corrections: await connect(simulator),
    open: sentIn(bySeller[0]),
    late: sentIn(bySeller.find((order) => shippedAt(order) < since)),
    theirs: sentIn(shipped.find((order) => order['shipping_type'] === 'TIKTOK')),
  };
}

async function connect(simulator: Simulator): Promise<Corrections> {
  const { appKey, appSecret, openId, accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = simulator;
  const shop = aShop({ cipher: simulator.shops[0]?.cipher, seller: { appKey, openId } });
  const vault = new FakeSellerVault();
  await vault.storeTokens(shop.seller, { accessToken, refreshToken });
  await vault.storeAppSecret(appKey, appSecret);
  const sellers = new FakeSellers();
  sellers.seed(shop.seller, { accessExpiresAt, refreshExpiresAt });
  const tiktok = openMarketplaces({
    clock: systemClock,
    vault,
    sellers,
    apiUrl: simulator.url,
    authUrl: simulator.authUrl,
    holder: 'contract',
  });
  return tiktok.corrections(shop, simulator.now());
}

describe.each([
  ['in memory', inMemory],
  ['over the wire of a simulated TikTok', overTheWire],
])('corrections %s', async (_, make) => {
  const { corrections, open, late, theirs } = await make();

  it('change a number once; the same again is made already, another is one too many', async () => {
    expect(await corrections.change(open.parcel, right, provider)).toBe('changed');
    expect(await corrections.change(open.parcel, right, provider)).toBe('already');
    expect(await corrections.change(open.parcel, 'YT2600512345678902', provider)).toBe('used-up');
  });

  it('come too late once the window is over, unless nothing had to be changed', async () => {
    expect(await corrections.change(late.parcel, right, provider)).toBe('window-over');
    expect(await corrections.change(late.parcel, late.number, provider)).toBe('already');
  });

  it('are refused for what TikTok ships, and for a parcel that there is not', async () => {
    for (const parcel of [theirs.parcel, '404']) {
      expect(await failure(corrections.change(parcel, right, provider))).toBeInstanceOf(Rejected);
    }
  });

  it('tell whose label a number stands on', async () => {
    expect(await corrections.labelOf(theirs.number)).toBe('platform');
    expect(await corrections.labelOf(late.number)).toBe('other');
    expect(await corrections.labelOf('NOBODY1')).toBe('other');
  });
});
