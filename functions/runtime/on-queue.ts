import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { FunctionName } from '../environment.ts';
import { runMessage } from './run-message.ts';
import { stack } from './stack.ts';
import { beginWork, callOf, type Work } from './work.ts';

/**
 * A function behind a queue. The records of a batch run at once and fail each for itself, so that a slow or
 * poisoned message holds up no other. The order within a FIFO group is kept only with batches of one.
 */
export function onQueue<Name extends FunctionName, Message, Services, Outcome extends object>(
  work: Work<Name, string, Message, Services, Outcome>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const { telemetry, services } = beginWork(work);
  return stack(telemetry, async ({ Records }: SQSEvent, context: Context) => {
    const all = { metrics: telemetry.metrics, services: await services(), call: callOf(context) };
    const results = await Promise.allSettled(
      Records.map((record) => runMessage(work, { ...all, log: logOf(record), raw: record.body })),
    );
    return { batchItemFailures: Records.filter((_, at) => results[at]?.status !== 'fulfilled').map(asFailure) };
  });

  function logOf({ messageId, attributes }: SQSRecord) {
    const log = telemetry.log.createChild();
    log.appendKeys({ message_id: messageId, attempt: Number(attributes.ApproximateReceiveCount) });
    return log;
  }
}

function asFailure({ messageId }: SQSRecord): SQSBatchResponse['batchItemFailures'][number] {
  return { itemIdentifier: messageId };
}
