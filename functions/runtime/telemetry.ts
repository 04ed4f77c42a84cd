import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { type FunctionName, published } from '../environment.ts';
import { maskField } from './mask.ts';

export interface Telemetry {
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** One namespace, one dimension (the function): a metric per shop would cost more than the shop's whole watch. */
export function telemetryOf(name: FunctionName): Telemetry {
  const serviceName = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? `tidewatch-${name}`;
  return {
    log: new Logger({ serviceName, jsonReplacerFn: maskField }),
    metrics: new Metrics({ namespace: published.namespace, serviceName }),
  };
}
