import * as z from 'zod';

/** What can be wrong with how notifications come; left out = as it was. */
export const WebhookFaults = z.strictObject({
  /** Every one comes so many times. */
  copies: z.int().positive(),
  /** What happened together comes in no order. */
  shuffled: z.boolean(),
  /** So many milliseconds after it happened. */
  late: z.int().nonnegative(),
  /** None comes at all, nor ever will: the guide says that some are lost. */
  lost: z.boolean(),
});
export type WebhookFaults = z.infer<typeof WebhookFaults>;

export function noWebhookFaults(): WebhookFaults {
  return { copies: 1, shuffled: false, late: 0, lost: false };
}
