import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

function quiet(): void {}

/**
 * The SDK's logging middleware copies every input and output for a logger with `info`, even for its own silent one:
 * without that method a batch costs 0.4 of the CPU (client-dynamodb 3.1164, 2026-11). Other parts of the SDK call
 * the remaining methods, so those exist.
 */
export const quietLogger = { debug: quiet, warn: quiet, error: quiet } as unknown as NonNullable<
  DynamoDBClientConfig['logger']
>;
