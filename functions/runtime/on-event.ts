import type { Context } from 'aws-lambda';
import type { FunctionName } from '../environment.ts';
import { runMessage } from './run-message.ts';
import { stack } from './stack.ts';
import { beginWork, callOf, type Work } from './work.ts';

/**
 * A function that a schedule or a person invokes with one event. A failure is thrown: a schedule invokes
 * asynchronously, so Lambda's retries and failure destination apply; a person sees it at once.
 */
export function onEvent<Name extends FunctionName, Message, Services, Outcome extends object>(
  work: Work<Name, unknown, Message, Services, Outcome>,
): (event: unknown, context: Context) => Promise<Outcome> {
  const { telemetry, services } = beginWork(work);
  return stack(telemetry, async (event: unknown, context: Context) =>
    runMessage(work, { ...telemetry, services: await services(), call: callOf(context), raw: event }),
  );
}
