import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../infra/cli/doctor/examine.ts';
import { examinations } from '../../infra/cli/doctor/registry.ts';
import { Runner, workFolder } from '../end-to-end/runner.ts';
import { sharedAssembly } from '../end-to-end/shared-assembly.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';

describe('where nothing runs', () => {
  const empty = workFolder();
  afterAll(() => empty.remove());

  it('the doctor has nothing to examine: status 3 and one line', async () => {
    const { status, stdout, stderr } = await runTidewatch(empty.path, 'doctor');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^tidewatch: nothing is running here: .*\n$/);
  });
});

describe('a stack in the sandbox of SES', () => {
  let runner: Runner;

  beforeAll(async () => {
    writeFileSync(join(folder.path, 'orders.csv'), `${header}\n`);
    const options = ['--orders', 'orders.csv', '--ses-sandbox', 'verified@shop.example'];
    runner = new Runner(folder.path, '--assembly', await sharedAssembly(), ...options);
    await runner.written(/Sweeping again every hour/);
  }, 120_000);
  afterAll(async () => {
    runner.signal('SIGINT');
    await runner.ended;
    folder.remove();
  });

  it('is examined whole over its own services, and what is bad decides the status', async () => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'doctor', '--json');
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect([...new Set(findings.map(({ examination }) => examination))]).toEqual(
      expect.arrayContaining(examinations.map(({ id }) => id).filter((id) => id !== 'keys')),
    );
    expect(findings.filter(({ health }) => health === 'unknown')).toEqual([]);
    expect(findings.filter(({ health }) => health === 'bad').map(({ about }) => about)).toEqual([
      'tidewatch-notify-dead-letters',
      'recipients',
      expect.stringMatching(/email:en$/),
      expect.stringMatching(/email:zh-CN$/),
    ]);
  });

  it('prints a table without colours where nobody looks', async () => {
    const { status, stdout } = await runTidewatch(folder.path, 'doctor');
    expect(status).toBe(1);
    expect(stdout).toContain('2 of 2 are well');
    expect(stdout).not.toContain('\u001B');
  });

  it('of a shop that nobody watches says which are', async () => {
    const { status, stderr } = await runTidewatch(folder.path, 'doctor', '--shop', '77');
    expect(status).toBe(2);
    expect(stderr).toContain('no shop 77 is watched here; watched are');
  });
});
