import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Runner, until, workFolder } from '../end-to-end/runner.ts';
import { sharedAssembly } from '../end-to-end/shared-assembly.ts';
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

it('sweeps now, and says of each shop what is new', async () => {
  const startedAt = Date.now();
  const { status, stdout } = await runTidewatch(folder.path, 'sweep', '--json');
  const [document, ...more] = stdout.trim().split('\n');
  const { shop, run, open, transitions } = JSON.parse(document ?? '') as Record<string, unknown>;
  expect({ status, more, open }).toEqual({ status: 0, more: [], open: 0 });
  expect(Date.parse(String(run))).toBeGreaterThanOrEqual(startedAt);
  expect(transitions).toMatchObject({ opened: 0 });
  const said = await runTidewatch(folder.path, 'sweep', '--shop', String(shop));
  expect(said.stdout).toBe(`${String(shop)}: 0 orders watched, no news.\n`);
});

it('waits for no shop that is paused', async () => {
  const listed = await runTidewatch(folder.path, 'shop', 'list', '--json');
  const { shops } = JSON.parse(listed.stdout) as { shops: readonly { shop: string }[] };
  const id = shops[0]?.shop ?? '';
  await runTidewatch(folder.path, 'shop', 'pause', id);
  expect(await runTidewatch(folder.path, 'sweep')).toMatchObject({ status: 0, stdout: '' });
  expect((await runTidewatch(folder.path, 'sweep', '--shop', id)).stderr).toContain('take it up again');
  await runTidewatch(folder.path, 'shop', 'resume', id);
});

it('finds the stack alive after a schedule has fired', async () => {
  // The hints are looked at every full minute.
  const log = join(folder.path, '.tidewatch', 'logs', 'tidewatch-hints.log');
  await until(
    () => (existsSync(log) && readFileSync(log, 'utf8').includes('Hints followed') ? true : undefined),
    'a look at the hints',
    70_000,
  );
  expect(await runTidewatch(folder.path, 'sweep')).toMatchObject({ status: 0 });
}, 90_000);

it('of a shop that nobody watches says which are', async () => {
  const { status, stderr } = await runTidewatch(folder.path, 'sweep', '--shop', '77');
  expect(status).toBe(2);
  expect(stderr).toContain('no shop 77 is watched here; watched are');
});
