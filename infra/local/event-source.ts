import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
  type MessageAttributeValue,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { failedMessages } from './batch-response.ts';
import type { InvocationOutcome } from './function-process.ts';
import { account } from './template-scope.ts';
import type { EventSourceResource } from './template-resources.ts';

export interface EventSourceSettings {
  readonly mapping: EventSourceResource;
  readonly queueUrl: string;
  readonly sqs: SQSClient;
  /** Pollers beside each other. */
  readonly concurrency: number;
  readonly invoke: (event: string) => Promise<InvocationOutcome>;
  readonly received: (messages: number) => void;
  /** Whether the function has said itself when this delivery's message comes again. */
  readonly isPostponed: (receipt: string) => boolean;
}

/** SQS delivers at most ten messages at once. */
const mostPerReceive = 10;

/** Polls a queue for a function until stopped, as an event source mapping does. */
export function startEventSource(settings: EventSourceSettings): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const pollers = Array.from({ length: settings.concurrency }, () => poll(settings, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(pollers);
    },
  };
}

async function poll(settings: EventSourceSettings, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const batch = await receiveBatch(settings, stopping);
    if (batch.length === 0) continue;
    settings.received(batch.length);
    const outcome = await settings.invoke(
      JSON.stringify({ Records: batch.map((message) => record(settings, message)) }),
    );
    await settleBatch(settings, batch, failuresOf(settings, outcome, batch));
  }
}

// Takes what is there, up to the batch size, and does not wait for the batching window to fill a batch.
async function receiveBatch(settings: EventSourceSettings, stopping: AbortSignal): Promise<readonly Message[]> {
  const batch: Message[] = [];
  const size = settings.mapping.BatchSize;
  while (batch.length < size) {
    const received = await receive(
      settings,
      Math.min(mostPerReceive, size - batch.length),
      batch.length === 0,
      stopping,
    );
    batch.push(...received);
    if (received.length === 0) break;
  }
  return batch;
}

async function receive(
  { sqs, queueUrl }: EventSourceSettings,
  most: number,
  wait: boolean,
  stopping: AbortSignal,
): Promise<readonly Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: most,
    WaitTimeSeconds: wait ? 20 : 0,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  try {
    const { Messages = [] } = await sqs.send(command, { abortSignal: stopping });
    return Messages;
  } catch (error) {
    if (stopping.aborted) return [];
    throw error;
  }
}

function failuresOf(
  { mapping }: EventSourceSettings,
  outcome: InvocationOutcome,
  batch: readonly Message[],
): ReadonlySet<string> {
  const ids = batch.map(({ MessageId = '' }) => MessageId);
  if (!outcome.ok) return new Set(ids);
  if (!mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return new Set();
  return failedMessages(outcome.payload, ids);
}

/**
 * Deletes what succeeded. What failed waits as long as its function said; else it becomes visible again at once, which
 * counts as one of its receives; on AWS after the queue's visibility timeout (here nobody wants to wait half an hour).
 */
async function settleBatch(
  { sqs, queueUrl, isPostponed }: EventSourceSettings,
  batch: readonly Message[],
  failed: ReadonlySet<string>,
): Promise<void> {
  for (let from = 0; from < batch.length; from += mostPerReceive) {
    const entries = batch
      .slice(from, from + mostPerReceive)
      .map(({ MessageId, ReceiptHandle }, index) => ({ Id: String(index), MessageId, ReceiptHandle }));
    const done = entries.filter(({ MessageId = '' }) => !failed.has(MessageId));
    const again = entries.filter(
      ({ MessageId = '', ReceiptHandle = '' }) => failed.has(MessageId) && !isPostponed(ReceiptHandle),
    );
    if (done.length > 0)
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: done.map(entry) }));
    if (again.length === 0) continue;
    const Entries = again.map((message) => ({ ...entry(message), VisibilityTimeout: 0 }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

function entry({ Id, ReceiptHandle }: { Id: string; ReceiptHandle: string | undefined }) {
  return { Id, ReceiptHandle };
}

/** A message as Lambda hands it to a function. */
function record({ mapping }: EventSourceSettings, message: Message): unknown {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, attribute(value)]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.EventSourceArn,
    awsRegion: account.region,
  };
}

function attribute({ DataType, StringValue, BinaryValue }: MessageAttributeValue): unknown {
  return {
    dataType: DataType,
    stringValue: StringValue,
    binaryValue: BinaryValue === undefined ? undefined : Buffer.from(BinaryValue).toString('base64'),
    stringListValues: [],
    binaryListValues: [],
  };
}
