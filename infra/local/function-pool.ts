import type { FunctionProcess, InvocationOutcome } from './function-process.ts';

const stopped: InvocationOutcome = {
  ok: false,
  error: { errorType: 'Runtime.ExitError', errorMessage: 'The stack is stopping' },
};

/** The processes of one function: started when needed, kept warm, each with one invocation at a time. */
export class FunctionPool {
  readonly #start: () => FunctionProcess;
  readonly #size: number;
  readonly #changed: () => void;
  readonly #processes = new Set<FunctionProcess>();
  readonly #idle: FunctionProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #stopped = false;

  /** `changed` is told whenever a process has been added or is gone. */
  constructor(start: () => FunctionProcess, size: number, changed: () => void) {
    this.#start = start;
    this.#size = size;
    this.#changed = changed;
  }

  pids(): readonly number[] {
    return [...this.#processes].map(({ pid }) => pid);
  }

  async invoke(event: string): Promise<InvocationOutcome> {
    const process = await this.#take();
    if (process === undefined) return stopped;
    const outcome = await process.invoke(event);
    if (this.#processes.has(process)) this.#idle.push(process);
    this.#waiting.shift()?.();
    return outcome;
  }

  /** Kills every process; invocations that run or wait fail. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const wake of this.#waiting.splice(0)) wake();
    const processes = [...this.#processes];
    for (const process of processes) process.kill();
    await Promise.all(processes.map(({ ended }) => ended));
  }

  async #take(): Promise<FunctionProcess | undefined> {
    while (!this.#stopped) {
      const idle = this.#idle.pop();
      if (idle !== undefined) return idle;
      if (this.#processes.size < this.#size) return this.#startAnother();
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    return undefined;
  }

  #startAnother(): FunctionProcess {
    const process = this.#start();
    this.#processes.add(process);
    this.#changed();
    void process.ended.then(() => {
      this.#processes.delete(process);
      const index = this.#idle.indexOf(process);
      if (index >= 0) this.#idle.splice(index, 1);
      this.#changed();
      this.#waiting.shift()?.();
    });
    return process;
  }
}
