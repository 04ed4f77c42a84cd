import { caseKey, type RemedyCase } from '../../shared/domain/remedy-case.ts';
import type { Cases } from '../../shared/ports/cases.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Every case of every shop in memory. Nothing expires here. */
export class FakeCases implements Cases {
  readonly #cases = new Map<string, Map<string, RemedyCase>>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(shop: string): Promise<readonly RemedyCase[]> {
    return underPlan(this.#plan, 'cases.list', () => this.peek(shop));
  }

  find(shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, RemedyCase>> {
    return underPlan(this.#plan, 'cases.find', () => {
      const found = keys.flatMap((key) => this.#of(shop).get(key) ?? []);
      return new Map(found.map((one) => [caseKey(one), one]));
    });
  }

  put(shop: string, cases: readonly RemedyCase[]): Promise<void> {
    return underPlan(this.#plan, 'cases.put', () => this.seed(shop, cases));
  }

  /** Without I/O. */
  seed(shop: string, cases: readonly RemedyCase[]): void {
    for (const one of cases) this.#of(shop).set(caseKey(one), one);
  }

  peek(shop: string): readonly RemedyCase[] {
    return [...this.#of(shop).values()];
  }

  #of(shop: string): Map<string, RemedyCase> {
    let cases = this.#cases.get(shop);
    if (!cases) this.#cases.set(shop, (cases = new Map()));
    return cases;
  }
}
