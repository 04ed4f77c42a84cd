import { afterAll, describe, expect, it } from 'vitest';
import { workFolder } from '../end-to-end/runner.ts';
import { runPolicy } from './run-policy.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
afterAll(() => folder.remove());

describe.concurrent('one command line leads to every program', () => {
  it.each(['start', 'policy', 'simulator'])('%s explains itself', async (name) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, name, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: ${name === 'start' ? 'npm start' : ''}`);
    expect(stdout).not.toContain('Usage: tidewatch');
  });

  it('a program reads its own words, commands and options', async () => {
    const words = ['deadline', '--market', 'US', '--clock', 'pickup-by', '--start', '2026-01-16T20:00:00Z', '--json'];
    const { status, stdout } = await runTidewatch(folder.path, 'policy', ...words);
    expect({ status, stdout }).toEqual({ status: 0, stdout: (await runPolicy(...words)).stdout });
  });

  it('and ends with its own status', async () => {
    const { status, stderr } = await runTidewatch(folder.path, 'start', '--until', '2018-03-15T00:00:00Z');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--until needs --at') });
  });

  it('names them all', async () => {
    const { status, stdout } = await runTidewatch(folder.path, '--help');
    expect(status).toBe(0);
    for (const name of [
      'import',
      'extend',
      'checklist',
      'lanes',
      'cost',
      'deploy',
      'destroy',
      'doctor',
      'recheck',
      'redrive',
      'webhooks',
      'start',
      'backfill',
      'policy',
      'simulator',
      'calendars',
    ]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
  });
});
