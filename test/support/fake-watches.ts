import type { Instant } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import type { Watch, Watches } from '../../shared/ports/watch.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** One watch a shop; the lease is enforced as the table enforces it. */
export class FakeWatches implements Watches {
  readonly #watches = new Map<string, Watch>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  read(shop: string): Promise<Watch | undefined> {
    return underPlan(this.#plan, 'watches.read', () => this.#watches.get(shop));
  }

  acquire(shop: string, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return underPlan(this.#plan, 'watches.acquire', () => {
      const watch = this.#watches.get(shop) ?? { firstLookDone: false, findings: [] };
      const { lease } = watch;
      if (lease && lease.holder !== holder && lease.until > wall) return false;
      this.#watches.set(shop, { ...watch, lease: { holder, until } });
      return true;
    });
  }

  write(shop: string, watch: Watch, holder: string): Promise<void> {
    return underPlan(this.#plan, 'watches.write', () => {
      if (this.#watches.get(shop)?.lease?.holder !== holder)
        throw new Transient(`shop ${shop}: the run lease was lost`);
      this.#watches.set(shop, structuredClone(watch));
    });
  }

  /** Sets the scene: what a test says was there before. */
  seed(shop: string, watch: Watch): void {
    this.#watches.set(shop, watch);
  }

  peek(shop: string): Watch | undefined {
    return this.#watches.get(shop);
  }
}
