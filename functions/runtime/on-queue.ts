import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { FailedMessages } from '../../shared/ports/messaging.ts';
import type { FunctionName } from '../environment.ts';
import { runMessage, type Setting } from './run-message.ts';
import { settleFailure } from './settle-failure.ts';
import { stack } from './stack.ts';
import { beginWork, callOf, type Work } from './work.ts';

interface QueueWork<Name extends FunctionName, Message, Services, Outcome extends object> extends Work<
  Name,
  string,
  Message,
  Services,
  Outcome
> {
  /** Left out: what fails comes again when the queue says, and lies aside after as many tries as the queue allows. */
  readonly failed?: (services: Services) => FailedMessages;
}

/**
 * A function behind a queue. The records of a batch run at once and fail each for itself, so that a slow or
 * poisoned message holds up no other. The order within a FIFO group is kept only with batches of one.
 */
export function onQueue<Name extends FunctionName, Message, Services, Outcome extends object>(
  work: QueueWork<Name, Message, Services, Outcome>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const { telemetry, services } = beginWork(work);
  return stack(telemetry, async ({ Records }: SQSEvent, context: Context) => {
    const all = { metrics: telemetry.metrics, services: await services(), call: callOf(context) };
    const results = await Promise.allSettled(
      Records.map((record) => handle(record, { ...all, log: logOf(record), raw: record.body })),
    );
    return { batchItemFailures: Records.filter((_, at) => results[at]?.status !== 'fulfilled').map(asFailure) };
  });

  async function handle(record: SQSRecord, setting: Setting<string, Services>): Promise<void> {
    try {
      await runMessage(work, setting);
    } catch (error) {
      // Recovery: later, or by a person; what lies among the dead letters is done here.
      const failed = work.failed?.(setting.services);
      if (!failed || !(error instanceof Error)) throw error;
      if (!(await settleFailure(error, record, failed, setting.log))) throw error;
    }
  }

  function logOf({ messageId, attributes }: SQSRecord) {
    const log = telemetry.log.createChild();
    log.appendKeys({ message_id: messageId, attempt: Number(attributes.ApproximateReceiveCount) });
    return log;
  }
}

function asFailure({ messageId }: SQSRecord): SQSBatchResponse['batchItemFailures'][number] {
  return { itemIdentifier: messageId };
}
