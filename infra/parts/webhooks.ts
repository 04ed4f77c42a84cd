import { Duration } from 'aws-cdk-lib';
import { openAddress } from '../constructs/open-address.ts';
import { mayTouch, mayUseSecrets } from '../constructs/permissions.ts';
import type { Parts } from './parts.ts';

/** Apart from the front door: a storm of notifications keeps nobody from acting, and neither holds the other's keys. */
export function addWebhooks({ scope, table, alarms, secretsPrefix, makeFunction, output }: Parts): void {
  const webhooks = makeFunction('Webhooks', {
    name: 'webhooks',
    environment: { TABLE_NAME: table.tableName, SECRETS_PREFIX: secretsPrefix },
    timeout: Duration.seconds(10),
    memory: 512,
    // 5,000 a minute are 26 at once while the first is starting (0.3 s, measured 2026-11).
    concurrency: 40,
    impact: 'What TikTok announces is not heard: changes are noticed by the next round.',
  });
  mayTouch(webhooks, table, ['shops', 'heard#*'], ['GetItem']);
  mayTouch(webhooks, table, ['shops'], ['Query']);
  mayTouch(webhooks, table, ['hints'], ['UpdateItem']);
  mayTouch(webhooks, table, ['heard#*'], ['BatchWriteItem']);
  mayUseSecrets(webhooks, secretsPrefix, ['apps'], ['GetParameter']);
  const url = openAddress(scope, webhooks, {
    article: 'webhooks-refusing',
    impact: 'What TikTok announces is answered with an error: it is sent again, and noticed by the next round.',
    alarms,
  });
  output('WebhooksUrl', url);
}
