/** Messages that a function has put off for a while, by the receipts of their deliveries. */
export class Postponed {
  readonly #until = new Map<string, { readonly queue: string; readonly at: number }>();

  note(queue: string, receipt: string, waitSeconds: number): void {
    this.#until.set(receipt, { queue, at: Date.now() + waitSeconds * 1_000 });
  }

  has(receipt: string): boolean {
    return this.#until.has(receipt);
  }

  /** Those whose time has not come; left out: of all queues. */
  count(queue?: string): number {
    const now = Date.now();
    for (const [receipt, { at }] of this.#until) if (at <= now) this.#until.delete(receipt);
    return [...this.#until.values()].filter((one) => queue === undefined || one.queue === queue).length;
  }
}
