import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSsmClient, SsmSellerVault } from '../../../shared/adapters/secrets.ts';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { createDynamoClient, openTable, type Table } from '../../../shared/adapters/dynamo/client.ts';
import { DynamoSellers, putSeller } from '../../../shared/adapters/dynamo/sellers.ts';
import { putShop } from '../../../shared/adapters/dynamo/shops.ts';
import { startStack, type LocalStack } from '../stack.ts';
import { synthesize } from '../synthesize.ts';
import { repeatHandOver } from './repeat-hand-over.ts';
import type { World } from './world.ts';

export const mailFrom = 'tidewatch@tidewatch.example';
const secretsPrefix = '/tidewatch';

/** Tidewatch running on this machine, watching a world. */
export interface LocalTidewatch {
  readonly stack: LocalStack;
  readonly world: World;
  readonly table: Table;
  stop(): Promise<void>;
}

export interface TidewatchOptions {
  /** Keeps all state here; left out = gone with the process. */
  readonly dataDir?: string;
  /** Where outbox, logs and the facts of the running stack are written. */
  readonly workDir: string;
  /** Told what is being done, a few words each. */
  readonly progress: (doing: string) => void;
}

/** Synthesizes the stack, starts it on embedded services, and puts the world's shops under watch. */
export async function startTidewatch(world: World, options: TidewatchOptions): Promise<LocalTidewatch> {
  const { dataDir, workDir, progress } = options;
  progress('synthesizing the stack');
  const assembly = mkdtempSync(join(tmpdir(), 'tidewatch-cdk-'));
  try {
    await synthesize(assembly);
    progress('starting the embedded services');
    const stack = await startStack({
      assembly,
      parameters: {
        MailFrom: mailFrom,
        AlarmAddress: 'engineer@tidewatch.example',
        TikTokApiUrl: world.apiUrl,
        TikTokAuthUrl: world.authUrl,
        TikTokCallsPerSecond: String(world.callsPerSecond),
      },
      verifiedSenders: [mailFrom],
      outboxDir: join(dataDir ?? workDir, 'outbox'),
      logsDir: join(dataDir ?? workDir, 'logs'),
      localFile: join(workDir, 'local.json'),
      ...(dataDir !== undefined && { dataDir }),
    });
    const table = tableOf(stack);
    await enrol(world, stack, table);
    if (dataDir !== undefined)
      await repeatHandOver(
        table,
        world.file.shops.map(({ id }) => id),
      );
    return { stack, world, table, stop: () => stopAll(stack, world, assembly) };
  } catch (error) {
    rmSync(assembly, { recursive: true, force: true });
    throw error;
  }
}

async function stopAll(stack: LocalStack, world: World, assembly: string): Promise<void> {
  await stack.stop();
  await world.close();
  rmSync(assembly, { recursive: true, force: true });
}

const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

function tableOf(stack: LocalStack): Table {
  const { table, gatewayUrl } = stack.facts();
  if (table === undefined) throw new Error('the synthesized stack has no table, or more than one');
  return openTable(table, systemClock, createDynamoClient({ ...local, endpoint: gatewayUrl }));
}

/** What an operator would set up by hand: shops, secrets, and when the tokens expire. */
async function enrol({ file, simulator }: World, stack: LocalStack, table: Table): Promise<void> {
  const vault = new SsmSellerVault(
    createSsmClient({ ...local, endpoint: stack.gatewayUrl }),
    secretsPrefix,
    systemClock,
  );
  const sellers = new DynamoSellers(table);
  for (const { appKey, appSecret } of file.apps) await vault.storeAppSecret(appKey, appSecret);
  for (const { seller, tokens, credentials } of file.sellers) {
    const known = await vault.readTokens(seller);
    // A real refresh token may have been exchanged since the file was written: the stored one is the newer.
    if (known && !simulator && (await sellers.read(seller)).accessExpiresAt !== undefined) continue;
    await vault.storeTokens(seller, tokens);
    await putSeller(table, seller, credentials);
  }
  for (const shop of file.shops) {
    await putShop(table, shop);
    const real = file.slackUrls.find((entry) => entry.shop === shop.id);
    if (shop.slack) await vault.storeSlackUrl(shop.id, real?.url ?? stack.slackUrl(shop.name));
  }
}
