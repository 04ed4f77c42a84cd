import type { Instant } from '../../shared/domain/time.ts';
import type { Quarantine, QuarantinedOrder } from '../../shared/ports/records.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeQuarantine implements Quarantine {
  readonly #entries = new Map<string, QuarantinedOrder & { readonly shop: string }>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(shop: string): Promise<readonly QuarantinedOrder[]> {
    return underPlan(this.#plan, 'quarantine.list', () =>
      [...this.#entries.values()]
        .filter((entry) => entry.shop === shop)
        .map(({ order, run, paths }) => ({ order, run, paths }))
        .toSorted((a, b) => (a.order < b.order ? -1 : 1)),
    );
  }

  put(shop: string, entries: readonly QuarantinedOrder[], _wall: Instant): Promise<void> {
    return underPlan(this.#plan, 'quarantine.put', () => {
      for (const entry of entries) this.#entries.set(`${shop}/${entry.order}`, { ...entry, shop });
    });
  }

  remove(shop: string, orders: readonly string[]): Promise<void> {
    return underPlan(this.#plan, 'quarantine.remove', () => {
      for (const order of orders) this.#entries.delete(`${shop}/${order}`);
    });
  }
}
