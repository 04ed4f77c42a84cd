import type { NoticeLine } from '../../shared/domain/notice.ts';
import type { LongLists } from '../../shared/ports/long-lists.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeLongLists implements LongLists {
  readonly #lists = new Map<string, readonly NoticeLine[]>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  put(shop: string, id: string, lines: readonly NoticeLine[]): Promise<void> {
    return underPlan(this.#plan, 'lists.put', () => void this.#lists.set(`${shop}/${id}`, lines));
  }

  find(shop: string, id: string): Promise<readonly NoticeLine[] | undefined> {
    return underPlan(this.#plan, 'lists.find', () => this.#lists.get(`${shop}/${id}`));
  }
}
