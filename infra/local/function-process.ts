import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { account } from './template-scope.ts';
import type { FunctionResource } from './template-resources.ts';

/** As Lambda describes a failed invocation. */
export interface InvocationError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** `payload` is JSON text. */
export type InvocationOutcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: InvocationError };

export interface HostOrder {
  readonly event: string;
  readonly deadline: number;
  readonly context: Readonly<Record<string, unknown>>;
}

export type HostNews =
  | { readonly is: 'ready' }
  | { readonly is: 'unusable'; readonly error: InvocationError }
  | { readonly is: 'answered'; readonly payload: string }
  | { readonly is: 'failed'; readonly error: InvocationError };

/** Lambda gives initialization ten seconds before it starts over on the function's own time. */
const initializationMs = 10_000;

/** One child process running one function; one invocation at a time. What it writes goes to the log file. */
export class FunctionProcess {
  readonly #resource: FunctionResource;
  readonly #logFile: string;
  readonly #child: ChildProcess;
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  /** Why it cannot be used any more. */
  #unusable: InvocationError | undefined;
  #settle: ((outcome: InvocationOutcome) => void) | undefined;

  constructor(resource: FunctionResource, environment: Readonly<Record<string, string>>, logFile: string) {
    this.#resource = resource;
    this.#logFile = logFile;
    this.#child = forkHost(resource, environment, logFile);
    this.#child.on('message', (news: HostNews) => this.#hear(news));
    this.#child.on('exit', (code, signal) => this.#end(signal === null ? `exit status ${code}` : `signal ${signal}`));
    this.#child.on('error', ({ message }) => (this.#child.pid === undefined ? this.#end(message) : this.kill()));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves once the process is gone. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** Never rejects; where the invocation was the end of the process, it resolves after `ended`. */
  async invoke(event: string): Promise<InvocationOutcome> {
    const id = randomUUID();
    const initialization = this.#killIn(initializationMs + this.#resource.Timeout * 1000);
    await this.#ready.promise;
    clearTimeout(initialization);
    const outcome = await this.#run(id, event);
    if (!outcome.ok) {
      const { errorType, errorMessage } = outcome.error;
      appendFileSync(this.#logFile, `${new Date().toISOString()} [runner] ${id} ${errorType}: ${errorMessage}\n`);
    }
    return outcome;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #run(id: string, event: string): Promise<InvocationOutcome> {
    if (this.#unusable !== undefined) return { ok: false, error: this.#unusable };
    const answer = Promise.withResolvers<InvocationOutcome>();
    this.#settle = answer.resolve;
    const timer = this.#killIn(this.#resource.Timeout * 1000);
    const deadline = Date.now() + this.#resource.Timeout * 1000;
    const order: HostOrder = { event, deadline, context: contextOf(this.#resource, id) };
    this.#child.send(order, (error) => error !== null && this.kill());
    const outcome = await answer.promise;
    clearTimeout(timer);
    this.#settle = undefined;
    return outcome;
  }

  #hear(news: HostNews): void {
    switch (news.is) {
      case 'ready':
        return this.#ready.resolve();
      case 'unusable':
        this.#unusable = news.error;
        return;
      case 'answered':
        return this.#settle?.({ ok: true, payload: news.payload });
      case 'failed':
        return this.#settle?.({ ok: false, error: news.error });
    }
  }

  #end(how: string): void {
    this.#unusable ??= { errorType: 'Runtime.ExitError', errorMessage: `The runtime exited with ${how}` };
    this.#ended.resolve();
    this.#ready.resolve();
    this.#settle?.({ ok: false, error: this.#unusable });
  }

  #killIn(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#unusable = timedOut(milliseconds / 1000);
      this.kill();
    }, milliseconds);
  }
}

function forkHost(
  { folder, Handler, MemorySize }: FunctionResource,
  environment: Readonly<Record<string, string>>,
  logFile: string,
): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = fork(fileURLToPath(new URL('function-host.ts', import.meta.url)), [folder, Handler], {
    // Its own session: Ctrl-C in a terminal must not kill a function before the runner has stopped asking it.
    detached: true,
    env: { ...environment },
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${MemorySize}`],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

export function functionArn(name: string): string {
  return `arn:aws:lambda:${account.region}:${account.id}:function:${name}`;
}

function timedOut(seconds: number): InvocationError {
  return { errorType: 'Sandbox.Timedout', errorMessage: `Task timed out after ${seconds.toFixed(2)} seconds` };
}

function contextOf({ name, MemorySize }: FunctionResource, awsRequestId: string): Readonly<Record<string, unknown>> {
  return {
    awsRequestId,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn(name),
    memoryLimitInMB: String(MemorySize),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
  };
}
