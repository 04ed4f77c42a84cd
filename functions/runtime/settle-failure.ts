import type { Logger } from '@aws-lambda-powertools/logger';
import type { SQSRecord } from 'aws-lambda';
import type { FailedMessages } from '../../shared/ports/messaging.ts';
import { afterFailure } from './after-failure.ts';
import { maskError } from './mask.ts';

/**
 * Postpones a message that failed, or puts it aside for a person; true when it lies among the dead letters and can
 * leave its own queue. Put there before it is deleted here: a process that dies in between leaves it twice, never lost.
 */
export async function settleFailure(
  error: Error,
  { body, receiptHandle, attributes }: SQSRecord,
  failed: FailedMessages,
  log: Logger,
): Promise<boolean> {
  const fate = afterFailure(error, Number(attributes.ApproximateReceiveCount));
  try {
    if (fate.is === 'aside') await failed.putAside(body, error.message);
    else await failed.postpone(receiptHandle, fate.wait);
    return fate.is === 'aside';
  } catch (trouble) {
    // Recovery is the queue's own visibility timeout, after which the message comes again.
    log.warn('Failed message left where it is', { error: maskError(trouble) });
    return false;
  }
}
