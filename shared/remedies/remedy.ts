import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import type { Mail } from '../ports/messaging.ts';

/** One way to mend a kind of finding. Pure: it says what to send, jobs send it. */
export interface Remedy {
  readonly id: string;
  /** Stages of checks that ask for it when a finding enters them. */
  readonly stages: readonly string[];
  /** What items dealt with in one act have in common, e.g. the carrier's name; may come from outside. */
  group(item: RemedyItem): string;
  render(request: RemediationRequest): Mail;
}
