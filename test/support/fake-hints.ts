import type { Instant } from '../../shared/domain/time.ts';
import type { Hint, Hints } from '../../shared/ports/hints.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeHints implements Hints {
  readonly #noted = new Map<string, Instant>();
  readonly #followed = new Map<string, Instant>();
  readonly #deauthorized = new Map<string, Instant>();
  readonly #heard = new Set<string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  note({ shop, at }: Hint): Promise<void> {
    return underPlan(this.#plan, 'hints.note', () => {
      this.#noted.set(shop, at);
    });
  }

  list(): Promise<readonly Hint[]> {
    return underPlan(this.#plan, 'hints.list', () => this.peek());
  }

  markFollowed({ shop, at }: Hint): Promise<void> {
    return underPlan(this.#plan, 'hints.markFollowed', () => {
      this.#followed.set(shop, at);
    });
  }

  lastAt(shop: string): Promise<Instant | undefined> {
    return underPlan(this.#plan, 'hints.lastAt', () => this.#noted.get(shop));
  }

  noteDeauthorization({ shop, at }: Hint): Promise<void> {
    return underPlan(this.#plan, 'hints.noteDeauthorization', () => {
      if (at > (this.#deauthorized.get(shop) ?? 0)) this.#deauthorized.set(shop, at);
    });
  }

  deauthorizedAt(shop: string): Promise<Instant | undefined> {
    return underPlan(this.#plan, 'hints.deauthorizedAt', () => this.#deauthorized.get(shop));
  }

  wasHeard(app: string, id: string): Promise<boolean> {
    return underPlan(this.#plan, 'hints.wasHeard', () => this.#heard.has(`${app}/${id}`));
  }

  markHeard(app: string, id: string): Promise<void> {
    return underPlan(this.#plan, 'hints.markHeard', () => {
      this.#heard.add(`${app}/${id}`);
    });
  }

  /** Without I/O, for tests to look at. */
  peek(): readonly Hint[] {
    return [...this.#noted].flatMap(([shop, at]) => ((this.#followed.get(shop) ?? 0) >= at ? [] : [{ shop, at }]));
  }
}
