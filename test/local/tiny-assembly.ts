import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The functions of the tiny stack do what the message tells them, and note what they saw in a file:
 * one line `<message> <pid>` when they begin, `done <message>` when they end. Over a URL its path is the message, and
 * the answer is the event.
 */
const obedientHandler = `
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
const note = (line) => appendFileSync(process.env.TRACE_FILE, line + '\\n');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function obey(body) {
  note(body + ' ' + process.pid);
  const [doing, argument] = body.split(' ');
  if (doing === 'fail') throw new Error('told to fail');
  if (doing === 'hang') await sleep(60_000);
  if (doing === 'block') for (;;) {}
  if (doing === 'exit') process.exit(3);
  if (doing === 'sleep') await sleep(Number(argument));
  if (doing === 'fail-once' || doing === 'hang-once') {
    const marker = process.env.TRACE_FILE + '.' + argument;
    const first = !existsSync(marker);
    writeFileSync(marker, '');
    if (first && doing === 'fail-once') throw new Error('told to fail once');
    if (first) await sleep(60_000);
  }
  note('done ' + body);
}

async function postpone({ receiptHandle }) {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ChangeMessageVisibility' };
  const body = JSON.stringify({ QueueUrl: process.env.QUEUE_URL, ReceiptHandle: receiptHandle, VisibilityTimeout: 3600 });
  await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers, body });
  note('postponed');
  throw new Error('told to postpone');
}

export async function handler(event, context) {
  if (event.environment) return { environment: process.env, name: context.functionName, left: context.getRemainingTimeInMillis() };
  if (event.answer !== undefined) return event.answer;
  if (event.requestContext) {
    await obey(event.rawPath.slice(1).replaceAll('/', ' '));
    return { statusCode: 201, headers: { 'x-door': process.env.DOOR_URL }, body: JSON.stringify(event) };
  }
  if (!event.Records) { await obey(event.do ?? JSON.stringify(event)); return { did: event.do }; }
  if (event.Records.some(({ body }) => body.startsWith('malformed'))) {
    event.Records.forEach(({ body }) => note(body + ' ' + process.pid));
    return { batchItemFailures: [{ itemIdentifier: '' }] };
  }
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      if (record.body.startsWith('postpone')) await postpone(record);
      await obey(record.body);
    } catch { batchItemFailures.push({ itemIdentifier: record.messageId }); }
  }
  return { batchItemFailures };
}
`;

const partial = { FunctionResponseTypes: ['ReportBatchItemFailures'] };

const template = {
  Parameters: { MailFrom: { Type: 'String' } },
  Conditions: { Never: { 'Fn::Equals': [{ Ref: 'MailFrom' }, 'nobody'] } },
  Resources: {
    Work: queue('tiny-work', { deadLetters: 'WorkDeadLetters', receives: 3 }),
    WorkDeadLetters: queue('tiny-work-dead-letters'),
    Ordered: queue('tiny-ordered.fifo', { deadLetters: 'OrderedDeadLetters', receives: 2 }),
    OrderedDeadLetters: queue('tiny-ordered-dead-letters.fifo'),
    Failures: queue('tiny-failures'),
    Unborn: { Type: 'AWS::SQS::Queue', Condition: 'Never', Properties: { QueueName: { 'Fn::ImportValue': 'x' } } },
    Book: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        SSESpecification: { KMSMasterKeyId: { 'Fn::ImportValue': 'unused here' } },
      },
    },
    Worker: lambda('tiny-worker', {
      MAIL_FROM: { Ref: 'MailFrom' },
      QUEUE_URL: { Ref: 'Work' },
      TABLE: { Ref: 'Book' },
    }),
    OrderedWorker: lambda('tiny-ordered-worker', {}),
    Doorkeeper: lambda(
      'tiny-doorkeeper',
      { DOOR_URL: { 'Fn::GetAtt': ['Door', 'FunctionUrl'] } },
      { ReservedConcurrentExecutions: 2 },
    ),
    Door: {
      Type: 'AWS::Lambda::Url',
      Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Doorkeeper', 'Arn'] } },
    },
    Polls: mapping('Work', 'Worker', { BatchSize: 5, ...partial }),
    PollsInOrder: mapping('Ordered', 'OrderedWorker', { BatchSize: 1, ...partial }),
    Retries: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'Worker' },
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failures', 'Arn'] } } },
      },
    },
    Hourly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: 'tiny-hourly',
        ScheduleExpression: 'rate(1 hour)',
        Target: {
          Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] },
          Input: '{"at":"<aws.scheduler.scheduled-time>","attempt":"<aws.scheduler.attempt-number>"}',
        },
      },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { Threshold: { 'Fn::ImportValue': 'nothing here reads it' } },
    },
  },
};

