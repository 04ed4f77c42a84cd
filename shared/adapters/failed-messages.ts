import type { SQSClient } from '@aws-sdk/client-sqs';
import { ChangeMessageVisibilityCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Duration } from '../domain/time.ts';
import { seconds } from '../domain/time.ts';
import type { FailedMessages } from '../ports/messaging.ts';
import { attempt } from './aws-failure.ts';

/** The attribute of a dead letter that says why it lies there. */
export const becauseAttribute = 'because';

/** A queue and the one for what nobody could carry out, by their addresses. */
export interface GuardedQueueUrls {
  readonly queue: string;
  readonly deadLetters: string;
}

export class SqsFailedMessages implements FailedMessages {
  readonly #client: SQSClient;
  readonly #urls: GuardedQueueUrls;

  constructor(client: SQSClient, urls: GuardedQueueUrls) {
    this.#client = client;
    this.#urls = urls;
  }

  async postpone(receipt: string, wait: Duration): Promise<void> {
    const command = new ChangeMessageVisibilityCommand({
      QueueUrl: this.#urls.queue,
      ReceiptHandle: receipt,
      VisibilityTimeout: Math.ceil(wait / seconds(1)),
    });
    await attempt('queue: postpone', () => this.#client.send(command));
  }

  async putAside(body: string, because: string): Promise<void> {
    const command = new SendMessageCommand({
      QueueUrl: this.#urls.deadLetters,
      MessageBody: body,
      MessageAttributes: {
        [becauseAttribute]: { DataType: 'String', StringValue: because.slice(0, 500) || 'unknown' },
      },
    });
    await attempt('queue: put aside', () => this.#client.send(command));
  }
}
