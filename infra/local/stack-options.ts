import type { DynamoEngine } from './dynamo-engine.ts';

export interface Endpoints {
  readonly gatewayUrl: string;
  readonly inboxUrl: string;
  /** Addresses of functions, by the logical id of their URL. */
  readonly functionUrls: Texts;
  /** The secret of a channel of this kind that ends on this machine; any name will do. */
  channelSecret(kind: string, name: string): string;
}

type PerEndpoints<T> = T | ((endpoints: Endpoints) => T);
export type Texts = Readonly<Record<string, string>>;

export interface StackOptions {
  /** A synthesized cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** The template's parameters; those without a default must be given. */
  readonly parameters?: Texts;
  /** Keeps tables and parameters here; without it they live in memory. */
  readonly dataDir?: string;
  /** Given to every function, over its own variables. */
  readonly functionEnvironment?: PerEndpoints<Texts>;
  /** First values of SSM parameters, by name; see ParameterStore.seed. */
  readonly ssm?: PerEndpoints<Texts>;
  /** Addresses or domains that SES may send from. */
  readonly verifiedSenders?: readonly string[];
  /** SES is in its sandbox and sends to these addresses or domains alone; left out: it has left it. */
  readonly verifiedRecipients?: readonly string[];
  readonly outboxDir?: string;
  readonly logsDir?: string;
  /** Where the facts of the running stack are written. */
  readonly localFile?: string;
  /** Processes per function at most, and pollers per queue. */
  readonly concurrency?: number;
  readonly engine?: DynamoEngine['kind'];
}
