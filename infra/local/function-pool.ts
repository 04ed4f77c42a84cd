import type { FunctionProcess, InvocationOutcome } from './function-process.ts';

const stopped: InvocationOutcome = {
  ok: false,
  error: { errorType: 'Runtime.ExitError', errorMessage: 'The stack is stopping' },
};

/** What Lambda says beyond a function's reserved concurrency. */
export const throttled: InvocationOutcome = {
  ok: false,
  error: { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' },
};

export interface PoolLimits {
  /** Processes at most; further invocations wait for one. */
  readonly processes: number;
  /** Invocations at most, waiting ones too: on AWS each of them would run. Further ones are throttled. */
  readonly invocations: number;
}

/** The processes of one function: started when needed, kept warm, each with one invocation at a time. */
export class FunctionPool {
  readonly #start: () => FunctionProcess;
  readonly #limits: PoolLimits;
  readonly #changed: () => void;
  readonly #processes = new Set<FunctionProcess>();
  readonly #idle: FunctionProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #invocations = 0;
  #stopped = false;

  /** `changed` is told whenever a process has been added or is gone. */
  constructor(start: () => FunctionProcess, limits: PoolLimits, changed: () => void) {
    this.#start = start;
    this.#limits = limits;
    this.#changed = changed;
  }

  pids(): readonly number[] {
    return [...this.#processes].map(({ pid }) => pid);
  }

  async invoke(event: string): Promise<InvocationOutcome> {
    if (this.#invocations >= this.#limits.invocations) return throttled;
    this.#invocations += 1;
    try {
      return await this.#run(event);
    } finally {
      this.#invocations -= 1;
    }
  }

  /** Kills every process; invocations that run or wait fail. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const wake of this.#waiting.splice(0)) wake();
    const processes = [...this.#processes];
    for (const process of processes) process.kill();
    await Promise.all(processes.map(({ ended }) => ended));
  }

  async #run(event: string): Promise<InvocationOutcome> {
    const process = await this.#take();
    if (process === undefined) return stopped;
    const outcome = await process.invoke(event);
    if (this.#processes.has(process)) this.#idle.push(process);
    this.#waiting.shift()?.();
    return outcome;
  }

  async #take(): Promise<FunctionProcess | undefined> {
    while (!this.#stopped) {
      const idle = this.#idle.pop();
      if (idle !== undefined) return idle;
      if (this.#processes.size < this.#limits.processes) return this.#startAnother();
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
