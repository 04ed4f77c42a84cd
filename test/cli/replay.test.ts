import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { after, before, days, hours, instant, iso } from '../../shared/domain/time.ts';
import { root } from '../house/source-files.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { aDeliveredOrder, anOrderAwaitingCollection } from '../support/an-order.ts';
import { atTerminal } from './at-terminal.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const file = join(root, 'test', 'fixtures', 'replay', 'orders.csv');
const history = ['--orders', file, '--market', 'BR'];
const folder = workFolder();
const hour = instant(Math.floor((systemClock.world() - days(4)) / hours(1)) * hours(1));
let stack: RunningStack;

/** Confirmed late, and handed over in time; delivered a day ago. */
const delivered = aWatchedOrder({
  order: aDeliveredOrder({
    id: '1',
    createdAt: hour,
    paidAt: hour,
    confirmedAt: after(hour, hours(30)),
    collectedAt: after(hour, hours(40)),
    deliveredAt: after(hour, hours(72)),
    updatedAt: after(hour, hours(72)),
  }),
  findings: [],
});
const waiting = aWatchedOrder({
  order: anOrderAwaitingCollection({
    id: '2',
    createdAt: after(hour, hours(2)),
    paidAt: after(hour, hours(2)),
    confirmedAt: after(hour, hours(3)),
    updatedAt: after(hour, hours(3)),
  }),
  findings: [],
});

