import { DynamoSecondTraces } from '../../../shared/adapters/dynamo/second-traces.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSsmClient, SsmSellerVault } from '../../../shared/adapters/secrets.ts';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { createDynamoClient, openTable, type Table } from '../../../shared/adapters/dynamo/client.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import { putSeller } from '../../../shared/adapters/dynamo/sellers.ts';
import { putApp } from '../../../shared/adapters/dynamo/apps.ts';
import { DynamoShops, putShop, removeShop } from '../../../shared/adapters/dynamo/shops.ts';
import { channelsOf } from '../../../shared/domain/shop.ts';
import { addressOf } from '../local-file.ts';
import type { Simulator } from '../simulator/handle.ts';
import { startStack, type LocalStack } from '../stack.ts';
import type { StackOptions } from '../stack-options.ts';
import { synthesize } from '../synthesize.ts';
import { repeatHandOver } from './repeat-hand-over.ts';
import { sweptUntil, type SweptUntil } from './swept-until.ts';
import type { World } from './world.ts';

const mailFrom = 'tidewatch@tidewatch.example';
const secretsPrefix = '/tidewatch';

/** Tidewatch running on this machine, watching a world. */
export interface LocalTidewatch {
  readonly stack: LocalStack;
  readonly world: World;
  readonly table: Table;
  /** How far earlier processes on the same data have swept. */
  readonly swept: readonly SweptUntil[];
  stop(): Promise<void>;
}

export interface TidewatchOptions {
  /** Keeps all state here; left out = gone with the process. */
  readonly dataDir?: string;
  /** Where outbox, logs and the facts of the running stack are written. */
  readonly workDir: string;
  /** From one round to the next; left out: an hour. */
  readonly sweepMinutes?: number;
  /** Leave SES in its sandbox, where it sends to these addresses or domains alone. */
  readonly verifiedRecipients?: readonly string[];
  /** A synthesized cloud assembly to run; left out = synthesized anew. */
  readonly assembly?: string;
  /** Gives up what has been started and throws. */
  readonly stop?: AbortSignal;
  /** Told what is being done, a few words each. */
  readonly progress: (doing: string) => void;
}

/** Synthesizes the stack, starts it on embedded services, and puts the world's shops under watch. */
export async function startTidewatch(world: World, options: TidewatchOptions): Promise<LocalTidewatch> {
  const assembly = await openAssembly(options);
  try {
    options.progress('starting the embedded services');
    const stack = await startStack(stackOptions(world, assembly.folder, options));
    const table = await populate(stack, world, options).catch(async (error: unknown) => {
      await stack.stop();
      throw error;
    });
    return {
      stack,
      world,
      table,
      swept: await sweptUntil(table, shopsOf(world)),
      async stop() {
        await stack.stop();
        await world.close();
        assembly.remove();
      },
    };
  } catch (error) {
    assembly.remove();
    throw error;
  }
}

