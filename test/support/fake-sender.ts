import type { NotifyRequest } from '../../shared/domain/digest.ts';
import type { Channel } from '../../shared/domain/shop.ts';
import type { Sender } from '../../shared/ports/messaging.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Keeps every notice it delivered; `plan.refuseNext('sender.deliver', …)` makes the receiver refuse one. */
export class FakeSender implements Sender {
  readonly kind: Channel['kind'];
  readonly delivered: NotifyRequest[] = [];
  readonly #plan: CrashPlan;

  constructor(kind: Channel['kind'] = 'email', plan = new CrashPlan()) {
    this.kind = kind;
    this.#plan = plan;
  }

  deliver(notice: NotifyRequest): Promise<string | undefined> {
    return underPlan(this.#plan, 'sender.deliver', () => {
      this.delivered.push(notice);
      return `${this.kind}-${this.delivered.length}`;
    });
  }
}
