/** The process died here. Nothing but the test that planned it may catch this. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Kills the "process" before or after its n-th I/O call. Every fake method announces itself by `before` and
 * `after`, so a test can run once unharmed, read `points`, and then crash at each of them in turn. A dead process
 * does no I/O: until `revive`, every further call crashes as well, whoever caught the first one.
 */
export class CrashPlan {
  /** The points passed since the last `revive`, in order: `before watches.write`, `after watches.write`, … */
  readonly passed: string[] = [];
  #crashAt: number | undefined;
  #dead = false;
  #meanwhile: { readonly point: number; readonly act: () => unknown } | undefined;
  readonly #refusals: { readonly call: string; readonly error: Error }[] = [];

  /** How many points a run has passed; crash at 1 … points. */
  get points(): number {
    return this.passed.length;
  }

  crashAt(point: number): void {
    this.#crashAt = point;
  }

  /** Somebody else does this while the run is at that point. */
  meanwhileAt(point: number, act: () => unknown): void {
    this.#meanwhile = { point, act };
  }

  /** A new process: alive, counting from zero, with no crash planned. */
  revive(): void {
    this.passed.length = 0;
    this.#crashAt = undefined;
    this.#dead = false;
  }

  /** The next call of this name fails with `error` and has no effect. */
  refuseNext(call: string, error: Error): void {
    this.#refusals.push({ call, error });
  }

  before(call: string): void {
    this.#pass(`before ${call}`);
    const refusal = this.#refusals.findIndex((planned) => planned.call === call);
    if (refusal === -1) return;
    const [planned] = this.#refusals.splice(refusal, 1);
    if (planned) throw planned.error;
  }

  after(call: string): void {
    this.#pass(`after ${call}`);
  }

  #pass(point: string): void {
    if (this.#dead) throw new Crash(`dead: ${point}`);
    this.passed.push(point);
    const meanwhile = this.#meanwhile;
    if (meanwhile?.point === this.passed.length) {
      this.#meanwhile = undefined;
      meanwhile.act();
    }
    if (this.passed.length !== this.#crashAt) return;
    this.#dead = true;
    throw new Crash(`crashed at point ${this.#crashAt}: ${point}`);
  }
}

/** Runs one I/O call of a fake under the plan. */
export async function underPlan<Answer>(plan: CrashPlan, call: string, act: () => Answer): Promise<Answer> {
  // Real I/O never answers in the same tick.
  await Promise.resolve();
  plan.before(call);
  const answer = act();
  plan.after(call);
  return answer;
}
