import type { DayTotals } from '../../shared/domain/day-totals.ts';
import type { DayLog } from '../../shared/ports/day-log.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeDayLog implements DayLog {
  readonly #shops = new Map<string, ReadonlyMap<string, DayTotals>>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  write(shop: string, days: readonly DayTotals[]): Promise<void> {
    return underPlan(this.#plan, 'dayLog.write', () => {
      const known = this.#shops.get(shop) ?? new Map<string, DayTotals>();
      this.#shops.set(shop, new Map([...known, ...days.map((of) => [of.day, structuredClone(of)] as const)]));
    });
  }

  since(shop: string, day: string): Promise<readonly DayTotals[]> {
    return underPlan(this.#plan, 'dayLog.since', () => this.days(shop).filter((of) => of.day >= day));
  }

  /** Everything that was ever counted, ascending. */
  days(shop: string): readonly DayTotals[] {
    return [...(this.#shops.get(shop)?.values() ?? [])].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }
}
