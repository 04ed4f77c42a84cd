import { afterAll, beforeAll, expect, it } from 'vitest';
import { workFolder } from '../end-to-end/runner.ts';
import { aShop } from '../support/a-shop.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const { id } = aShop();
const folder = workFolder();
let stack: RunningStack;

beforeAll(async () => {
  stack = await aRunningStack(folder.path, []);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

function shop(...words: readonly string[]) {
  return runTidewatch(folder.path, 'shop', ...words);
}

async function shown(): Promise<Record<string, unknown>> {
  return JSON.parse((await shop('show', id)).stdout) as Record<string, unknown>;
}

it('lists what is watched, as a table and as JSON', async () => {
  const { stdout } = await shop('list');
  expect(stdout).toMatch(new RegExp(`${id} .* Harbour Lane UK .* GB .* not swept yet .* unknown`));
  expect(JSON.parse((await shop('list', '--json')).stdout)).toEqual({
    shops: [
      {
        shop: id,
        name: 'Harbour Lane UK',
        market: 'GB',
        zone: 'Europe/London',
        paused: false,
        leavesAt: null,
        knownUntil: null,
        authorizedUntil: null,
      },
    ],
  });
});

it('changes settings, and shows them', async () => {
  const { stdout } = await shop('set', id, 'digest=08:00', 'quietHours={"from":"22:00","to":"08:00"}', 'lookEvery=12');
  expect(stdout).toBe(`Shop ${id} is changed; the next sweep goes by it.\n`);
  expect(await shown()).toMatchObject({ digest: '08:00', quietHours: { from: '22:00', to: '08:00' }, lookEvery: 12 });
  await shop('set', id, 'digest=');
  expect(await shown()).not.toHaveProperty('digest');
});

it('answers what it changed as JSON', async () => {
  const set = JSON.parse((await shop('set', id, 'digest=09:15', '--json')).stdout) as unknown;
  expect(set).toEqual(JSON.parse((await shop('show', id, '--json')).stdout));
  expect(set).toMatchObject({ id, digest: '09:15' });
  const paused = JSON.parse((await shop('pause', id, '--json')).stdout) as unknown;
  expect(paused).toMatchObject({ id, paused: true });
  const removed = JSON.parse((await shop('remove', id, '--json')).stdout) as unknown;
  expect(removed).toHaveProperty('leaving.until');
  expect(JSON.parse((await shop('resume', id, '--json')).stdout)).not.toHaveProperty('leaving');
});

it('pauses and resumes', async () => {
  await shop('pause', id);
  expect((await shop('list')).stdout).toContain('paused');
  await shop('resume', id);
  expect(await shown()).not.toHaveProperty('paused');
});

it('removes a shop after some days, until when it can be resumed', async () => {
  const { stdout } = await shop('remove', id, '--after', '3');
  expect(stdout).toMatch(/is deleted within an hour after .*; until then: tidewatch shop resume/);
  expect((await shop('list')).stdout).toContain('removed, deleted after');
  await shop('resume', id);
  expect((await shop('list')).stdout).not.toContain('removed');
});

it.each([
  ['a change that is none', ['set', id, 'digest'], /Give field=value/],
  ['what does not fit, by field', ['set', id, 'digest=noon'], /the change cannot be used: digest: .*for example/],
  ['days that are none', ['remove', id, '--after', 'soon'], /Give a whole number of days/],
  ['a shop nobody watches', ['show', '77'], /no shop 77 is watched here/],
])('refuses %s in one line, status 2', async (_, words, says) => {
  const { status, stderr } = await shop(...words);
  expect(status).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr.match(/\n/g)).toHaveLength(1);
});
