import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type LocalStack } from '../../infra/local/stack.ts';
import { tinyFolder, type TinyFolder } from './tiny-assembly.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
let folder: TinyFolder;
let stack: LocalStack;
let sqs: SQSClient;

beforeAll(async () => {
  folder = tinyFolder();
  stack = await startStack(folder.options);
  sqs = new SQSClient({ endpoint: stack.gatewayUrl, region: 'us-east-1', credentials, useQueueUrlAsEndpoint: false });
});

afterAll(async () => {
  sqs.destroy();
  await stack.stop();
  folder.remove();
});

async function send(queue: string, bodies: readonly string[], group?: string): Promise<void> {
  const Entries = bodies.map((MessageBody, index) => ({
    Id: String(index),
    MessageBody,
    ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: `${group} ${MessageBody}` }),
  }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: stack.queues[queue], Entries }));
}

function timesTraced(line: string): number {
  return folder.trace().filter((candidate) => candidate.replace(/ \d+$/, '') === line).length;
}

function invokeOverHttp(name: string, payload: unknown, type = 'RequestResponse'): Promise<Response> {
  return fetch(`${stack.gatewayUrl}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    headers: { 'x-amz-invocation-type': type },
    body: JSON.stringify(payload),
  });
}

describe('a function behind a queue', () => {
  it('has only what it reports as failed delivered again, until that is dead-lettered', async () => {
    await stack.resetCounters();
    await send('tiny-work', ['partial-a', 'fail partial-b', 'fail-once partial-c', 'partial-d']);
    await stack.idle();
    expect(timesTraced('done partial-a')).toBe(1);
    expect(timesTraced('done partial-d')).toBe(1);
    expect(timesTraced('fail partial-b')).toBe(3);
    expect(timesTraced('done fail-once partial-c')).toBe(1);
    const { queues } = await stack.counters();
    expect(queues['tiny-work']).toEqual({ sent: 4, received: 4 + 2 + 1, deadLettered: 1 });
    const QueueUrl = stack.queues['tiny-work-dead-letters'];
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => Body)).toEqual(['fail partial-b']);
  });

  it('is not given again what it has postponed before its time, and nobody waits for that', async () => {
    await stack.resetCounters();
    await send('tiny-work', ['postpone later']);
    await stack.idle();
    expect(folder.trace().filter((line) => line === 'postponed')).toHaveLength(1);
    expect((await stack.counters()).queues['tiny-work']).toEqual({ sent: 1, received: 1, deadLettered: 0 });
  });

  it('has the whole batch delivered again when its answer names no message', async () => {
    await stack.resetCounters();
    await send('tiny-work', ['malformed-a', 'malformed-b']);
    await stack.idle();
    expect(timesTraced('malformed-a')).toBe(3);
    expect(timesTraced('malformed-b')).toBe(3);
    expect((await stack.counters()).queues['tiny-work']?.deadLettered).toBe(2);
  });

  it('has the batch delivered again to a new process when it is killed in the middle', async () => {
    await send('tiny-work', ['hang-once killed']);
    const pid = Number((await folder.traced(/^hang-once killed \d+$/)).split(' ').at(-1));
    const before = Object.values(stack.facts().functions).flatMap(({ pids }) => pids);
    expect(before).toContain(pid);
    process.kill(pid, 'SIGKILL');
    await folder.traced(/^done hang-once killed$/);
    await stack.idle();
    expect(Object.values(stack.facts().functions).flatMap(({ pids }) => pids)).not.toContain(pid);
  });

  it('gets the messages of a group one after the other, a failed one before those behind it', async () => {
    await send('tiny-ordered.fifo', ['sleep 20 first', 'fail-once second', 'third'], 'shop');
    await stack.idle();
    const seen = folder.trace().filter((line) => / (first|second|third)\b|^third/.test(line));
    expect(seen.map((line) => line.replace(/ \d+$/, ''))).toEqual([
      'sleep 20 first',
      'done sleep 20 first',
      'fail-once second',
      'fail-once second',
      'done fail-once second',
      'third',
      'done third',
    ]);
  });

  it('works on several groups at once', async () => {
    await send('tiny-ordered.fifo', ['sleep 400 one'], 'one');
    await send('tiny-ordered.fifo', ['sleep 400 two'], 'two');
    await folder.traced(/^done sleep 400 (one|two)$/);
    const seen = folder.trace().filter((line) => line.includes('sleep 400'));
    expect(seen.findIndex((line) => line.startsWith('done'))).toBe(2);
    await stack.idle();
  });

  it('sees a repeated deduplication id once', async () => {
    await stack.resetCounters();
    for (const _ of [1, 2]) await send('tiny-ordered.fifo', ['repeated'], 'again');
    await stack.idle();
    expect(timesTraced('repeated')).toBe(1);
    expect((await stack.counters()).queues['tiny-ordered.fifo']?.sent).toBe(1);
  });
});

describe('an invocation', () => {
  it('gets the environment of the template, the endpoint, and nothing of the runner’s', async () => {
    process.env['LEFT_BEHIND'] = 'of the runner';
    const outcome = await stack.invoke('Worker', { environment: true });
    const answer = JSON.parse(outcome.ok ? outcome.payload : '{}') as Record<string, unknown>;
    expect(answer['environment']).toMatchObject({
      MAIL_FROM: 'watch@tidewatch.example',
      QUEUE_URL: stack.queues['tiny-work'],
      TABLE: 'Tiny-Book',
      AWS_ENDPOINT_URL: stack.gatewayUrl,
      AWS_LAMBDA_FUNCTION_NAME: 'tiny-worker',
    });
    expect(answer['environment']).not.toHaveProperty('LEFT_BEHIND');
    expect(answer['environment']).not.toHaveProperty('HOME');
    expect(answer).toMatchObject({ name: 'tiny-worker' });
    expect(Number(answer['left'])).toBeGreaterThan(1000);
  });

  it('is cut off at the timeout, and the next one works', async () => {
    const late = await stack.invoke('tiny-worker', { do: 'block forever' });
    expect(late).toMatchObject({ ok: false, error: { errorMessage: 'Task timed out after 2.00 seconds' } });
    expect(await stack.invoke('tiny-worker', { do: 'after-the-timeout' })).toMatchObject({ ok: true });
    expect(readFileSync(join(folder.path, 'logs', 'tiny-worker.log'), 'utf8')).toContain('Task timed out after 2.00');
  });

  it('that ends its process is a failure, and the next one works', async () => {
    const gone = await stack.invoke('tiny-worker', { do: 'exit now' });
    expect(gone).toMatchObject({ ok: false, error: { errorType: 'Runtime.ExitError' } });
    expect(await stack.invoke('tiny-worker', { do: 'after-the-exit' })).toMatchObject({ ok: true });
  });

  it('over HTTP answers the payload, or the error with Lambda’s header', async () => {
    const fine = await invokeOverHttp('tiny-worker', { answer: { sum: 3 } });
    expect([fine.status, fine.headers.get('x-amz-function-error'), await fine.json()]).toEqual([200, null, { sum: 3 }]);
    const failed = await invokeOverHttp('tiny-worker', { do: 'fail now' });
    expect(failed.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await failed.json()).toMatchObject({ errorType: 'Error', errorMessage: 'told to fail' });
    expect((await invokeOverHttp('nobody', {})).status).toBe(404);
    expect((await invokeOverHttp('nobody', {}, 'Event')).status).toBe(404);
    expect((await invokeOverHttp('tiny-worker', { do: 'event-over-http' }, 'Event')).status).toBe(202);
    await folder.traced(/^done event-over-http$/);
  });

  it('of the asynchronous kind is tried three times, then handed to the on-failure queue', async () => {
    const outcome = await stack.fire('Hourly', { scheduledTime: new Date(0), input: { do: 'fail thrice' } });
    expect(outcome).toMatchObject({ ok: false, attempts: 3 });
    expect(timesTraced('fail thrice')).toBe(3);
    const QueueUrl = stack.queues['tiny-failures'];
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(JSON.parse(Messages[0]?.Body ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted' },
      requestPayload: { do: 'fail thrice' },
      responsePayload: { errorMessage: 'told to fail' },
    });
  });
});

it('a schedule hands its function the scheduled time, to the second', async () => {
  const scheduledTime = new Date('2026-11-22T10:00:00.250Z');
  expect(await stack.fire('tiny-hourly', { scheduledTime })).toEqual({ ok: true, attempts: 1 });
  await folder.traced(/^\{"at":"2026-11-22T10:00:00Z","attempt":"1"\} \d+$/);
  expect(await stack.fire('tiny-worker', { scheduledTime, input: { answer: 1 } })).toEqual({ ok: true, attempts: 1 });
});

it('idle waits for delayed messages and for what they set off', async () => {
  const QueueUrl = stack.queues['tiny-work'];
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'sleep 100 delayed', DelaySeconds: 1 }));
  await stack.idle();
  expect(timesTraced('done sleep 100 delayed')).toBe(1);
});

it('the gateway reaches the tables of the template', async () => {
  const client = new DynamoDBClient({ endpoint: stack.gatewayUrl, region: 'us-east-1', credentials });
  const TableName = stack.tables['Book'];
  await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'one' }, value: { N: '1' } } }));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'one' } } }));
  expect(Item?.['value']).toEqual({ N: '1' });
  client.destroy();
});

it('the gateway refuses what it does not know, and pages from elsewhere', async () => {
  const unknown = await fetch(stack.gatewayUrl, { method: 'POST', headers: { 'x-amz-target': 'Kinesis.PutRecord' } });
  expect(unknown.status).toBe(400);
  expect(await unknown.text()).toContain('Kinesis.PutRecord is not known');
  const foreign = await fetch(stack.gatewayUrl, { method: 'POST', headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

it('writes its facts while it runs', async () => {
  await sleep(50);
  const facts: unknown = JSON.parse(readFileSync(folder.options.localFile, 'utf8'));
  expect(facts).toEqual(JSON.parse(JSON.stringify(stack.facts())));
  expect(facts).toMatchObject({ pid: process.pid, table: 'Tiny-Book', inboxUrl: stack.inboxUrl });
});
