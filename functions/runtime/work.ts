import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { type Duration, seconds } from '../../shared/domain/time.ts';
import type { Environment, FunctionName } from '../environment.ts';
import { buildOnce } from './build-once.ts';
import { maskError } from './mask.ts';
import { readEnvironment } from './read-environment.ts';
import { type Telemetry, telemetryOf } from './telemetry.ts';

/** What one function is, in the order in which it happens. */
export interface Work<Name extends FunctionName, Raw, Message, Services, Outcome extends object> {
  readonly name: Name;
  /** Everything that comes in is parsed; what does not fit never reaches `run`. Throws with paths, never with values. */
  readonly read: (raw: Raw) => Message;
  /** On a cold start only. */
  readonly build: (environment: Environment<Name>, telemetry: Telemetry) => Services | Promise<Services>;
  /** For every message. The outcome's fields are logged, so they hold ids and numbers only. */
  readonly run: (message: Message, services: Services, call: Call) => Promise<Outcome>;
  /** The static text of the one log line that each message leaves. */
  readonly done: string;
  /** Sums for CloudWatch. */
  readonly measure?: (outcome: Outcome) => Readonly<Record<string, number>>;
}

/** This invocation, as far as a job may know of it. */
export interface Call {
  /** Unique to the invocation. */
  readonly id: string;
  /** Time until Lambda stops the function. */
  remaining(): Duration;
}

/** A function at work: its telemetry, and its services, built when first asked for. */
export interface Working<Services> {
  readonly telemetry: Telemetry;
  readonly services: () => Promise<Services>;
}

export function beginWork<Name extends FunctionName, Raw, Message, Services, Outcome extends object>(
  work: Work<Name, Raw, Message, Services, Outcome>,
): Working<Services> {
  const telemetry = telemetryOf(work.name);
  const build = buildOnce(() => work.build(readEnvironment(work.name), telemetry));
  return { telemetry, services: () => build().catch((error: unknown) => refuseToStart(telemetry, error)) };
}

/** A function that cannot start fails as a whole, so that the alarm on its errors (or its URL's) is heard. */
function refuseToStart({ log, metrics }: Telemetry, error: unknown): never {
  const masked = maskError(error);
  log.error('Cannot start', { error: masked });
  metrics.addMetric('Failed', MetricUnit.NoUnit, 1);
  throw masked;
}

export function callOf(context: Context): Call {
  return { id: context.awsRequestId, remaining: () => seconds(context.getRemainingTimeInMillis() / 1_000) };
}
