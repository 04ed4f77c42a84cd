import * as z from 'zod';

const BatchResponse = z.union([
  z.null(),
  z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() }),
]);

/**
 * Which messages of a batch a function reports as failed (ReportBatchItemFailures), from its answer as JSON text.
 * As on AWS, an answer that cannot be read, or names a message that was not in the batch, fails the whole batch.
 */
export function failedMessages(answer: string, batch: readonly string[]): ReadonlySet<string> {
  const parsed = BatchResponse.safeParse(JSON.parse(answer));
  if (!parsed.success) return new Set(batch);
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => batch.includes(id)) ? new Set(failed) : new Set(batch);
}
