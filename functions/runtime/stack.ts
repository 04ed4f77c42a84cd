import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import compose from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Telemetry } from './telemetry.ts';

/** The same short stack for every function: who is asked, then the handler, then the metrics leave. */
export function stack<Event, Result>(
  { log, metrics }: Telemetry,
  handle: (event: Event, context: Context) => Promise<Result>,
): (event: Event, context: Context) => Promise<Result> {
  // No early answer near the timeout: Lambda ends the process then, so no half-done work wakes up later.
  return compose<Event, Result>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(log, { resetKeys: true }))
    .use(logMetrics(metrics))
    .handler(handle);
}
