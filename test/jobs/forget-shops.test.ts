import { describe, expect, it } from 'vitest';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, before, days, hours, seconds } from '../../shared/domain/time.ts';
import { forgetShops } from '../../shared/jobs/forget-shops.ts';
import type { ShopData } from '../../shared/ports/shop-data.ts';
import { aShop } from '../support/a-shop.ts';
import { Crash, CrashPlan, underPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeShops } from '../support/fake-shops.ts';

const clock = new FakeClock();
const now = clock.wallTime;
const leaving = { since: before(now, days(7)), until: before(now, seconds(1)) };

class FakeShopData implements ShopData {
  readonly removed: string[] = [];
  readonly tokens: string[] = [];
  slow = false;
  readonly #plan: CrashPlan;
  readonly #shops: FakeShops;

  constructor(shops: FakeShops, plan: CrashPlan) {
    this.#shops = shops;
    this.#plan = plan;
  }

  remove({ id }: Shop, isLastOfSeller: boolean): Promise<boolean> {
    return underPlan(this.#plan, 'data.remove', () => {
      if (this.slow) return false;
      this.removed.push(id);
      if (isLastOfSeller) this.tokens.push(id);
      return true;
    });
  }

  removeSettings(shop: string): Promise<void> {
    return underPlan(this.#plan, 'data.removeSettings', () => this.#shops.remove(shop));
  }
}

function aRound(shops: readonly Shop[]) {
  const plan = new CrashPlan();
  const known = new FakeShops(shops, plan);
  const data = new FakeShopData(known, plan);
  const round = () => forgetShops({ shops: known, data, clock, until: after(now, hours(1)) });
  return { plan, known, data, round };
}

describe('shops that were removed', () => {
  it('are forgotten when their time is up, and not before', async () => {
    const later = { ...leaving, until: after(now, seconds(1)) };
    const { known, data, round } = aRound([
      aShop({ id: '1', leaving }),
      aShop({ id: '2', leaving: later }),
      aShop({ id: '3' }),
    ]);
    expect(await round()).toEqual({ forgotten: 1, left: 0 });
    expect(data.removed).toEqual(['1']);
    expect(await known.list()).toEqual(['2', '3']);
    expect(data.tokens).toEqual([]);
  });

  it('take the tokens of their seller along with the last of them', async () => {
    const { data, round } = aRound([aShop({ id: '1', leaving }), aShop({ id: '2', leaving })]);
    expect(await round()).toEqual({ forgotten: 2, left: 0 });
    expect(data.tokens).toEqual(['2']);
  });

  it('wait for the next round when time is up', async () => {
    const { known, data, round } = aRound([aShop({ id: '1', leaving })]);
    data.slow = true;
    expect(await round()).toEqual({ forgotten: 0, left: 1 });
    expect(await known.list()).toEqual(['1']);
  });

  it('are forgotten whatever call the function dies at', async () => {
    const probe = aRound([aShop({ id: '1', leaving })]);
    await probe.round();
    for (let point = 1; point <= probe.plan.points; point += 1) {
      const { plan, known, round } = aRound([aShop({ id: '1', leaving })]);
      plan.crashAt(point);
      await expect(round()).rejects.toThrow(Crash);
      plan.revive();
      await round();
      expect(await known.list(), `point ${point}`).toEqual([]);
    }
  });
});
