import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { Keeper } from './keeper.ts';
import { account } from './template-scope.ts';
import type { TableResource } from './template-resources.ts';

const require = createRequire(import.meta.url);
const attempts = 5;

export interface DynamoEngine {
  readonly kind: 'dynoxide' | 'dynalite';
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

/**
 * DynamoDB on a loopback port: dynoxide where npm has its binary for this platform, else dynalite.
 * In memory, or on disk below `dataDir`.
 */
export async function startDynamoEngine(
  keeper: Keeper,
  { dataDir, kind }: { readonly dataDir?: string | undefined; readonly kind?: DynamoEngine['kind'] | undefined } = {},
): Promise<DynamoEngine> {
  const binary = kind === 'dynalite' ? undefined : findDynoxide();
  return binary === undefined ? startDynalite(keeper, dataDir) : startDynoxide(keeper, binary, dataDir);
}

/** Creates what the template declares; a table that a former run left on disk is kept. */
export async function createTables({ host, port }: DynamoEngine, tables: readonly TableResource[]): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: `http://${host}:${port}`,
    region: account.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const { name, KeySchema, AttributeDefinitions } of tables) {
    try {
      await client.send(
        new CreateTableCommand({ TableName: name, KeySchema, AttributeDefinitions, BillingMode: 'PAY_PER_REQUEST' }),
      );
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }
  client.destroy();
}

function findDynoxide(): string | undefined {
  const name = `@dynoxide/${process.platform}-${process.arch}/package.json`;
  const folder = require.resolve.paths(name)?.find((path) => existsSync(join(path, name)));
  return folder === undefined ? undefined : join(folder, dirname(name), 'dynoxide');
}

// dynoxide says which port it was asked for, not which it got, so it must be asked for a definite one. Another
// process may take that port in between: then it ends with an error before it says that it listens.
async function startDynoxide(keeper: Keeper, binary: string, dataDir?: string): Promise<DynamoEngine> {
  const host = hiddenHost();
  const storage = dataDir === undefined ? [] : ['--db-path', join(dataDir, 'dynamo.sqlite')];
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(host);
    try {
      const args = ['serve', '--host', host, '--port', String(port), ...storage];
      const { pid } = await keeper.run(binary, args, /listening on/);
      return { kind: 'dynoxide', pid, host, port };
    } catch (error) {
      if (attempt === attempts || !String(error).includes('in use')) throw error;
    }
  }
}

async function startDynalite(keeper: Keeper, dataDir?: string): Promise<DynamoEngine> {
  const host = hiddenHost();
  const storage = dataDir === undefined ? [] : ['--path', join(dataDir, 'dynalite')];
  const { pid, match } = await keeper.run(
    process.execPath,
    [require.resolve('dynalite/cli.js'), '--host', host, '--port', '0', '--createTableMs', '0', ...storage],
    /listening at: http:\/\/[^:]+:(\d+)/,
  );
  return { kind: 'dynalite', pid, host, port: Number(match[1]) };
}

/**
 * Neither engine asks who calls, and both let web pages read the answer. So they listen where no page can find them: at
 * any of the 16 million addresses of the loopback, where the system has them all (not macOS).
 */
function hiddenHost(): string {
  if (process.platform === 'darwin') return '127.0.0.1';
  return [127, randomInt(1, 255), randomInt(0, 256), randomInt(1, 255)].join('.');
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
