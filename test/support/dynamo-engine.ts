import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { createDynamoClient } from '../../shared/adapters/dynamo/client.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { FakeClock } from './fake-clock.ts';

/** A DynamoDB on loopback with an empty state, in memory. */
export interface DynamoEngine {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  /** Creates a table with keys `pk` and `sk` under a fresh name. */
  table(clock?: Clock): Promise<Table>;
  stop(): Promise<void>;
}

export const nativeBinary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

/** The native engine where its binary is installed, the one in plain JavaScript elsewhere. */
export async function startDynamo(kind: 'native' | 'plain' | 'best' = 'best'): Promise<DynamoEngine> {
  const native = kind === 'native' || (kind === 'best' && existsSync(nativeBinary));
  const port = await freePort();
  const stopServer = native ? startNative(port) : await startPlain(port);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = createDynamoClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await untilAnswering(endpoint);
  let tables = 0;
  return {
    client,
    endpoint,
    async table(clock = new FakeClock()) {
      tables += 1;
      const name = `tidewatch-${tables}`;
      await createTable(client, name);
      return { client, name, clock, pause: () => Promise.resolve() };
    },
    async stop() {
      client.destroy();
      await stopServer();
    },
  };
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.1 }, { TableName: name });
}

function startNative(port: number): () => Promise<void> {
  const child = spawn(nativeBinary, ['--port', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  // An engine outlives a test runner that dies without saying goodbye.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
}

type Dynalite = (options: { readonly createTableMs: number }) => Server;

async function startPlain(port: number): Promise<() => Promise<void>> {
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite;
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return port;
}

async function untilAnswering(endpoint: string): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      // Not listening yet: the engine needs some 20 ms to start.
      await pause(20);
    }
  }
  throw new Error(`no DynamoDB engine answered at ${endpoint}`);
}