async function openAssembly({
  assembly,
  progress,
  stop,
}: TidewatchOptions): Promise<{ folder: string; remove(): void }> {
  if (assembly !== undefined) return { folder: assembly, remove: () => {} };
  progress('synthesizing the stack');
  const folder = mkdtempSync(join(tmpdir(), 'tidewatch-cdk-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await synthesize(folder, undefined, stop);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

function stackOptions(world: World, assembly: string, options: TidewatchOptions): StackOptions {
  const { dataDir, workDir, verifiedRecipients, sweepMinutes = 60 } = options;
  return {
    assembly,
    parameters: {
      MailFrom: mailFrom,
      AlarmAddress: 'engineer@tidewatch.example',
      TikTokApiUrl: world.apiUrl,
      TikTokAuthUrl: world.authUrl,
      TikTokCallsPerSecond: String(world.callsPerSecond),
      SeventeenTrackUrl: world.seventeenTrackUrl,
      SweepMinutes: String(sweepMinutes),
    },
    verifiedSenders: [mailFrom],
    ...(verifiedRecipients && { verifiedRecipients }),
    outboxDir: join(dataDir ?? workDir, 'outbox'),
    logsDir: join(dataDir ?? workDir, 'logs'),
    localFile: join(workDir, 'local.json'),
    ...(dataDir !== undefined && { dataDir }),
    // A seed gives way to what was stored since, unless the file has changed: new tokens in it are a new consent.
    ssm: world.simulator ? {} : Object.fromEntries(world.file.sellers.map(seedOf)),
  };
}

function seedOf({ seller, tokens }: World['file']['sellers'][number]): [string, string] {
  return [`${secretsPrefix}/sellers/${seller.appKey}/${seller.openId}`, JSON.stringify(tokens)];
}

/** The world's shops in the table, and what an earlier run on the same data still has to say. */
async function populate(stack: LocalStack, world: World, { dataDir, stop }: TidewatchOptions): Promise<Table> {
  stop?.throwIfAborted();
  const table = tableOf(stack);
  await enrol(world, stack, table);
  if (dataDir !== undefined) await repeatHandOver(table, shopsOf(world));
  return table;
}

function shopsOf({ file }: World): readonly string[] {
  return file.shops.map(({ id }) => id);
}

const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

function tableOf(stack: LocalStack): Table {
  const { table, gatewayUrl } = stack.facts();
  if (table === undefined) throw new Error('the synthesized stack has no table, or more than one');
  return openTable(table, systemClock, createDynamoClient({ ...local, endpoint: gatewayUrl }));
}

/** As in Partner Center: where sellers consent, and where they are sent back to. */
async function registerApp({ appKey, consent, consentUrl }: Simulator, stack: LocalStack, table: Table): Promise<void> {
  await putApp(table, { key: appKey, link: consentUrl });
  consent.redirectUrl = `${addressOf(stack, 'Connect')}connect/${appKey}`;
}

/** Shops that have left the file; those that were connected were never in it. */
async function removeGone(file: World['file'], table: Table): Promise<void> {
  const shops = new DynamoShops(table, knownToShops);
  for (const id of await shops.list()) {
    if (file.shops.some((shop) => shop.id === id)) continue;
    const { connectedAt } = (await shops.read(id)) ?? {};
    if (connectedAt === undefined) await removeShop(table, id);
  }
}

/** What an operator would set up by hand: shops, secrets, and when the tokens expire. */
async function enrol({ file, simulator, secondTraces = [] }: World, stack: LocalStack, table: Table): Promise<void> {
  const vault = new SsmSellerVault(
    createSsmClient({ ...local, endpoint: stack.gatewayUrl }),
    secretsPrefix,
    systemClock,
  );
  for (const { appKey, appSecret } of file.apps) await vault.storeAppSecret(appKey, appSecret);
  if (simulator) await registerApp(simulator, stack, table);
  for (const { seller, tokens, credentials } of file.sellers) {
    if (simulator) await vault.storeTokens(seller, tokens);
    // A real refresh token may have been exchanged since it was seeded: then the expiries of the file are old too.
    const stored = await vault.readTokens(seller);
    if (stored?.refreshToken === tokens.refreshToken) await putSeller(table, seller, credentials);
  }
  await removeGone(file, table);
  for (const shop of file.shops) {
    await putShop(table, shop);
    for (const { kind, secret: place } of channelsOf(shop)) {
      if (place === undefined) continue;
      const real = file.channelSecrets.find((entry) => entry.shop === shop.id && entry.place === place);
      await vault.storeChannelSecret(shop.id, place, real?.secret ?? stack.channelSecret(kind, shop.name));
    }
  }
  for (const { shop, key } of file.secondKeys) await vault.storeSecondKey(shop, key);
  const traces = new DynamoSecondTraces(table);
  for (const known of secondTraces) await traces.write(known.shop, known.traces, systemClock.wall());
}
