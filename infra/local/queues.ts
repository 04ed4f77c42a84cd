import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildApp } from 'fauxqs';
import * as z from 'zod';
import { Postponed } from './postponed.ts';
import { account } from './template-scope.ts';
import type { QueueResource } from './template-resources.ts';

/** Since the start, or since the counters were reset. */
export interface QueueCounts {
  /** Messages accepted; a repeated deduplication id is not a message. */
  readonly sent: number;
  /** Deliveries to a function: a message delivered again counts again. */
  readonly received: number;
  /** Moved there by the service, or put aside by the function. */
  readonly deadLettered: number;
}

/** The embedded SQS. Queues go by their physical names. */
export interface Queues {
  /** Answers one SQS request (AWS JSON protocol). */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Messages to be worked on now: visible, delayed and in flight; not those that a function has postponed. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  /** Whether a function has said when this delivery's message comes again. */
  isPostponed(receipt: string): boolean;
  /** Messages that functions have postponed. */
  postponed(): number;
  countReceived(queue: string, messages: number): void;
  counts(): Promise<Readonly<Record<string, QueueCounts>>>;
  resetCounts(): Promise<void>;
  stop(): Promise<void>;
}

interface Tally {
  readonly sent: Set<string>;
  deleted: number;
  received: number;
}

const QueueStates = z.array(
  z.object({
    name: z.string(),
    approximateMessageCount: z.number(),
    approximateInflightCount: z.number(),
    approximateDelayedCount: z.number(),
  }),
);

export async function startQueues(resources: readonly QueueResource[]): Promise<Queues> {
  // Not startFauxqs(): it listens on every network interface. Requests are handed to the app instead of a port.
  const app = buildApp({ logger: false, defaultRegion: account.region });
  const tallies = new Map(resources.map(({ name }) => [name, newTally()]));
  const postponed = new Postponed();
  app.addHook('onSend', (request, reply, payload, done) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    if (reply.statusCode === 200) {
      tally(operation, request.body, String(payload), tallies);
      if (operation === 'ChangeMessageVisibility') notePostponed(request.body, postponed);
    }
    done();
  });
  await app.ready();
  let baseline: Readonly<Record<string, QueueCounts>> = {};
  for (const queue of deadLetterQueuesFirst(resources)) await createQueue(app, queue);

  return {
    handle: (request, response) => {
      // Clients may call the queue's own URL; the operation and the queue are in the headers and the body.
      request.url = '/';
      app.routing(request, response);
    },
    waiting,
    postponed: () => postponed.count(),
    isPostponed: (receipt) => postponed.has(receipt),
    countReceived(queue, messages) {
      const found = tallies.get(queue);
      if (found !== undefined) found.received += messages;
    },
    async counts() {
      const total = await totals();
      return Object.fromEntries(Object.entries(total).map(([name, counts]) => [name, since(baseline[name], counts)]));
    },
    async resetCounts() {
      baseline = await totals();
    },
    stop: () => app.close(),
  };

  async function waiting(): Promise<Map<string, number>> {
    const kept = await keptMessages();
    return new Map([...kept].map(([name, count]) => [name, Math.max(0, count - postponed.count(name))]));
  }

  async function keptMessages(): Promise<Map<string, number>> {
    const { payload } = await app.inject('/_fauxqs/queues');
    return new Map(
      QueueStates.parse(JSON.parse(payload)).map((queue) => [
        queue.name,
        queue.approximateMessageCount + queue.approximateInflightCount + queue.approximateDelayedCount,
      ]),
    );
  }

  async function totals(): Promise<Record<string, QueueCounts>> {
    return totalsOf(resources, tallies, await keptMessages());
  }
}

async function createQueue(app: ReturnType<typeof buildApp>, resource: QueueResource): Promise<void> {
  const { statusCode, payload } = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.CreateQueue' },
    payload: JSON.stringify({ QueueName: resource.name, Attributes: attributesOf(resource) }),
  });
  if (statusCode !== 200) throw new Error(`${resource.id}: the queue was refused: ${payload}`);
}

function totalsOf(
  resources: readonly QueueResource[],
  tallies: ReadonlyMap<string, Tally>,
  kept: ReadonlyMap<string, number>,
): Record<string, QueueCounts> {
  const counts = resources.map(({ name, RedrivePolicy }): [string, QueueCounts] => {
    const { sent, deleted, received } = tallies.get(name) ?? newTally();
    const aside = tallies.get(RedrivePolicy?.deadLetterTargetArn.split(':').at(-1) ?? '')?.sent.size ?? 0;
    // The service tells nobody when it moves a message: what was sent and is neither deleted nor here, was moved.
    const moved = Math.max(0, sent.size - deleted - (kept.get(name) ?? 0));
    return [name, { sent: sent.size, received, deadLettered: moved + aside }];
  });
  return Object.fromEntries(counts);
}

const Postponement = z.object({ QueueUrl: z.string(), ReceiptHandle: z.string(), VisibilityTimeout: z.number() });

function notePostponed(body: unknown, postponed: Postponed): void {
  const { QueueUrl, ReceiptHandle, VisibilityTimeout } = Postponement.parse(body);
  postponed.note(QueueUrl.split('/').at(-1) ?? '', ReceiptHandle, VisibilityTimeout);
}

function newTally(): Tally {
  return { sent: new Set(), deleted: 0, received: 0 };
}

function since(before: QueueCounts | undefined, now: QueueCounts): QueueCounts {
  return {
    sent: now.sent - (before?.sent ?? 0),
    received: now.received - (before?.received ?? 0),
    deadLettered: now.deadLettered - (before?.deadLettered ?? 0),
  };
}

const QueueRequest = z.object({ QueueUrl: z.string().optional() });
const Accepted = z.object({
  MessageId: z.string().optional(),
  Successful: z.array(z.object({ MessageId: z.string().optional() })).default([]),
});

function tally(operation: string | undefined, body: unknown, payload: string, tallies: Map<string, Tally>): void {
  const request = QueueRequest.safeParse(body);
  const found = tallies.get(request.data?.QueueUrl?.split('/').at(-1) ?? '');
  if (found === undefined) return;
  switch (operation) {
    case 'SendMessage':
    case 'SendMessageBatch': {
      const { MessageId, Successful } = Accepted.parse(JSON.parse(payload));
      for (const id of [MessageId, ...Successful.map((entry) => entry.MessageId)]) {
        if (id !== undefined) found.sent.add(id);
      }
      break;
    }
    case 'DeleteMessage':
      found.deleted += 1;
      break;
    case 'DeleteMessageBatch':
      found.deleted += Accepted.parse(JSON.parse(payload)).Successful.length;
      break;
    default:
      break;
  }
}

// A redrive policy may only name a queue that exists.
function deadLetterQueuesFirst(queues: readonly QueueResource[]): readonly QueueResource[] {
  return [
    ...queues.filter(({ RedrivePolicy }) => !RedrivePolicy),
    ...queues.filter(({ RedrivePolicy }) => RedrivePolicy),
  ];
}

/** What the embedded service knows, as text; the rest (encryption, high-throughput FIFO) means nothing here. */
function attributesOf({ id: _id, name: _name, RedrivePolicy, ...settings }: QueueResource): Record<string, string> {
  const attributes = Object.entries(settings).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(attributes.map(([key, value]) => [key, String(value)])),
    ...(RedrivePolicy !== undefined && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
}
