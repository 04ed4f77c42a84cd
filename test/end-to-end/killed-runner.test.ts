import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shopSecrets } from '../../infra/local/simulator/secrets.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, openTable, type Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import type { Watch } from '../../shared/ports/watch.ts';
import { openAt, readRows } from '../real/oracle.ts';
import { aHistory } from './a-history.ts';
import {
  asDifferences,
  both,
  orderStagesOf,
  readRounds,
  shopStagesOf,
  sorted,
  transitionsBetween,
} from './round-document.ts';
import type { Stages } from './round-document.ts';
import { run, Runner, survivors, until, workFolder } from './runner.ts';
import { mailKey, sentMails } from './sent-mails.ts';
import { sharedAssembly } from './shared-assembly.ts';

const step = 3 * 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');
const csv = aHistory({ seed: 41, orders: 500, from, until: from + step });
const rows = readRows(csv);
const shop = shopSecrets(7, 0).id;

let folder = workFolder();
let undisturbed: readonly string[] = [];
let assembly = '';

function at(index: number): string {
  return new Date(from + index * step).toISOString();
}

function options(rounds: number): readonly string[] {
  const file = join(folder.path, 'orders.csv');
  writeFileSync(file, csv);
  const orders = ['--orders', file, '--market', 'BR', '--at', at(0), '--until', at(rounds - 1), '--every', '3h'];
  return ['--json', '--data', 'state', '--assembly', assembly, ...orders];
}

function mails(): readonly string[] {
  return sentMails(join(folder.path, 'state', 'outbox')).map(mailKey);
}

beforeAll(async () => {
  assembly = await sharedAssembly();
  const { status } = await run(folder.path, ...options(2));
  expect(status).toBe(0);
  undisturbed = mails();
  folder.remove();
}, 120_000);
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

/** The running stack's table, as soon as there is one. */
async function tableOf(runner: Runner): Promise<Table> {
  const { gatewayUrl, table, region } = await until(() => runner.facts(), 'the running stack');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return openTable(table, systemClock, createDynamoClient({ endpoint: gatewayUrl, region, credentials }));
}

/** Stops the processes of a function in their tracks; new ones too, as long as it is called again and again. */
function freeze(runner: Runner, name: string): readonly number[] {
  const pids = Object.values(runner.facts()?.functions ?? {}).find((one) => one.name === name)?.pids ?? [];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return pids;
}

/** Neither the engine nor a function outlives the runner. */
async function kill(runner: Runner): Promise<void> {
  const children = runner.children();
  // The keeper, the table engine, and dispatch and sweep at least.
  expect(children.length).toBeGreaterThanOrEqual(4);
  runner.signal('SIGKILL');
  expect((await runner.ended).status).toBeNull();
  expect(await survivors(children)).toEqual([]);
}

/** A second process on the same data, from the same instant on. */
async function expectRecovery(): Promise<void> {
  const { status, stdout, stderr } = await run(folder.path, ...options(2));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  let before: Stages = new Map();
  for (const [index, round] of readRounds(stdout).entries()) {
    const expected = openAt(rows, from + index * step, from);
    expect(sorted(orderStagesOf(round))).toEqual(sorted(expected));
    const open = both(expected, shopStagesOf(round));
    expect(asDifferences(round.shops[0]?.transitions)).toEqual(transitionsBetween(before, open));
    expect(round.shops[0]?.notices).toBe(2);
    before = open;
  }
  const sent = mails();
  expect([...new Set(sent)].toSorted()).toEqual([...new Set(undisturbed)].toSorted());
  expect(sent.length - undisturbed.length).toBeGreaterThanOrEqual(0);
  expect(sent.length - undisturbed.length).toBeLessThanOrEqual(1);
}

function readableByOthers(kept: string): readonly string[] {
  const files = [
    kept,
    ...readdirSync(join(folder.path, kept), { recursive: true }).map((name) => join(kept, String(name))),
  ];
  return files.filter((file) => (statSync(join(folder.path, file)).mode & 0o077) !== 0);
}

it('the same round once more does nothing again, and says so; an earlier one is refused', async () => {
  const first = await run(folder.path, ...options(1));
  const sent = mails();
  const again = await run(folder.path, ...options(1));
  expect({ status: again.status, stderr: again.stderr }).toEqual({ status: 0, stderr: '' });
  const [before] = readRounds(first.stdout);
  const [round] = readRounds(again.stdout);
  expect(round?.findings).toEqual(before?.findings);
  const nothing = { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
  expect(round?.shops[0]).toMatchObject({ transitions: nothing, notices: 0, remedies: 0, orders: { pulled: 0 } });
  expect(round?.shops[0]?.orders.open).toBe(before?.shops[0]?.orders.open);
  expect(mails()).toEqual(sent);
  expect(readableByOthers('state')).toEqual([]);
  const words = options(1).map((word) => (word === at(0) ? at(-1) : word));
  const earlier = await run(folder.path, ...words);
  expect({ status: earlier.status, stdout: earlier.stdout }).toEqual({ status: 2, stdout: '' });
  expect(earlier.stderr).toMatch(/^tidewatch: --data state was swept as of .* is earlier: take a later --at/);
  expect(earlier.stderr.match(/\n/g)).toHaveLength(1);
}, 60_000);

describe.runIf(process.platform === 'linux')('when the whole runner is killed', () => {
  it('in the middle of a sweep, the next one finishes it as if nothing had happened', async () => {
    const runner = new Runner(folder.path, ...options(1));
    const table = await tableOf(runner);
    await until(async () => (await new DynamoOrderBook(table).read(shop, 0)).orders.length > 0, 'the first orders');
    freeze(runner, 'tidewatch-sweep');
    const watch = await new DynamoWatches(table).read(shop);
    await kill(runner);
    expect(watch?.run?.id).toBe(new Date(from).toISOString());
    expect(watch).not.toHaveProperty('handedOver');
    expect(mails()).toEqual([]);
    await expectRecovery();
  }, 60_000);

  it('when the sweep has handed over and nobody has been told, the next one tells it', async () => {
    const runner = new Runner(folder.path, ...options(1));
    const watches = new DynamoWatches(await tableOf(runner));
    const handedOver = async (): Promise<Watch['handedOver']> => {
      for (const name of ['tidewatch-notify', 'tidewatch-remediate']) freeze(runner, name);
      return (await watches.read(shop))?.handedOver;
    };
    const { requests } = await until(handedOver, 'the hand-over');
    await kill(runner);
    expect(requests.length).toBeGreaterThan(2);
    expect(mails()).toEqual([]);
    await expectRecovery();
  }, 60_000);
});
