import type { ActionLink } from '../../shared/domain/action-link.ts';
import { isPast, type Instant } from '../../shared/domain/time.ts';
import type { ActionLinks, ReadLink, SignLink } from '../../shared/ports/action-links.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';
import type { FakeClock } from './fake-clock.ts';

/** Links that anybody could write: their text is the link itself. */
export class FakeLinks implements ActionLinks {
  readonly #plan: CrashPlan;
  readonly #clock: Pick<FakeClock, 'wall'>;

  constructor(clock: Pick<FakeClock, 'wall'>, plan = new CrashPlan()) {
    this.#clock = clock;
    this.#plan = plan;
  }

  signer(): Promise<SignLink> {
    return underPlan(this.#plan, 'links.signer', () => (link) => `https://door.example/act/${this.token(link)}`);
  }

  read(token: string): Promise<ReadLink> {
    return underPlan(this.#plan, 'links.read', () => {
      if (!token.startsWith('fake')) return { is: 'invalid' };
      const link = JSON.parse(Buffer.from(token.slice(4), 'base64url').toString()) as ActionLink;
      return { is: isPast(link.expiresAt, this.#clock.wall()) ? 'expired' : 'valid', link, id: `link/${token}` };
    });
  }

  proofFor(token: string, wall: Instant): Promise<string> {
    return underPlan(this.#plan, 'links.proofFor', () => `proof ${wall} ${token}`);
  }

  isProof(proof: string, token: string, wall: Instant): Promise<boolean> {
    return underPlan(this.#plan, 'links.isProof', () => proof === `proof ${wall} ${token}`);
  }

  token(link: ActionLink): string {
    return `fake${Buffer.from(JSON.stringify(link)).toString('base64url')}`;
  }
}
