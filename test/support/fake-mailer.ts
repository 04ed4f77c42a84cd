import type { Mail, Mailer } from '../../shared/ports/messaging.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Keeps every mail; `plan.refuseNext('mailer.send', …)` makes the provider refuse one. */
export class FakeMailer implements Mailer {
  readonly sent: Mail[] = [];
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  send(mail: Mail): Promise<string> {
    return underPlan(this.#plan, 'mailer.send', () => {
      this.sent.push(mail);
      return `mail-${this.sent.length}`;
    });
  }
}
