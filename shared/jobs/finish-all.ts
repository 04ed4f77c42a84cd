/**
 * Waits for all work to end before it fails: nothing may go on in the background of an invocation that has failed,
 * for on Lambda it would thaw inside the next one.
 */
export async function finishAll(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
