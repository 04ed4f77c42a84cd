import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { createTables, startDynamoEngine } from '../../infra/local/dynamo-engine.ts';
import { startKeeper } from '../../infra/local/keeper.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { openTable, type Table } from '../../shared/adapters/dynamo/client.ts';
import type { Item } from '../../shared/adapters/dynamo/item.ts';
import { localClient } from './local-client.ts';

/** The embedded DynamoDB with the one table, in a process of its own. */
export interface Engine {
  readonly endpoint: string;
  readonly table: Table;
  stop(): Promise<void>;
}

const name = 'bench';
const keys = ['pk', 'sk'] as const;

/** Keeps its state below `dataDir`, so that a second engine can go on from a copy of it. */
export async function startEngine(dataDir: string): Promise<Engine> {
  const keeper = startKeeper();
  const engine = await startDynamoEngine(keeper, { dataDir });
  await createTables(engine, [
    {
      id: name,
      name,
      KeySchema: keys.map((key) => ({ AttributeName: key, KeyType: key === 'pk' ? 'HASH' : 'RANGE' })),
      AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    },
  ]);
  const endpoint = `http://${engine.host}:${engine.port}`;
  const client = localClient(endpoint);
  return {
    endpoint,
    table: openTable(name, systemClock, client),
    async stop() {
      client.destroy();
      await keeper.stop();
    },
  };
}

/** Every item there is, in no order. */
export async function* everyItem({ client, name }: Table): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const { Items, LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    yield* Items ?? [];
    from = LastEvaluatedKey;
  } while (from);
}
