import type { SendMessageBatchRequestEntry, SQSClientConfig } from '@aws-sdk/client-sqs';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DigestRequest, NotifyRequest } from '../domain/digest.ts';
import type { NoticeRequest } from '../domain/notice.ts';
import type { RemediationRequest } from '../domain/remediation.ts';
import type { Duration } from '../domain/time.ts';
import { seconds } from '../domain/time.ts';
import { Transient } from '../ports/errors.ts';
import type { Outbox, SweepRequest } from '../ports/messaging.ts';
import { attempt } from './aws-failure.ts';
import { quietLogger } from './quiet-logger.ts';

/** SQS's own limits a call; the size is that of all bodies together (developer guide, before the rise of Aug 2025). */
const messagesPerCall = 10;
const bytesPerCall = 256 * 1_024;

/** What the queue refused for the moment is sent again so often, at most 1.6 s apart. */
const rounds = 6;
const firstWait = 50;

/** The three queues' addresses; a function is given those it may send to. */
export interface QueueUrls {
  readonly sweep?: string;
  readonly notify?: string;
  readonly remediate?: string;
}

/** Region, endpoint and credentials come from the environment, as the SDK reads it, unless they are given. */
export function createSqsClient(settings: SQSClientConfig = {}): SQSClient {
  return new SQSClient({
    logger: quietLogger,
    // Otherwise the SDK calls the host in the queue's address, which only real AWS answers at.
    useQueueUrlAsEndpoint: false,
    requestHandler: { connectionTimeout: seconds(2), requestTimeout: seconds(5) },
    ...settings,
  });
}

export class SqsOutbox implements Outbox {
  readonly #client: SQSClient;
  readonly #urls: QueueUrls;
  readonly #pause: (wait: Duration) => Promise<unknown>;

  constructor(client: SQSClient, urls: QueueUrls, wait: (wait: Duration) => Promise<unknown> = pause) {
    this.#client = client;
    this.#urls = urls;
    this.#pause = wait;
  }

  async sweep(requests: readonly SweepRequest[]): Promise<void> {
    const entries = requests.map((request): Message => {
      const name = `${request.shop}#${request.run}#${request.step}`;
      return {
        name,
        body: JSON.stringify(request),
        fifo: { MessageGroupId: fifoId(request.shop), MessageDeduplicationId: fifoId(name) },
      };
    });
    await this.#send('sweep', entries);
  }

  async notice(requests: readonly NoticeRequest[]): Promise<void> {
    await this.#send('notify', requests.map(messageOf));
  }

  async digest(requests: readonly DigestRequest[]): Promise<void> {
    await this.#send('notify', requests.map(messageOf));
  }

  async remediation(requests: readonly RemediationRequest[]): Promise<void> {
    await this.#send('remediate', requests.map(messageOf));
  }

  async #send(queue: keyof QueueUrls, messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const url = this.#urls[queue];
    if (url === undefined) throw new Error(`this function was given no address for the queue ${queue}`);
    for (const batch of batches(messages)) await this.#sendBatch(queue, url, batch);
  }

  async #sendBatch(queue: string, url: string, batch: readonly Message[]): Promise<void> {
    let rest = batch;
    for (let round = 0; round < rounds; round += 1) {
      rest = await this.#refused(queue, url, rest);
      if (rest.length === 0) return;
      await this.#pause((Math.random() * firstWait * 2 ** round) as Duration);
    }
    throw new Transient(`queue ${queue}: refused ${rest.map(({ name }) => name).join(', ')}`);
  }

  /** Sends once and answers what the queue refused for the moment; what it will never take is a bug. */
  async #refused(queue: string, url: string, batch: readonly Message[]): Promise<readonly Message[]> {
    const { Failed = [] } = await attempt(`queue ${queue}`, () =>
      this.#client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: batch.map(entryOf) })),
    );
    const refused = Failed.flatMap(({ Id, Code, SenderFault }) => {
      const message = batch[Number(Id)];
      return message ? [{ message, code: Code ?? 'no code', forGood: SenderFault === true }] : [];
    });
    const never = refused.find(({ forGood }) => forGood);
    if (never) throw new Error(`queue ${queue}: ${never.message.name} cannot be sent: ${never.code}`);
    return refused.map(({ message }) => message);
  }
}

interface Message {
  /** What an error calls it: the request's id. */
  readonly name: string;
  readonly body: string;
  readonly fifo?: Pick<SendMessageBatchRequestEntry, 'MessageGroupId' | 'MessageDeduplicationId'>;
}

function messageOf(request: NotifyRequest | RemediationRequest): Message {
  return { name: request.id, body: JSON.stringify(request) };
}

function entryOf({ body, fifo }: Message, place: number): SendMessageBatchRequestEntry {
  return { Id: String(place), MessageBody: body, ...fifo };
}

/** Tens, or fewer where ten would be too large for one call. */
function batches(messages: readonly Message[]): readonly (readonly Message[])[] {
  const filled: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.body);
    if (size > bytesPerCall) throw new Error(`${message.name}: ${size} bytes are more than a queue takes`);
    const last = filled.at(-1);
    if (last && last.length < messagesPerCall && size <= room) {
      last.push(message);
      room -= size;
    } else {
      filled.push([message]);
      room = bytesPerCall - size;
    }
  }
  return filled;
}

/** SQS takes 128 letters, digits and ASCII signs; anything else goes by its hash. */
function fifoId(name: string): string {
  return /^[!-~]{1,128}$/.test(name) ? name : createHash('sha256').update(name).digest('hex');
}
