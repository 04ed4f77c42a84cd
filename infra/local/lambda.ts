import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsError } from './aws-answer.ts';
import { functionArn, FunctionProcess, type InvocationError, type InvocationOutcome } from './function-process.ts';
import { FunctionPool } from './function-pool.ts';
import type { Keeper } from './keeper.ts';
import { account } from './template-scope.ts';
import type { FunctionResource, TemplateResources } from './template-resources.ts';

/** Pauses before the retries of an asynchronous invocation; on AWS one minute and two. */
const retryPausesMs = [250, 500];

export interface LambdaSettings {
  readonly logsDir: string;
  /** Processes per function at most. */
  readonly concurrency: number;
  /** What every function gets besides its own variables, which it overrides. */
  readonly environment: Readonly<Record<string, string>>;
  readonly keeper: Keeper;
  /** Sends a message to the queue with this ARN. */
  readonly send: (queueArn: string, body: string) => Promise<void>;
  /** A function's process has started or ended. */
  readonly changed: () => void;
}

/** How an asynchronous invocation ended. */
export type AsyncOutcome =
  | { readonly ok: true; readonly attempts: number }
  | { readonly ok: false; readonly attempts: number; readonly error: InvocationError };

/** The stand-in for AWS Lambda: every function of the template in processes of its own. */
export class Lambda {
  readonly #functions: ReadonlyMap<string, { readonly resource: FunctionResource; readonly pool: FunctionPool }>;
  readonly #invokeConfigs: TemplateResources['eventInvokeConfigs'];
  readonly #settings: LambdaSettings;
  #running = 0;
  #started = 0;
  #stopping = false;

  constructor({ functions, eventInvokeConfigs }: TemplateResources, settings: LambdaSettings) {
    mkdirSync(settings.logsDir, { recursive: true });
    this.#settings = settings;
    this.#invokeConfigs = eventInvokeConfigs;
    this.#functions = new Map(functions.map((resource) => [resource.name, { resource, pool: this.#poolOf(resource) }]));
  }

  /** By logical id: the physical name and the processes that live now. */
  describe(): Readonly<Record<string, { readonly name: string; readonly pids: readonly number[] }>> {
    return Object.fromEntries(
      [...this.#functions.values()].map(({ resource, pool }) => [
        resource.id,
        { name: resource.name, pids: pool.pids() },
      ]),
    );
  }

  /** Invocations that run or wait for a retry now, and how many have ever been started. */
  activity(): { readonly running: number; readonly started: number } {
    return { running: this.#running, started: this.#started };
  }

  /** `name` is a physical name, an ARN or a logical id; `event` is JSON text. */
  async invoke(name: string, event: string): Promise<InvocationOutcome> {
    const { pool } = this.#find(name);
    return this.#count(() => pool.invoke(event));
  }

  /**
   * Event invocation: retried after a failure, then handed to the function's on-failure destination or dead-letter
   * queue. Throws at once for an unknown function, as its caller must learn of it.
   */
  invokeAsync(name: string, event: string): Promise<AsyncOutcome> {
    const { resource, pool } = this.#find(name);
    const config = this.#invokeConfigs.find(({ FunctionName }) => FunctionName === resource.name);
    const retries = config?.MaximumRetryAttempts ?? retryPausesMs.length;
    return this.#count(async () => {
      for (let attempts = 1; ; attempts += 1) {
        const outcome = await pool.invoke(event);
        if (outcome.ok) return { ok: true, attempts };
        if (this.#stopping) return { ok: false, attempts, error: outcome.error };
        if (attempts > retries) {
          await this.#giveUp(resource, config?.DestinationConfig?.OnFailure?.Destination, event, outcome.error);
          return { ok: false, attempts, error: outcome.error };
        }
        await sleep(retryPausesMs[attempts - 1] ?? 0);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#functions.values()].map(({ pool }) => pool.stop()));
  }

  #find(name: string): { readonly resource: FunctionResource; readonly pool: FunctionPool } {
    const wanted = name.split(':function:').at(-1) ?? name;
    const found =
      this.#functions.get(wanted) ?? [...this.#functions.values()].find(({ resource }) => resource.id === wanted);
    if (found === undefined) throw new AwsError('ResourceNotFoundException', `Function not found: ${wanted}`, 404);
    return found;
  }

  async #count<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#started += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }

  /** A destination gets a record of the invocation, a dead-letter queue the event alone. */
  async #giveUp(
    { name, DeadLetterConfig }: FunctionResource,
    destination: string | undefined,
    event: string,
    error: InvocationError,
  ): Promise<void> {
    const record = {
      version: '1.0',
      timestamp: new Date().toISOString(),
      requestContext: { functionArn: functionArn(name), condition: 'RetriesExhausted' },
      requestPayload: JSON.parse(event) as unknown,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: error,
    };
    if (destination !== undefined) await this.#settings.send(destination, JSON.stringify(record));
    if (DeadLetterConfig !== undefined) await this.#settings.send(DeadLetterConfig.TargetArn, event);
  }

  #poolOf(resource: FunctionResource): FunctionPool {
    const { concurrency: processes, changed } = this.#settings;
    const invocations = resource.ReservedConcurrentExecutions ?? Infinity;
    return new FunctionPool(() => this.#startProcess(resource), { processes, invocations }, changed);
  }

  #startProcess(resource: FunctionResource): FunctionProcess {
    const { keeper, logsDir, environment } = this.#settings;
    const own = { ...lambdaVariables(resource), ...resource.Environment?.Variables, ...environment };
    const process = new FunctionProcess(resource, own, join(logsDir, `${resource.name}.log`));
    keeper.keep(process.pid);
    void process.ended.then(() => keeper.forget(process.pid));
    return process;
  }
}

function lambdaVariables({ id, name, folder, MemorySize, Handler }: FunctionResource): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    AWS_REGION: account.region,
    AWS_DEFAULT_REGION: account.region,
    // Says to the gateway which function calls; nothing on this machine checks the secret.
    AWS_ACCESS_KEY_ID: `local-${id}`,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: Handler,
  };
}
