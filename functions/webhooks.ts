import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoHints } from '../shared/adapters/dynamo/hints.ts';
import { createSsmClient, SsmSellerVault } from '../shared/adapters/secrets.ts';
import { tiktokWebhooks } from '../shared/adapters/tiktok-shop/webhook.ts';
import { hear } from '../shared/jobs/hear.ts';
import type { HearingPorts } from '../shared/jobs/take-webhook.ts';
import { hearingAnswer } from '../shared/pages/hearing-answer.ts';
import type { Environment } from './environment.ts';
import { onRequest } from './runtime/on-request.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Called by TikTok over its own URL when something of a shop changes. */
export const handler = onRequest({
  name: 'webhooks',
  build,
  answer: async (request, ports) => hearingAnswer(await hear(request, ports)),
  failed: hearingAnswer('failed'),
  tooLong: hearingAnswer('too-long'),
  done: 'Notification heard',
});

/** On a cold start only. */
function build({ TABLE_NAME, SECRETS_PREFIX }: Environment<'webhooks'>): HearingPorts {
  const table = openTable(TABLE_NAME, systemClock);
  const vault = new SsmSellerVault(createSsmClient(), SECRETS_PREFIX, systemClock);
  return {
    webhooks: tiktokWebhooks(vault),
    hints: new DynamoHints(table),
    shops: shopsIn(table),
    clock: systemClock,
  };
}
