import type { SESClient } from '@aws-sdk/client-ses';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { environments } from '../../functions/environment.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, openTable, type Table } from '../../shared/adapters/dynamo/client.ts';
import { SsmLinkKeys } from '../../shared/adapters/link-keys.ts';
import { createSqsClient, SqsOutbox } from '../../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../../shared/adapters/secrets.ts';
import type { Outbox } from '../../shared/ports/messaging.ts';
import { createSesClient } from './mail-account.ts';
import { chosenStage } from './stack-option.ts';
import { stageNames } from './stage-names.ts';

const { TIKTOK_API_URL, TIKTOK_AUTH_URL } = environments.sweep.shape;

/** What a stack says of itself: by a parameter on AWS, by a file on this machine. */
const Facts = z.object({
  table: z.string(),
  queues: z.record(z.string(), z.url()).default({}),
  functionUrls: z.record(z.string(), z.url()).default({}),
  /** Unknown of a local stack that an earlier version started. */
  mailFrom: z.string().optional(),
  apiUrl: TIKTOK_API_URL,
  authUrl: TIKTOK_AUTH_URL,
});

const LocalFile = z
  .object({ gatewayUrl: z.url(), region: z.string(), parameters: z.record(z.string(), z.string()).default({}) })
  .loose();

/** What commands need of a stack. */
export interface RunningStack {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly vault: SsmSellerVault;
  /** What links are signed with. */
  readonly linkKeys: SsmLinkKeys;
  /** Addresses of its queues, by name, the same on every stage. */
  readonly queues: Readonly<Record<string, string>>;
  /** To its sweeps. */
  readonly outbox: Pick<Outbox, 'sweep'>;
  readonly ses: SESClient;
  /** Sender of every mail. */
  readonly mailFrom?: string;
  /** Servers whose clocks have to agree with ours. */
  readonly clocks: readonly { readonly name: string; readonly url: string }[];
  /** Addresses of functions, by logical id. */
  readonly functionUrls: Readonly<Record<string, string>>;
  /** Where its functions find TikTok. */
  readonly tiktok: { readonly apiUrl: string; readonly authUrl: string };
}

/** The stack that `--stage` names, or the one that `npm start` runs here. Throws one clear line where there is none. */
export function runningStack(): Promise<RunningStack> {
  const stage = chosenStage();
  return stage === undefined ? localStack() : deployedStack(stage);
}

const file = '.tidewatch/local.json';

/** Milliseconds; it is on this machine. */
const patience = 5_000;

/** What a stack has written down, and how to have it written anew. */
interface Source {
  readonly name: string;
  readonly remedy: string;
}

/** Throws one line with the remedy. */
function parse(text: string, { name, remedy }: Source): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is cut short or no JSON: ${remedy}`, { cause: error });
  }
}

/** Throws one line with the field that does not fit, and the remedy. */
function fit<Schema extends z.ZodType>(written: unknown, schema: Schema, { name, remedy }: Source): z.output<Schema> {
  const parsed = schema.safeParse(written);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Error(`${name} does not fit${field === '' ? '' : ` at ${field}`}: ${remedy}`);
}

async function localStack(): Promise<RunningStack> {
  if (!existsSync(file))
    throw new Error(
      'nothing is running here: start it with npm start, in another terminal, or name a deployed stack with --stage',
    );
  const source = { name: file, remedy: 'start the stack again with npm start' };
  const { gatewayUrl, region, parameters, ...rest } = fit(parse(readFileSync(file, 'utf8'), source), LocalFile, source);
  // Recovery: whatever keeps it from answering, it has to be started again.
  await fetch(`${gatewayUrl}/_tidewatch`, { signal: AbortSignal.timeout(patience) }).catch(() => {
    throw new Error(`the stack of ${file} does not answer any more: start it again with npm start`);
  });
  const { MailFrom: mailFrom, TikTokApiUrl: apiUrl, TikTokAuthUrl: authUrl } = parameters;
  const config = { endpoint: gatewayUrl, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const clients = { config, ssm: createSsmClient(config), secrets: '/tidewatch', clock: gatewayUrl };
  return access(fit({ ...rest, mailFrom, apiUrl, authUrl }, Facts, source), clients);
}

async function deployedStack(asked: string): Promise<RunningStack> {
  const { secrets, stack } = stageNames(asked);
  const ssm = createSsmClient();
  const region = await ssm.config.region();
  const name = `${secrets}/stack`;
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name })).catch((error: unknown) => {
    if (!(error instanceof ParameterNotFound)) throw error;
    throw new Error(
      `no stack ${stack} is deployed in ${region}: deploy it with npm run deploy, or set AWS_REGION and AWS_PROFILE to where it stands`,
    );
  });
  const source = { name: `the parameter ${name}`, remedy: 'deploy the stack again with npm run deploy' };
  const facts = fit(parse(Parameter?.Value ?? '', source), Facts, source);
  const clock = process.env['AWS_ENDPOINT_URL'] ?? `https://dynamodb.${region}.amazonaws.com`;
  return access(facts, { config: {}, ssm, secrets, clock });
}

interface Clients {
  /** Region, endpoint and credentials; what is left out comes from the environment. */
  readonly config: Parameters<typeof createSqsClient>[0];
  readonly ssm: SSMClient;
  readonly secrets: string;
  /** Of AWS. */
  readonly clock: string;
}

function access(facts: z.infer<typeof Facts>, { config, ssm, secrets, clock }: Clients): RunningStack {
  const { table, queues, functionUrls, mailFrom, apiUrl, authUrl } = facts;
  const sqs = createSqsClient(config);
  return {
    table: openTable(table, systemClock, createDynamoClient(config)),
    sqs,
    queues,
    outbox: new SqsOutbox(sqs, { sweep: queues['tidewatch-sweep.fifo'] ?? '' }),
    functionUrls,
    tiktok: { apiUrl, authUrl },
    ses: createSesClient(config),
    vault: new SsmSellerVault(ssm, secrets, systemClock),
    linkKeys: new SsmLinkKeys(ssm, secrets, systemClock),
    ...(mailFrom !== undefined && { mailFrom }),
    clocks: [
      { name: 'AWS', url: clock },
      { name: 'TikTok', url: apiUrl },
    ],
  };
}
