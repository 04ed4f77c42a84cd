import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchedEvents } from '../../shared/domain/subscription.ts';
import { Runner, workFolder } from '../end-to-end/runner.ts';
import { sharedAssembly } from '../end-to-end/shared-assembly.ts';
import { aRunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';
let runner: Runner;

beforeAll(async () => {
  writeFileSync(join(folder.path, 'orders.csv'), `${header}\n`);
  runner = new Runner(folder.path, '--assembly', await sharedAssembly(), '--orders', 'orders.csv');
  await runner.written(/Sweeping again every hour/);
}, 120_000);
afterAll(async () => {
  runner.signal('SIGINT');
  await runner.ended;
  folder.remove();
});

interface Found {
  readonly shop: string;
  readonly address: string;
  readonly events: readonly { readonly event: string; readonly is: string }[];
}

/** Of the only shop. */
async function asked(...words: readonly string[]) {
  const { status, stdout } = await runTidewatch(folder.path, 'webhooks', '--json', ...words);
  const { shops } = JSON.parse(stdout) as { readonly shops: readonly Found[] };
  return { status, ...shops[0] };
}

it('says what TikTok does not announce, and has it announced', async () => {
  const { status, stdout } = await runTidewatch(folder.path, 'webhooks');
  expect(status).toBe(1);
  for (const event of watchedEvents) expect(stdout).toMatch(new RegExp(`${event} .* missing .*--repair`));

  const repaired = await asked('--repair');
  expect(repaired.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhooks\/\w+$/);
  expect(repaired).toMatchObject({
    status: 0,
    events: watchedEvents.map((event) => ({ event, is: 'fine', address: repaired.address })),
  });
  expect(await asked('--shop', repaired.shop ?? '')).toEqual(repaired);
  expect((await runTidewatch(folder.path, 'webhooks')).stdout).not.toContain('--repair');
});

it('takes another address of this stack', async () => {
  const { status, events, address } = await asked('--address', 'https://tunnel.example.com/');
  expect({ status, address }).toEqual({
    status: 1,
    address: expect.stringMatching(/^https:\/\/tunnel\.example\.com\/w/),
  });
  expect(new Set(events?.map(({ is }) => is))).toEqual(new Set(['elsewhere']));
});

it('what is typed wrong ends with status 2 and one line', async () => {
  for (const words of [
    ['--shop', '77'],
    ['--address', 'nowhere'],
  ]) {
    const { status, stderr } = await runTidewatch(folder.path, 'webhooks', ...words);
    expect({ status, lines: stderr.match(/\n/g)?.length }).toEqual({ status: 2, lines: 1 });
  }
});

it('does not send the real TikTok to this machine', async () => {
  const real = workFolder();
  // It says nothing of where TikTok is, so it is where it always is.
  const stack = await aRunningStack(real.path, []);
  const { status, stderr } = await runTidewatch(
    real.path,
    'webhooks',
    '--repair',
    '--address',
    'http://127.0.0.1:4010/',
  );
  expect(status).toBe(2);
  expect(stderr).toContain('TikTok cannot post to http://127.0.0.1:4010/: give an https address of a domain');
  await stack.stop();
  real.remove();
});
