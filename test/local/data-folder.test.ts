import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type LocalStack } from '../../infra/local/stack.ts';
import { tinyFolder, type TinyFolder } from './tiny-assembly.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

describe.each(['dynoxide', 'dynalite'] as const)('a data folder (%s)', (engine) => {
  let folder: TinyFolder;
  beforeAll(() => {
    folder = tinyFolder();
  });
  afterAll(() => folder.remove());

  it('keeps items and parameters over a restart', async () => {
    const dataDir = join(folder.path, 'data');
    const options = { ...folder.options, dataDir, engine };
    const first = await startStack({ ...options, ssm: { '/token': 'seeded', '/hook': 'http://127.0.0.1:1111/' } });
    await withClients(first, async (dynamo, ssm) => {
      await dynamo.send(new PutItemCommand({ TableName: 'Tiny-Book', Item: { pk: { S: 'kept' } } }));
      await ssm.send(new PutParameterCommand({ Name: '/token', Value: 'refreshed', Overwrite: true }));
    });
    await first.stop();
    expect(statSync(join(dataDir, 'parameters.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'parameters.json'), 'utf8')).not.toContain('"seeded"');

    const second = await startStack({ ...options, ssm: { '/token': 'seeded', '/hook': 'http://127.0.0.1:2222/' } });
    await withClients(second, async (dynamo, ssm) => {
      const { Item } = await dynamo.send(new GetItemCommand({ TableName: 'Tiny-Book', Key: { pk: { S: 'kept' } } }));
      expect(Item).toEqual({ pk: { S: 'kept' } });
      const read = async (Name: string) =>
        (await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))).Parameter?.Value;
      expect(await read('/token')).toBe('refreshed');
      expect(await read('/hook')).toBe('http://127.0.0.1:2222/');
    });
    await expect(startStack({ ...options, localFile: join(folder.path, 'other.json') })).rejects.toThrow(
      'Another stack runs already',
    );
    await second.stop();
  });
});

async function withClients(
  { gatewayUrl }: LocalStack,
  use: (dynamo: DynamoDBClient, ssm: SSMClient) => Promise<void>,
): Promise<void> {
  const dynamo = new DynamoDBClient({ endpoint: gatewayUrl, region: 'us-east-1', credentials });
  const ssm = new SSMClient({ endpoint: gatewayUrl, region: 'us-east-1', credentials });
  await use(dynamo, ssm);
  dynamo.destroy();
  ssm.destroy();
}