beforeAll(async () => {
  stack = await aRunningStack(folder.path, [waiting]);
  await new DynamoOrderBook(stack.table).shelve(aShop().id, [delivered]);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8');
}

describe('a file of orders', () => {
  it('is told as a table, as CSV, and as a page that needs nothing else', async () => {
    const changes = ['--set', 'confirm-by.confirm-due-soon=+0h', '--quiet-hours', '22:00-08:00'];
    const files = ['--csv', 'replay.csv', '--html', 'replay.html'];
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'replay', ...history, ...changes, ...files);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Changed: confirm-by.confirm-due-soon=+0h; quiet hours 22:00 to 08:00.');
    expect(stdout).toMatch(/crossed without a warning before \(misses\) +│ \d+ +│ \d+ +│ \+\d+/);
    expect(read('replay.csv')).toMatch(
      /^\uFEFFpart,name,carrier,figure,in force,changed\r\nall,,,findings opened,\d+,\d+\r\n/,
    );
    expect(read('replay.csv')).toContain('day,2018-03-05,,messages,');
    const page = read('replay.html');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link(?! rel="icon" href="data:,")|https?:|url\(|@import| on\w+=/i);
    expect(page.match(/<polyline/g)).toHaveLength(6);
  }, 60_000);

  it('is compared with itself where nothing is changed', async () => {
    const { stdout } = await runTidewatch(
      folder.path,
      'replay',
      ...history,
      '--until',
      '2018-03-03T00:00:00Z',
      '--json',
    );
    const report = JSON.parse(stdout) as {
      rules: unknown;
      checks: readonly { readonly before: unknown; readonly after: unknown }[];
    };
    expect(report.rules).toEqual({ inForce: { packs: ['article'], quietHours: null }, changed: null });
    expect(report.checks.length).toBeGreaterThan(3);
    for (const { before: one, after: other } of report.checks) expect(one).toEqual(other);
  }, 60_000);

  it('leaves nothing behind after Ctrl-C', async () => {
    const words = ['replay', ...history, '--until', '2022-01-01T00:00:00Z', '--csv', 'never.csv'];
    const child = spawn(process.execPath, [join(root, 'infra', 'cli', 'tidewatch.ts'), ...words], {
      cwd: folder.path,
      env: { ...process.env, ...atTerminal },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      // The first sign of progress.
      if (said === '') child.kill('SIGINT');
      said += chunk.toString();
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    expect(await ended).toBe(130);
    expect(said).toContain('stopped; nothing was written');
    expect(existsSync(join(folder.path, 'never.csv'))).toBe(false);
  }, 30_000);
});

it('the stored orders of a running stack, from the book and from the shelf, and what they cannot tell', async () => {
  const time = ['--from', iso(before(hour, hours(1))), '--to', iso(after(hour, hours(80)))];
  const { status, stdout, stderr } = await runTidewatch(folder.path, 'replay', ...time, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    orders: 2,
    sweeps: 82,
    checks: expect.arrayContaining([
      expect.objectContaining({
        check: 'confirm-by',
        before: expect.objectContaining({ opened: 1, crossed: 1, missed: 0 }),
      }),
      expect.objectContaining({ check: 'pickup-by', before: expect.objectContaining({ opened: 1, crossed: 1 }) }),
    ]),
    limits: expect.arrayContaining([expect.stringContaining('Scans count from the time that the carrier gives them')]),
  });
}, 60_000);

const noOrders = 'no-orders.csv';
const badRow = 'bad-row.csv';

describe.concurrent('what is typed wrong ends with status 2 and one line', () => {
  const short = [...history, '--until', '2018-03-02T00:00:00Z'];
  it.each<[string, readonly string[], readonly string[]]>([
    ['a check that is none', [...short, '--set', 'speed.late=1h'], ['speed is no check', 'trace-silent']],
    ['a stage that is none', [...short, '--set', 'confirm-by.late=-1h'], ['no stage late', 'confirm-due-soon']],
    ['a span that is none', [...short, '--set', 'confirm-by.confirm-overdue=soon'], ['tracking-stale=60h']],
    ['a pack that is none', [...short, '--packs', 'gb,moon'], ['no pack "moon"', 'article']],
    ['hours that are none', [...short, '--quiet-hours', '22-8'], ['22:00-08:00']],
    ['a page in no folder', [...short, '--html', 'none/replay.html'], ['There is no folder none']],
    ['a pack twice', [...short, '--packs', 'gb,gb'], ['Name each pack once']],
    ['two sources', ['--orders', file, '--shop', '1'], ["'--orders <file>' cannot be used with option '--shop <id>'"]],
    ['a file of a stack', ['--orders', file, '--stage', 'test'], ["cannot be used with option '--stage <name>'"]],
    ['a market of a shop', ['--market', 'BR', '--shop', '1'], ["cannot be used with option '--shop <id>'"]],
    ['a file over the orders', [...history, '--csv', file], ['--orders and --csv are the same file']],
    ['one file for two', [...short, '--csv', 'a', '--html', './a'], ['--csv and --html are the same file']],
    ['a file that cannot be', [...short, '--csv', 'long'.repeat(100)], ['It cannot be written (ENAMETOOLONG)']],
    ['a bad row', ['--orders', badRow], [`--orders ${badRow}: line 2, column order_id`]],
    ['no source and no time', [], ['--from and --to', '--orders']],
    ['a file that is not there', ['--orders', 'none.csv'], ['--orders none.csv', 'ENOENT']],
    ['a file without orders', ['--orders', noOrders], ['there is no order to replay']],
    ['a market nobody knows', ['--orders', file, '--market', 'XX'], ['market XX is unknown']],
    ['a time before all orders', [...history, '--until', '2001-01-01T00:00:00Z'], ['nothing happens then']],
    ['an end before the beginning', ['--from', iso(after(hour, hours(1))), '--to', iso(hour)], ['the end lies before']],
    ['a shop that is not there', ['--shop', '9', '--from', iso(hour), '--to', iso(hour)], ['no shop 9 is watched']],
  ])('%s', async (_, words, says) => {
    writeFileSync(join(folder.path, noOrders), readFileSync(file, 'utf8').split('\n').slice(0, 1).join('\n'));
    writeFileSync(join(folder.path, badRow), readFileSync(file, 'utf8').replace(/\n[^,]+,/, '\n,'));
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'replay', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    for (const part of says) expect(stderr).toContain(part);
  });
});
