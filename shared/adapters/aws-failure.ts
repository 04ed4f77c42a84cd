import { Transient } from '../ports/errors.ts';

/** What the SDK gives up on after its own retries although the next sweep may succeed. */
const passing: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'TooManyUpdates',
  'InternalServerError',
  'InternalServerErrorException',
  'ServiceUnavailable',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Runs one AWS call; failures that pass by themselves become Transient, everything else stays as it is. */
export async function attempt<Answer>(what: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && isPassing(error)) throw new Transient(`${what}: ${error.name}`, { cause: error });
    throw error;
  }
}

function isPassing(error: Error): boolean {
  if (passing.has(error.name) || ('code' in error && passing.has(String(error.code)))) return true;
  return '$metadata' in error && statusOf(error.$metadata) >= 500;
}

function statusOf(metadata: unknown): number {
  return (metadata as { readonly httpStatusCode?: number } | undefined)?.httpStatusCode ?? 0;
}
