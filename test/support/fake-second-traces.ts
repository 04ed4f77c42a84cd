import type { SecondTrace } from '../../shared/domain/second-trace.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { SecondTraces } from '../../shared/ports/second-traces.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Second traces in memory; nothing expires. */
export class FakeSecondTraces implements SecondTraces {
  readonly #traces = new Map<string, SecondTrace>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  find(shop: string, numbers: readonly string[]): Promise<ReadonlyMap<string, SecondTrace>> {
    return underPlan(this.#plan, 'secondTraces.find', () => {
      const found = numbers.flatMap((number) => this.#traces.get(`${shop}/${number}`) ?? []);
      return new Map(found.map((trace) => [trace.number, trace]));
    });
  }

  write(shop: string, traces: readonly SecondTrace[], _wall: Instant): Promise<void> {
    return underPlan(this.#plan, 'secondTraces.write', () => {
      for (const trace of traces) this.#traces.set(`${shop}/${trace.number}`, trace);
    });
  }
}
