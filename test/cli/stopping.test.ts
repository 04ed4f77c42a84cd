import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buyerMarkers } from '../../infra/local/simulator/wire/recipient.ts';
import { RoundDocument } from '../end-to-end/round-document.ts';
import { run, Runner, survivors, until, workFolder } from '../end-to-end/runner.ts';
import { sharedAssembly } from '../end-to-end/shared-assembly.ts';

let assembly = '';
let folder = workFolder();
folder.remove();

beforeAll(async () => {
  assembly = await sharedAssembly();
}, 120_000);
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';
const inTime = 5_000;

interface Stopped {
  readonly status: number | null;
  readonly stdout: string;
}

/** Stops it and sees to it that it was quick, silent, and left nothing behind. */
async function stop(runner: Runner, signal: NodeJS.Signals = 'SIGINT'): Promise<Stopped> {
  const children = runner.children();
  expect(children.length).toBeGreaterThan(0);
  const stoppedAt = Date.now();
  runner.signal(signal);
  const { status, stdout, stderr } = await runner.ended;
  expect(Date.now() - stoppedAt).toBeLessThan(inTime);
  expect(stderr).toBe('');
  expect(await survivors(children)).toEqual([]);
  expect(existsSync(join(folder.path, '.tidewatch', 'local.json'))).toBe(false);
  expect(buyerMarkers.filter((marker) => stdout.toLowerCase().includes(marker))).toEqual([]);
  return { status, stdout };
}

/** A function is at work: the sweep has begun and is not over. */
async function sweeping(runner: Runner): Promise<void> {
  const functions = await until(() => runner.facts()?.functions, 'the running stack');
  expect(Object.keys(functions).length).toBe(10);
  await until(
    () => Object.values(runner.facts()?.functions ?? {}).find(({ name }) => name === 'tidewatch-sweep')?.pids[0],
    'a sweep',
  );
}

describe.runIf(process.platform === 'linux')('Ctrl-C', () => {
  it('during the hourly wait is the usual end', async () => {
    writeFileSync(join(folder.path, 'orders.csv'), `${header}\n`);
    const runner = new Runner(folder.path, '--assembly', assembly, '--orders', 'orders.csv');
    await runner.written(/Sweeping again every hour\. Ctrl-C stops everything\./);
    // A second one in the same folder gives way, and takes nothing away from the first.
    const second = await run(folder.path, '--assembly', assembly, '--json', '--orders', 'orders.csv');
    expect(second).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tidewatch: Another stack runs.*\n$/),
    });
    expect(runner.facts()?.functions).toBeDefined();
    const { status, stdout } = await stop(runner);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Inbox: .*http:\/\/127\.0\.0\.1:\d+.* Their links lead to http:\/\/127\.0\.0\.1:\d+\/$/m);
  }, 40_000);

  it('during the first sweep of an hourly watch is the usual end too, even pressed twice', async () => {
    const runner = new Runner(folder.path, '--assembly', assembly);
    await runner.written(/sweeping 4 shops/);
    await sweeping(runner);
    runner.signal('SIGINT');
    const { status, stdout } = await stop(runner);
    expect(status).toBe(0);
    expect(stdout).not.toContain('Inbox');
  }, 40_000);

  it('during the one sweep that was asked for is told by the status, and nothing is printed for it', async () => {
    const runner = new Runner(folder.path, '--assembly', assembly, '--once', '--json');
    await sweeping(runner);
    expect(await stop(runner)).toEqual({ status: 130, stdout: '' });
  }, 40_000);

  it('while the stack is still being synthesized ends that too', async () => {
    const runner = new Runner(folder.path, '--once');
    await runner.written(/synthesizing the stack/);
    await until(() => runner.children().length, 'the synthesis');
    expect((await stop(runner)).status).toBe(130);
  }, 40_000);
});

describe.runIf(process.platform === 'linux')('a request to terminate', () => {
  it('does the same', async () => {
    writeFileSync(join(folder.path, 'orders.csv'), `${header}\n`);
    const runner = new Runner(folder.path, '--json', '--assembly', assembly, '--orders', 'orders.csv');
    await runner.written(/\n/);
    const { status, stdout } = await stop(runner, 'SIGTERM');
    expect(status).toBe(0);
    expect(RoundDocument.parse(JSON.parse(stdout)).shops.length).toBe(1);
  }, 40_000);
});
