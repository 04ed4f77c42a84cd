import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { becauseAttribute } from '../../shared/adapters/failed-messages.ts';
import { instant, type Instant } from '../../shared/domain/time.ts';

export const deadLetterQueues = ['notify', 'remediate', 'sweep'] as const;
export type DeadLetterQueue = (typeof deadLetterQueues)[number];

/** What was put aside, as far as a person needs to know of it. */
export interface DeadLetter {
  readonly queue: DeadLetterQueue;
  readonly shop?: string;
  readonly channel?: string;
  /** Left out where the queue itself gave up: then the log knows. */
  readonly because?: string;
  readonly since: Instant;
  readonly message: Message;
}

export interface Queues {
  readonly sqs: SQSClient;
  /** Addresses by name. */
  readonly urls: Readonly<Record<string, string>>;
}

/** Long enough to show and to move them; after that they are to be had again by themselves. */
const heldSeconds = 120;

const Body = z.object({
  shop: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  channel: z.object({ id: z.string() }).optional(),
});

/** Holds what lies there for two minutes; of a FIFO queue ten of each shop. `putBack` lets go of what is not moved. */
export async function holdDeadLetters(queue: DeadLetterQueue, { sqs, urls }: Queues): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: addressOf(queue, 'dead-letters', urls),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: heldSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) return letters;
    letters.push(...Messages.map((message) => readLetter(queue, message)));
  }
}

/** Sent before it is deleted: a command that is killed in between leaves it twice, which the ledger makes good. */
export async function sendAgain({ queue, message }: DeadLetter, { sqs, urls }: Queues): Promise<void> {
  const { Body: body, MessageId: id = '', Attributes } = message;
  const group = Attributes?.MessageGroupId;
  // Not its old deduplication id: within five minutes of the first sending the queue would swallow it.
  const fifo = group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `redrive-${id}` };
  await sqs.send(new SendMessageCommand({ QueueUrl: addressOf(queue, 'work', urls), MessageBody: body, ...fifo }));
  await drop({ queue, message }, { sqs, urls });
}

export async function drop(
  { queue, message }: Pick<DeadLetter, 'queue' | 'message'>,
  { sqs, urls }: Queues,
): Promise<void> {
  const { ReceiptHandle } = message;
  await sqs.send(new DeleteMessageCommand({ QueueUrl: addressOf(queue, 'dead-letters', urls), ReceiptHandle }));
}

export async function putBack({ queue, message }: DeadLetter, { sqs, urls }: Queues): Promise<void> {
  const QueueUrl = addressOf(queue, 'dead-letters', urls);
  const { ReceiptHandle } = message;
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}

function readLetter(queue: DeadLetterQueue, message: Message): DeadLetter {
  const { shop, channel } = readBody(message.Body);
  const because = message.MessageAttributes?.[becauseAttribute]?.StringValue;
  return {
    queue,
    since: instant(Number(message.Attributes?.SentTimestamp)),
    message,
    ...(shop !== undefined && { shop }),
    ...(channel && { channel: channel.id }),
    ...(because !== undefined && { because }),
  };
}

function readBody(body = ''): Partial<z.infer<typeof Body>> {
  try {
    return Body.safeParse(JSON.parse(body)).data ?? {};
  } catch {
    // What cannot be read may be what failed; it is listed without a name and moved like the others.
    return {};
  }
}

function addressOf(queue: DeadLetterQueue, which: 'work' | 'dead-letters', urls: Queues['urls']): string {
  const name = `tidewatch-${queue}${which === 'work' ? '' : '-dead-letters'}`;
  const url = urls[name] ?? urls[`${name}.fifo`];
  if (url === undefined) throw new Error(`the running stack has no queue ${name}: start it again with npm start`);
  return url;
}
