import type { Shop } from '../../shared/domain/shop.ts';
import type { ChangeableShops } from '../../shared/ports/records.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeShops implements ChangeableShops {
  readonly #shops = new Map<string, Shop>();
  readonly #plan: CrashPlan;

  constructor(shops: readonly Shop[] = [], plan = new CrashPlan()) {
    for (const shop of shops) this.put(shop);
    this.#plan = plan;
  }

  list(): Promise<readonly string[]> {
    return underPlan(this.#plan, 'shops.list', () => [...this.#shops.keys()].toSorted());
  }

  read(shop: string): Promise<Shop | undefined> {
    return underPlan(this.#plan, 'shops.read', () => this.#shops.get(shop));
  }

  async change(shop: string, decide: (shop: Shop) => Shop | undefined): Promise<boolean> {
    const known = await this.read(shop);
    const changed = known && decide(known);
    if (!changed) return false;
    return underPlan(this.#plan, 'shops.change', () => {
      if (this.#shops.get(shop) !== known) return false;
      this.#shops.set(shop, changed);
      return true;
    });
  }

  remove(shop: string): void {
    this.#shops.delete(shop);
  }

  put(shop: Shop): void {
    this.#shops.set(shop.id, shop);
  }
}
