import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { FunctionName } from '../environment.ts';
import { maskError } from './mask.ts';
import type { Call, Work } from './work.ts';

/** What surrounds one message. */
export interface Setting<Raw, Services> {
  readonly raw: Raw;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly services: Services;
  readonly call: Call;
}

/** One message from reading to its log line. A failure is logged and thrown on, masked. */
export async function runMessage<Name extends FunctionName, Raw, Message, Services, Outcome extends object>(
  work: Work<Name, Raw, Message, Services, Outcome>,
  { raw, log, metrics, services, call }: Setting<Raw, Services>,
): Promise<Outcome> {
  try {
    const outcome = await work.run(understand(work, raw), services, call);
    log.info(work.done, { outcome });
    count(metrics, { Done: 1, Failed: 0, ...work.measure?.(outcome) });
    return outcome;
  } catch (error) {
    // Recovery lies with the caller or the queue, which try again; this leaves a trace that holds no secret.
    logFailure(log, error);
    count(metrics, { Done: 0, Failed: 1 });
    throw maskError(error);
  }
}

class Malformed extends Error {
  override readonly name = 'Malformed';
}

function understand<Raw, Message>({ read }: { readonly read: (raw: Raw) => Message }, raw: Raw): Message {
  try {
    return read(raw);
  } catch (error) {
    // Recovery: the same complaint under a name of its own, for sender and reader disagree and no try will mend it.
    throw new Malformed(error instanceof Error ? error.message : 'unreadable');
  }
}

/** A warning is theirs and passes, or a person's to mend; an error is a bug that someone must look at now. */
function logFailure(log: Logger, error: unknown): void {
  const masked = { error: maskError(error) };
  if (error instanceof Malformed) log.error('Message malformed', masked);
  else if (error instanceof Transient) log.warn('Failed for now', masked);
  else if (error instanceof Rejected) log.warn('Refused', { ...masked, about: error.about });
  else log.error('Failed', masked);
}

function count(metrics: Metrics, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) metrics.addMetric(name, MetricUnit.NoUnit, value);
}
