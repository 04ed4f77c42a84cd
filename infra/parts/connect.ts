import { Duration } from 'aws-cdk-lib';
import type { GuardedQueue } from '../constructs/guarded-queue.ts';
import { openAddress } from '../constructs/open-address.ts';
import type { Parameters } from '../constructs/parameters.ts';
import { maySend, mayTouch, mayUseSecrets } from '../constructs/permissions.ts';
import type { Parts } from './parts.ts';

/** Where sellers come back to from TikTok's consent page; the one open address that may write tokens and shops. */
export function addConnect(
  { scope, table, alarms, secretsPrefix, makeFunction, output }: Parts,
  sweeps: GuardedQueue,
  { tiktokApiUrl, tiktokAuthUrl }: Parameters,
): void {
  const connect = makeFunction('Connect', {
    name: 'connect',
    environment: {
      TABLE_NAME: table.tableName,
      SECRETS_PREFIX: secretsPrefix,
      SWEEP_QUEUE_URL: sweeps.queue.queueUrl,
      TIKTOK_API_URL: tiktokApiUrl,
      TIKTOK_AUTH_URL: tiktokAuthUrl,
    },
    // Two calls of TikTok, 10 s each at most, and up to 5 s for a refresh under way.
    timeout: Duration.seconds(40),
    memory: 512,
    // Consents are rare; whoever floods it takes nothing from the others.
    concurrency: 2,
    impact: 'Sellers who consent are not connected: their shops are not watched.',
  });
  mayTouch(connect, table, ['shops'], ['GetItem', 'PutItem']);
  mayTouch(connect, table, ['connect#*', 'seller#*'], ['GetItem', 'UpdateItem']);
  mayUseSecrets(connect, secretsPrefix, ['apps', 'links', 'sellers'], ['GetParameter']);
  mayUseSecrets(connect, secretsPrefix, ['sellers'], ['PutParameter']);
  maySend(connect, sweeps);
  const url = openAddress(scope, connect, {
    article: 'connect-refusing',
    impact: 'Sellers who consent see an error page: their shops are not watched.',
    alarms,
  });
  output('ConnectUrl', url);
}
