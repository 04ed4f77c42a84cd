import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const entry = new URL('../../infra/cli/simulator.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';
const good = join(folder, 'good.csv');
const bad = join(folder, 'bad.csv');
writeFileSync(good, `${header}\nabc,delivered,2018-03-01 10:00:00,2018-03-01 11:00:00,,,2018-03-20 00:00:00\n`);
writeFileSync(bad, `${header}\nabc,delivered,2018-03-41 10:00:00,,,,2018-03-20 00:00:00\n`);

afterAll(() => rmSync(folder, { recursive: true }));

function run(...flags: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [entry, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function textOf(stream: AsyncIterable<Buffer> | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('npm run simulator', () => {
  it('prints one line, serves, and leaves on Ctrl-C', async () => {
    const child = run('--seed', '7', '--orders', good, '--market', 'BR', '--at', '2018-03-02T00:00:00Z');
    const exited = once(child, 'exit');
    const stdout = child.stdout;
    if (stdout === null) throw new Error('no stdout');
    const [first] = (await once(stdout, 'data')) as [Buffer];
    const line = JSON.parse(first.toString()) as Record<string, string>;
    expect(Object.keys(line)).toEqual([
      'url',
      'authUrl',
      'appKey',
      'appSecret',
      'accessToken',
      'refreshToken',
      'shopId',
      'shopCipher',
      'seventeenTrackUrl',
      'seventeenTrackKey',
    ]);
    const truth = await fetch(`${line['url']}/control/truth?shop=${line['shopId']}`);
    expect(await truth.json()).toEqual(expect.objectContaining({ orders: 1, now: Date.parse('2018-03-02T00:00:00Z') }));
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  it.each([
    ['a time that is none', ['--at', 'yesterday'], 'Give a time with its zone'],
    ['orders without a market', ['--orders', good], '--orders needs --market'],
    ['a malformed file', ['--orders', bad, '--market', 'BR'], 'line 2, column order_purchase_timestamp'],
  ])('says in one line what is wrong with %s', async (_, flags, message) => {
    const child = run(...flags);
    const [error, exit] = await Promise.all([textOf(child.stderr), once(child, 'exit')]);
    expect(error.trim().split('\n').length).toBe(1);
    expect(error).toContain(message);
    expect(exit).toEqual([2, null]);
  });
});
