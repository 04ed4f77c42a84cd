import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsLeftovers } from '../../../infra/cli/destroy/leftovers.ts';
import { stageNames } from '../../../infra/cli/stage-names.ts';
import { createSsmClient } from '../../../shared/adapters/secrets.ts';
import { startDynamo, type DynamoEngine } from '../../support/dynamo-engine.ts';
import { startSsm, type SsmStandIn } from '../../support/ssm-stand-in.ts';

const own = 'Tidewatch-TableCD117FA1-1A2B3C';
const ofTest = 'Tidewatch-test-TableCD117FA1-1A2B3C';
let dynamo: DynamoEngine;
let ssm: SsmStandIn;
let leftovers: AwsLeftovers;

beforeAll(async () => {
  [dynamo, ssm] = await Promise.all([startDynamo(), startSsm()]);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = createSsmClient({ endpoint: ssm.endpoint, region: 'eu-west-1', credentials });
  leftovers = new AwsLeftovers(dynamo.client, client, stageNames(undefined));
  for (const TableName of [own, ofTest]) {
    await dynamo.client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        DeletionProtectionEnabled: true,
      }),
    );
  }
});
afterAll(() => Promise.all([dynamo.stop(), ssm.stop()]));

describe('what is left of a stack', () => {
  it('is its table alone, deleted though it is protected, and as often as one likes', async () => {
    expect((await leftovers.tables()).map(({ name }) => name)).toEqual([own]);
    await leftovers.deleteTable(own);
    await leftovers.deleteTable(own);
    expect(await leftovers.tables()).toEqual([]);
  });

  it('is every secret below its prefix, whatever their number, and none of another stage', async () => {
    const names = Array.from({ length: 23 }, (_, n) => `/tidewatch/sellers/app/${n}`);
    for (const name of [...names, '/tidewatch-test/apps/1']) ssm.put(name, 'secret');
    const found = await leftovers.parameters();
    expect(found.toSorted()).toEqual(names.toSorted());
    await leftovers.deleteParameters(found);
    expect([...ssm.versions.keys()]).toEqual(['/tidewatch-test/apps/1']);
    expect(ssm.reads).toEqual([]);
  });
});
