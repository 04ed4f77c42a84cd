import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { attempt } from '../aws-failure.ts';

/** Runs one conditional write; false when its condition did not hold. */
export async function attemptIf(what: string, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt(what, call);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
