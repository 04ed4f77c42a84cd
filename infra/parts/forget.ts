import { Duration } from 'aws-cdk-lib';
import { mayTouch, mayUseSecrets } from '../constructs/permissions.ts';
import { runRegularly } from '../constructs/regular-schedule.ts';
import type { Parts } from './parts.ts';

/** The one function that may delete: what is kept of shops that were removed, when their time is up. */
export function addForget({ scope, table, alarms, named, secretsPrefix, makeFunction }: Parts): void {
  const forget = makeFunction('Forget', {
    name: 'forget',
    environment: { TABLE_NAME: table.tableName, SECRETS_PREFIX: secretsPrefix },
    timeout: Duration.minutes(5),
    memory: 256,
    impact: 'What is kept of shops that were removed is not deleted in time.',
  });
  const kept = ['shop', 'open', 'closed', 'deed', 'second', 'told', 'remedy', 'run', 'quarantine', 'day', 'score'];
  const partitions = [...kept, 'list', 'channel', 'case', 'seller'].map((name) => `${name}#*`);
  mayTouch(forget, table, partitions, ['Query', 'BatchWriteItem']);
  mayTouch(forget, table, ['hints'], ['BatchWriteItem']);
  mayTouch(forget, table, ['shops'], ['Query', 'GetItem', 'UpdateItem', 'DeleteItem']);
  // Which shop leaves is said by its last sweep and its seller's authorization.
  mayTouch(forget, table, ['shop#*', 'seller#*'], ['GetItem']);
  mayUseSecrets(forget, secretsPrefix, ['sellers', 'shops', 'second-opinions'], ['DeleteParameter']);
  runRegularly(scope, 'Forgetting', {
    name: 'forget',
    function: forget.function,
    rate: 'rate(1 hour)',
    notRunning: 'What is kept of shops that were removed is not deleted in time.',
    lost: 'What is kept of shops that were removed is deleted an hour later.',
    alarms,
    named,
  });
}
