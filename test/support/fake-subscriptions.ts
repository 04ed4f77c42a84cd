import type { Registration } from '../../shared/domain/subscription.ts';
import type { Subscriptions } from '../../shared/ports/subscriptions.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** What a shop has TikTok post, without TikTok. */
export class FakeSubscriptions implements Subscriptions {
  readonly #plan: CrashPlan;
  readonly #addresses = new Map<string, string>();

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(): Promise<readonly Registration[]> {
    return underPlan(this.#plan, 'subscriptions.list', () =>
      [...this.#addresses].map(([event, address]) => ({ event, address })),
    );
  }

  set({ event, address }: Registration): Promise<void> {
    return underPlan(this.#plan, 'subscriptions.set', () => void this.#addresses.set(event, address));
  }

  remove(event: string): Promise<void> {
    return underPlan(this.#plan, 'subscriptions.remove', () => void this.#addresses.delete(event));
  }
}
