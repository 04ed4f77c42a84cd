import { iso, type Instant } from '../../shared/domain/time.ts';
import type { PastRuns, RunLog, RunRecord } from '../../shared/ports/records.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeRunLog implements RunLog, PastRuns {
  readonly #records = new Map<string, RunRecord>();
  readonly #cancelled = new Set<string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  record(shop: string, id: string, record: RunRecord, _wall: Instant): Promise<void> {
    return underPlan(this.#plan, 'runLog.record', () => {
      this.#records.set(`${shop}/${id}`, structuredClone(record));
    });
  }

  find(shop: string, id: string): Promise<RunRecord | undefined> {
    return underPlan(this.#plan, 'runLog.find', () => this.#records.get(`${shop}/${id}`));
  }

  since(shop: string, from: Instant): Promise<ReadonlyMap<string, RunRecord>> {
    return underPlan(this.#plan, 'runLog.since', () => {
      const own = [...this.#records].filter(([key]) => key.startsWith(`${shop}/`));
      const known = own.map(([key, record]) => [key.slice(shop.length + 1), record] as const);
      return new Map(known.filter(([id]) => id > iso(from)));
    });
  }

  cancel(shop: string, id: string, _wall: Instant): Promise<void> {
    return underPlan(this.#plan, 'runLog.cancel', () => void this.#cancelled.add(`${shop}/${id}`));
  }

  isCancelled(shop: string, id: string): Promise<boolean> {
    return underPlan(this.#plan, 'runLog.isCancelled', () => this.#cancelled.has(`${shop}/${id}`));
  }

  /** Every record of a shop, in the order in which they were first made. */
  records(shop: string): readonly RunRecord[] {
    return [...this.#records].filter(([key]) => key.startsWith(`${shop}/`)).map(([, record]) => record);
  }
}
