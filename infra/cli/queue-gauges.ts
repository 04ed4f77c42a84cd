import { GetQueueAttributesCommand, type QueueAttributeName, type SQSClient } from '@aws-sdk/client-sqs';
import { attempt } from '../../shared/adapters/aws-failure.ts';

/** How full a queue is. SQS counts approximately, and does not say how old its messages are. */
export interface QueueGauge {
  readonly name: string;
  readonly waiting: number;
  /** Handed to a function, or held back until its next try. */
  readonly inFlight: number;
}

export async function readGauges(
  sqs: SQSClient,
  urls: Readonly<Record<string, string>>,
): Promise<readonly QueueGauge[]> {
  return Promise.all(
    Object.entries(urls).map(async ([name, QueueUrl]) => {
      const { Attributes = {} } = await attempt(`queue ${name}`, () =>
        sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] })),
      );
      const count = (attribute: QueueAttributeName): number => Number(Attributes[attribute] ?? 0);
      return {
        name,
        waiting: count('ApproximateNumberOfMessages'),
        inFlight: count('ApproximateNumberOfMessagesNotVisible') + count('ApproximateNumberOfMessagesDelayed'),
      };
    }),
  );
}
