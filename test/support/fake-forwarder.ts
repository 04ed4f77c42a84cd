import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import type { Channel } from '../../shared/domain/shop.ts';
import type { Forwarder } from '../../shared/ports/messaging.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Another system, which takes each request once by its id. */
export class FakeForwarder implements Forwarder {
  readonly taken = new Map<string, RemediationRequest>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  forward(request: RemediationRequest, channel: Channel): Promise<void> {
    return underPlan(this.#plan, 'forwarder.forward', () => {
      this.taken.set(`${channel.id} ${request.id}`, request);
    });
  }
}
