import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { readCloudAssembly } from './cloud-assembly.ts';
import { createTables, startDynamoEngine } from './dynamo-engine.ts';
import { startFunctionUrls, type Behind } from './function-urls.ts';
import { startGateway, type Services } from './gateway.ts';
import { startInbox, type Inbox } from './inbox.ts';
import { startKeeper } from './keeper.ts';
import { Lambda } from './lambda.ts';
import { MailSink } from './mail-sink.ts';
import { openOutbox } from './outbox.ts';
import { ParameterStore } from './parameter-store.ts';
import { startQueues } from './queues.ts';
import type { Endpoints, StackOptions } from './stack-options.ts';
import { account } from './template-scope.ts';
import { templateResources, type TemplateResources } from './template-resources.ts';

/** What was started, to be stopped in reverse order. */
export type Teardown = (() => Promise<void> | void)[];

export interface RunningServices extends Services {
  readonly endpoints: Endpoints;
  readonly resources: TemplateResources;
  readonly inbox: Inbox;
  readonly sqs: SQSClient;
}

export interface ServiceSettings {
  readonly options: StackOptions;
  readonly outboxDir: string;
  readonly logsDir: string;
  /** A function's process has started or ended. */
  readonly changed: () => void;
}

/** Starts every stand-in and creates what the template declares; nothing is polled or fired yet. */
export async function startServices(settings: ServiceSettings, teardown: Teardown): Promise<RunningServices> {
  const { options, outboxDir } = settings;
  const assembly = readCloudAssembly(options.assembly);
  const outbox = openOutbox(outboxDir, options.dataDir !== undefined);
  const mails = new MailSink(verifiedIn(options), outbox);
  const inbox = await startInbox(mails, outbox);
  teardown.push(() => inbox.stop());
  let services: Services | undefined;
  const gateway = await startGateway(() => services);
  teardown.push(() => gateway.stop());
  let behind: Behind | undefined;
  const functionUrls = await startFunctionUrls(assembly, () => behind);
  teardown.push(() => functionUrls.stop());
  const endpoints: Endpoints = {
    gatewayUrl: gateway.url,
    inboxUrl: inbox.url,
    functionUrls: functionUrls.byId,
    channelSecret: (kind, name) => inbox.channelSecret(kind, name),
  };
  const resources = templateResources(assembly, options.parameters ?? {}, {
    queues: gateway.url,
    functionUrls: functionUrls.byId,
  });
  const queues = await startQueues(resources.queues);
  teardown.push(() => queues.stop());
  const sqs = sqsClient(gateway.url);
  teardown.push(() => sqs.destroy());
  const parameters = openParameterStore(options, resources, endpoints);
  const { engine, lambda } = await startProcesses(settings, resources, endpoints, sqs, teardown);
  services = { engine, queues, parameters, mails, lambda };
  behind = { lambda, functions: new Map(resources.urls.map((url) => [url.id, url.TargetFunctionArn])) };
  return { ...services, endpoints, resources, inbox, sqs };
}

function verifiedIn({ verifiedSenders: senders = [], verifiedRecipients: recipients }: StackOptions) {
  return { senders, ...(recipients && { recipients }) };
}

/** A queue's address behind the gateway, as `Ref` answers it too. */
export function queueUrl({ gatewayUrl }: Endpoints, name: string): string {
  return `${gatewayUrl}/${account.id}/${name}`;
}

async function startProcesses(
  { options, logsDir, changed }: ServiceSettings,
  resources: TemplateResources,
  endpoints: Endpoints,
  sqs: SQSClient,
  teardown: Teardown,
): Promise<Pick<Services, 'engine' | 'lambda'>> {
  if (options.dataDir !== undefined) mkdirSync(options.dataDir, { recursive: true });
  const keeper = startKeeper();
  teardown.push(() => keeper.stop());
  const engine = await startDynamoEngine(keeper, { dataDir: options.dataDir, kind: options.engine });
  await createTables(engine, resources.tables);
  const environment = { ...at(endpoints, options.functionEnvironment), AWS_ENDPOINT_URL: endpoints.gatewayUrl };
  const concurrency = options.concurrency ?? 2;
  const lambda = new Lambda(resources, { logsDir, concurrency, environment, keeper, send, changed });
  teardown.push(() => lambda.stop());
  return { engine, lambda };

  async function send(queueArn: string, body: string): Promise<void> {
    const QueueUrl = queueUrl(endpoints, queueArn.split(':').at(-1) ?? '');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  }
}

function openParameterStore(options: StackOptions, resources: TemplateResources, endpoints: Endpoints): ParameterStore {
  const { dataDir } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const store = new ParameterStore(dataDir === undefined ? undefined : join(dataDir, 'parameters.json'));
  for (const { name, Value, Type } of resources.parameters) store.seed(name, Value, Type);
  for (const [name, value] of Object.entries(at(endpoints, options.ssm))) store.seed(name, value);
  return store;
}

function sqsClient(endpoint: string): SQSClient {
  return new SQSClient({
    endpoint,
    region: account.region,
    credentials: { accessKeyId: 'local-event-sources', secretAccessKey: 'local' },
    // The SDK would else call the host of the queue's URL, which is the same only by chance.
    useQueueUrlAsEndpoint: false,
  });
}

function at(endpoints: Endpoints, texts: StackOptions['ssm']): Readonly<Record<string, string>> {
  return typeof texts === 'function' ? texts(endpoints) : (texts ?? {});
}