function queue(name: string, redrive?: { deadLetters: string; receives: number }) {
  const fifo = name.endsWith('.fifo');
  return {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: name,
      VisibilityTimeout: 600,
      SqsManagedSseEnabled: true,
      ...(fifo && { FifoQueue: true, FifoThroughputLimit: 'perMessageGroupId', DeduplicationScope: 'messageGroup' }),
      ...(redrive && {
        RedrivePolicy: {
          deadLetterTargetArn: { 'Fn::GetAtt': [redrive.deadLetters, 'Arn'] },
          maxReceiveCount: redrive.receives,
        },
      }),
    },
  };
}

function lambda(name: string, variables: Record<string, unknown>, more: object = {}) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: name,
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Timeout: 2,
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'obedient.zip' },
      Environment: { Variables: variables },
      ...more,
    },
  };
}

function mapping(source: string, target: string, more: object) {
  return {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: { 'Fn::GetAtt': [source, 'Arn'] }, FunctionName: { Ref: target }, ...more },
  };
}

/** A folder for one test's stack: an assembly as CDK leaves it, and room for everything the stack writes. */
export interface TinyFolder {
  readonly path: string;
  readonly assembly: string;
  /** What the functions noted so far. */
  trace(): readonly string[];
  /** Waits until a noted line matches, and answers it. */
  traced(pattern: RegExp): Promise<string>;
  /** Options for startStack that keep everything within the folder. */
  readonly options: {
    readonly assembly: string;
    readonly outboxDir: string;
    readonly logsDir: string;
    readonly localFile: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly functionEnvironment: Readonly<Record<string, string>>;
  };
  remove(): void;
}

export function tinyFolder(): TinyFolder {
  const path = mkdtempSync(join(tmpdir(), 'tidewatch-tiny-'));
  const assembly = join(path, 'cdk.out');
  const traceFile = join(path, 'trace');
  writeFileSync(traceFile, '');
  writeAssembly(assembly, template);
  const trace = () => readFileSync(traceFile, 'utf8').split('\n').slice(0, -1);
  return {
    path,
    assembly,
    trace,
    async traced(pattern) {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(10)) {
        const line = trace().find((candidate) => pattern.test(candidate));
        if (line !== undefined) return line;
      }
      throw new Error(`no function noted ${pattern}; noted: ${trace().join(', ')}`);
    },
    options: {
      assembly,
      outboxDir: join(path, 'outbox'),
      logsDir: join(path, 'logs'),
      localFile: join(path, 'local.json'),
      parameters: { MailFrom: 'watch@tidewatch.example' },
      functionEnvironment: { TRACE_FILE: traceFile },
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Writes a `cdk.out` with one stack `Tiny` whose only asset is the obedient handler. */
export function writeAssembly(folder: string, content: object): void {
  mkdirSync(join(folder, 'asset.obedient'), { recursive: true });
  writeFileSync(join(folder, 'asset.obedient', 'index.mjs'), obedientHandler);
  const write = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
  write('manifest.json', {
    version: '48.0.0',
    artifacts: {
      'Tiny.assets': { type: 'cdk:asset-manifest', properties: { file: 'Tiny.assets.json' } },
      Tiny: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Tiny.template.json' } },
      Tree: { type: 'cdk:tree' },
    },
  });
  write('Tiny.assets.json', {
    files: {
      obedient: {
        source: { path: 'asset.obedient', packaging: 'zip' },
        destinations: { here: { bucketName: 'assets', objectKey: 'obedient.zip' } },
      },
    },
  });
  write('Tiny.template.json', content);
}
