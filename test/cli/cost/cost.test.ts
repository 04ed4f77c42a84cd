import { afterAll, describe, expect, it } from 'vitest';
import { workFolder } from '../../end-to-end/runner.ts';
import { filesLike } from '../../house/source-files.ts';
import { runTidewatch } from '../run-tidewatch.ts';

const folder = workFolder();
afterAll(() => folder.remove());

describe.concurrent('what a month costs', () => {
  it('as a table with its date and region', async () => {
    const { status, stdout } = await runTidewatch(folder.path, 'cost', '--orders', '5000', '--shops', '2');
    expect(status).toBe(0);
    expect(stdout).toContain('5,000 orders a month (954 open) in 2 shops, swept every 60 minutes, 20 mails a day:');
    expect(stdout).toContain('List prices of us-east-1, 2026-11');
    expect(stdout).toMatch(/Total .*\$\d+\.\d\d .*\$\d+\.\d\d/);
  });

  it('as the README says', async () => {
    const [readme] = filesLike('README.md');
    const rows = [...(readme?.text ?? '').matchAll(/^\| ([\d,]+) \| \$([\d.]+) \| \$([\d.]+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(2);
    for (const [, orders = '', list, afterFree] of rows) {
      const { stdout } = await runTidewatch(folder.path, 'cost', '--orders', orders.replaceAll(',', ''), '--json');
      const { total } = JSON.parse(stdout) as { readonly total: { readonly list: number; readonly afterFree: number } };
      expect([orders, total.list.toFixed(2), total.afterFree.toFixed(2)]).toEqual([orders, list, afterFree]);
    }
  });

  it.each([
    ['--orders', 'many'],
    ['--orders', '0'],
    ['--every', '5'],
  ])('refuses %s %s in one line', async (option, value) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'cost', option, value);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/Give a whole number from \d+ to \d+\.\n$/);
  });
});
