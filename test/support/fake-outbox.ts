import type { DigestRequest } from '../../shared/domain/digest.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import type { Outbox, SweepRequest } from '../../shared/ports/messaging.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Queues that only grow: standard ones repeat what was sent twice, the FIFO one drops a known step. */
export class FakeOutbox implements Outbox {
  readonly sweeps: SweepRequest[] = [];
  readonly notices: NoticeRequest[] = [];
  readonly digests: DigestRequest[] = [];
  readonly remediations: RemediationRequest[] = [];
  readonly #seen = new Set<string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  sweep(requests: readonly SweepRequest[]): Promise<void> {
    return underPlan(this.#plan, 'outbox.sweep', () => {
      for (const request of requests) {
        const key = `${request.shop}#${request.run}#${request.step}`;
        if (!this.#seen.has(key)) this.sweeps.push(request);
        this.#seen.add(key);
      }
    });
  }

  notice(requests: readonly NoticeRequest[]): Promise<void> {
    return underPlan(this.#plan, 'outbox.notice', () => {
      this.notices.push(...requests);
    });
  }

  digest(requests: readonly DigestRequest[]): Promise<void> {
    return underPlan(this.#plan, 'outbox.digest', () => {
      this.digests.push(...requests);
    });
  }

  remediation(requests: readonly RemediationRequest[]): Promise<void> {
    return underPlan(this.#plan, 'outbox.remediation', () => {
      this.remediations.push(...requests);
    });
  }

  /** Five minutes later: the FIFO queue has forgotten which steps it has seen. */
  forgetSteps(): void {
    this.#seen.clear();
  }
}
