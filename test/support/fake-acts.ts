import type { Act } from '../../shared/domain/act.ts';
import type { ActBook } from '../../shared/ports/acts.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Every act of every shop in memory. Nothing expires here. */
export class FakeActs implements ActBook {
  readonly #acts = new Map<string, Map<string, Act>>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(shop: string): Promise<readonly Act[]> {
    return underPlan(this.#plan, 'acts.list', () => [...this.#of(shop).values()]);
  }

  find(shop: string, id: string): Promise<Act | undefined> {
    return underPlan(this.#plan, 'acts.find', () => this.#of(shop).get(id));
  }

  record(shop: string, act: Act): Promise<Act | undefined> {
    return underPlan(this.#plan, 'acts.record', () => {
      const acts = this.#of(shop);
      const earlier = acts.get(act.id);
      if (!earlier) acts.set(act.id, act);
      return earlier;
    });
  }

  /** Without I/O, for tests to look at. */
  peek(shop: string): readonly Act[] {
    return [...this.#of(shop).values()];
  }

  #of(shop: string): Map<string, Act> {
    let acts = this.#acts.get(shop);
    if (!acts) this.#acts.set(shop, (acts = new Map()));
    return acts;
  }
}
