import type { SESClient } from '@aws-sdk/client-ses';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { environments } from '../../functions/environment.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, openTable, type Table } from '../../shared/adapters/dynamo/client.ts';
import { SsmLinkKeys } from '../../shared/adapters/link-keys.ts';
import { createSqsClient } from '../../shared/adapters/queue.ts';
import { createSsmClient, SsmSellerVault } from '../../shared/adapters/secrets.ts';
import { createSesClient } from './mail-account.ts';

const Facts = z.object({
  gatewayUrl: z.url(),
  region: z.string(),
  table: z.string(),
  queues: z.record(z.string(), z.url()).default({}),
  functionUrls: z.record(z.string(), z.url()).default({}),
  parameters: z.record(z.string(), z.string()).default({}),
});

const { TIKTOK_API_URL, TIKTOK_AUTH_URL } = environments.sweep.shape;

/** What commands need of the stack that `npm start` runs in this folder. */
export interface RunningStack {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly vault: SsmSellerVault;
  /** What links are signed with. */
  readonly linkKeys: SsmLinkKeys;
  /** Addresses of its queues, by name. */
  readonly queues: Readonly<Record<string, string>>;
  readonly ses: SESClient;
  /** Sender of every mail; unknown of a stack that an earlier version started. */
  readonly mailFrom?: string;
  /** Servers whose clocks have to agree with ours. */
  readonly clocks: readonly { readonly name: string; readonly url: string }[];
  /** Addresses of functions, by logical id. */
  readonly functionUrls: Readonly<Record<string, string>>;
  /** Where its functions find TikTok. */
  readonly tiktok: { readonly apiUrl: string; readonly authUrl: string };
  /** Invokes a function and waits; throws its error in its own words. */
  invoke(name: string, payload: unknown): Promise<unknown>;
}

const file = '.tidewatch/local.json';
const secretsPrefix = '/tidewatch';

/** Throws one clear line when nothing runs here. */
export async function runningStack(): Promise<RunningStack> {
  if (!existsSync(file)) throw new Error('nothing is running here: start it with npm start, in another terminal');
  const { gatewayUrl, region, table, queues, functionUrls, parameters } = Facts.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  await fetch(`${gatewayUrl}/_tidewatch`).catch(() => {
    throw new Error(`the stack of ${file} does not answer any more: start it again with npm start`);
  });
  const local = { endpoint: gatewayUrl, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const { MailFrom: mailFrom, TikTokApiUrl: tiktok } = parameters;
  const ssm = createSsmClient(local);
  return {
    table: openTable(table, systemClock, createDynamoClient(local)),
    sqs: createSqsClient(local),
    queues,
    functionUrls,
    tiktok: {
      apiUrl: TIKTOK_API_URL.parse(parameters['TikTokApiUrl']),
      authUrl: TIKTOK_AUTH_URL.parse(parameters['TikTokAuthUrl']),
    },
    ses: createSesClient(local),
    vault: new SsmSellerVault(ssm, secretsPrefix, systemClock),
    linkKeys: new SsmLinkKeys(ssm, secretsPrefix, systemClock),
    ...(mailFrom !== undefined && { mailFrom }),
    clocks: [{ name: 'AWS', url: gatewayUrl }, ...(tiktok === undefined ? [] : [{ name: 'TikTok', url: tiktok }])],
    async invoke(name, payload) {
      const answer = await fetch(`${gatewayUrl}/2015-03-31/functions/${name}/invocations`, {
        method: 'POST',
        body: JSON.stringify(payload),
      });
      const body: unknown = await answer.json();
      if (answer.ok && !answer.headers.has('x-amz-function-error')) return body;
      const { errorMessage } = z.object({ errorMessage: z.string().default('it failed without a reason') }).parse(body);
      throw new Error(errorMessage);
    },
  };
}
