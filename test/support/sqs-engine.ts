import type { SQSClient } from '@aws-sdk/client-sqs';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import type { QueueUrls } from '../../shared/adapters/queue.ts';
import { createSqsClient } from '../../shared/adapters/queue.ts';

/** An SQS on loopback, in memory. */
export interface SqsEngine {
  readonly client: SQSClient;
  readonly endpoint: string;
  /** Creates the three queues of Tidewatch under fresh names. */
  queues(): Promise<Required<QueueUrls>>;
  /** Takes every message out of a queue, in the order in which it gives them. */
  drain(url: string): Promise<readonly ReceivedMessage[]>;
  stop(): Promise<void>;
}

export interface ReceivedMessage {
  readonly body: string;
  readonly group?: string;
  readonly deduplication?: string;
}

export async function startSqs(): Promise<SqsEngine> {
  const server = await startFauxqs({ port: 0, logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = createSqsClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let sets = 0;
  return {
    client,
    endpoint,
    async queues() {
      sets += 1;
      return {
        sweep: await createQueue(client, `sweep-${sets}.fifo`),
        notify: await createQueue(client, `notify-${sets}`),
        remediate: await createQueue(client, `remediate-${sets}`),
      };
    },
    drain: (url) => drain(client, url),
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

async function createQueue(client: SQSClient, name: string): Promise<string> {
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({ QueueName: name, ...(name.endsWith('.fifo') && { Attributes: { FifoQueue: 'true' } }) }),
  );
  if (QueueUrl === undefined) throw new Error(`the queue ${name} was not created`);
  return QueueUrl;
}

async function drain(client: SQSClient, url: string): Promise<readonly ReceivedMessage[]> {
  const received: ReceivedMessage[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All'] }),
    );
    if (Messages.length === 0) return received;
    for (const { Body = '', Attributes = {}, ReceiptHandle } of Messages) {
      const { MessageGroupId: group, MessageDeduplicationId: deduplication } = Attributes;
      received.push({ body: Body, ...(group && { group }), ...(deduplication && { deduplication }) });
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    }
  }
}
