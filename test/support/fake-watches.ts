import { Transient } from '../../shared/ports/errors.ts';
import type { Watch, Watches } from '../../shared/ports/watch.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

const unwatched: Watch = { firstLookDone: false, findings: [] };

/** One watch a shop; the lease is enforced as the table enforces it. */
export class FakeWatches implements Watches {
  readonly #watches = new Map<string, Watch>();
  readonly #holders = new Map<string, string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  read(shop: string): Promise<Watch | undefined> {
    return underPlan(this.#plan, 'watches.read', () => this.#watches.get(shop));
  }

  take(shop: string, holder: string): Promise<void> {
    return underPlan(this.#plan, 'watches.take', () => {
      this.#holders.set(shop, holder);
      if (!this.#watches.has(shop)) this.#watches.set(shop, unwatched);
    });
  }

  write(shop: string, watch: Watch, holder: string): Promise<void> {
    return underPlan(this.#plan, 'watches.write', () => {
      if (this.#holders.get(shop) !== holder) throw new Transient(`shop ${shop}: the run lease was lost`);
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
