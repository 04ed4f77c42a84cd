import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SqsFailedMessages } from '../../shared/adapters/failed-messages.ts';
import { hours } from '../../shared/domain/time.ts';
import type { SqsEngine } from '../support/sqs-engine.ts';
import { startSqs } from '../support/sqs-engine.ts';

let sqs: SqsEngine;
beforeAll(async () => {
  sqs = await startSqs();
});
afterAll(() => sqs.stop());

async function receive(url: string) {
  const { Messages = [] } = await sqs.client.send(
    new ReceiveMessageCommand({ QueueUrl: url, VisibilityTimeout: 0, MessageAttributeNames: ['All'] }),
  );
  return Messages;
}

it('what is put aside lies among the dead letters with its reason', async () => {
  const { notify: queue, remediate: deadLetters } = await sqs.queues();
  await new SqsFailedMessages(sqs.client, { queue, deadLetters }).putAside('{"v":1}', 'Slack, shop 7: 404 no_service');
  const [letter] = await receive(deadLetters);
  expect(letter?.Body).toBe('{"v":1}');
  expect(letter?.MessageAttributes?.['because']?.StringValue).toBe('Slack, shop 7: 404 no_service');
});

it('what is postponed is not to be had before its time', async () => {
  const { notify: queue } = await sqs.queues();
  const failed = new SqsFailedMessages(sqs.client, { queue, deadLetters: queue });
  await failed.putAside('{"v":2}', 'any');
  const [message] = await receive(queue);
  await failed.postpone(message?.ReceiptHandle ?? '', hours(1));
  expect(await receive(queue)).toEqual([]);
});
