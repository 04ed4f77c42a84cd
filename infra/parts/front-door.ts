import { Duration } from 'aws-cdk-lib';
import { openAddress } from '../constructs/open-address.ts';
import { mayTouch, mayUseSecrets } from '../constructs/permissions.ts';
import type { Parts } from './parts.ts';

/** What people do from messages and other systems answer. Gives its address. */
export function addFrontDoor({ scope, table, alarms, secretsPrefix, makeFunction, output }: Parts): string {
  const door = makeFunction('FrontDoor', {
    name: 'front-door',
    environment: { TABLE_NAME: table.tableName, SECRETS_PREFIX: secretsPrefix },
    timeout: Duration.seconds(10),
    memory: 512,
    // Whoever floods it takes nothing from the sweeps.
    concurrency: 8,
    impact: 'Links in messages do not open: people cannot act on what they are told.',
  });
  mayTouch(door, table, ['shops', 'shop#*'], ['GetItem']);
  mayTouch(door, table, ['open#*', 'deed#*', 'remedy#*', 'case#*'], ['BatchGetItem']);
  mayTouch(door, table, ['deed#*'], ['Query', 'PutItem', 'UpdateItem']);
  mayUseSecrets(door, secretsPrefix, ['links', 'shops'], ['GetParameter']);
  mayUseSecrets(door, secretsPrefix, ['links'], ['PutParameter']);
  const url = openAddress(scope, door, {
    article: 'front-door-refusing',
    impact: 'Links in messages lead to an error page: people cannot act on what they are told.',
    alarms,
  });
  output('FrontDoorUrl', url);
  return url;
}
