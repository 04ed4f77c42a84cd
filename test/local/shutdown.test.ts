import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalStackFacts } from '../../infra/local/local-file.ts';
import { startStack } from '../../infra/local/stack.ts';
import { tinyFolder, type TinyFolder } from './tiny-assembly.ts';

const runner = fileURLToPath(new URL('runner-under-test.ts', import.meta.url));
let folder: TinyFolder;

beforeEach(() => {
  folder = tinyFolder();
});
afterEach(() => folder.remove());

/** Processes that carry this test's folder in their command line or environment, and the children of this one. */
function descendants(pid: number): number[] {
  const tasks = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return tasks.flatMap((child) => [child, ...descendants(child)]);
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

async function allGone(pids: readonly number[]): Promise<boolean> {
  for (const end = Date.now() + 5000; Date.now() < end && pids.some(isAlive);) await sleep(20);
  return !pids.some(isAlive);
}

it.runIf(process.platform === 'linux')('leaves no process behind when it stops', async () => {
  const others = new Set(descendants(process.pid));
  const stack = await startStack(folder.options);
  await stack.invoke('Worker', { do: 'something' });
  void stack.invoke('OrderedWorker', { do: 'block forever' });
  await folder.traced(/^block forever \d+$/);
  const started = descendants(process.pid).filter((pid) => !others.has(pid));
  // The keeper, the table engine and two functions.
  expect(started).toHaveLength(4);
  await stack.stop(0);
  expect(started.filter(isAlive)).toEqual([]);
  expect(existsSync(folder.options.localFile)).toBe(false);
  await expect(fetch(stack.gatewayUrl)).rejects.toThrow();
});

it('lets a running invocation finish before it stops', async () => {
  const stack = await startStack(folder.options);
  const running = stack.invoke('Worker', { do: 'sleep 300' });
  await folder.traced(/^sleep 300 \d+$/);
  await stack.stop();
  expect(await running).toMatchObject({ ok: true });
});

it.runIf(process.platform === 'linux')('leaves no process behind when the runner is killed', async () => {
  const options = join(folder.path, 'options.json');
  writeFileSync(options, JSON.stringify(folder.options));
  const child = spawn(process.execPath, [runner, options], { stdio: ['ignore', 'pipe', 'inherit'] });
  // One function is idle, the other is busy and deaf to everything but a signal.
  await folder.traced(/^block forever \d+$/);
  const started = descendants(child.pid ?? 0);
  expect(started).toHaveLength(4);
  const { functions } = JSON.parse(readFileSync(folder.options.localFile, 'utf8')) as LocalStackFacts;
  expect(started).toEqual(expect.arrayContaining(Object.values(functions).flatMap(({ pids }) => pids)));
  child.kill('SIGKILL');
  expect(await allGone(started)).toBe(true);

  const next = await startStack(folder.options);
  expect((JSON.parse(readFileSync(folder.options.localFile, 'utf8')) as LocalStackFacts).pid).toBe(process.pid);
  await next.stop();
});

it('refuses to start beside a stack that uses the same folder', async () => {
  const stack = await startStack(folder.options);
  await expect(startStack(folder.options)).rejects.toThrow(`Another stack runs already (process ${process.pid}`);
  await stack.stop();
});

it.each([
  ['is cut short', '{"pid":'],
  ['names a port where nobody listens', JSON.stringify({ pid: process.pid, gatewayUrl: 'http://127.0.0.1:1' })],
])('replaces a file of facts that %s', async (_, content) => {
  writeFileSync(folder.options.localFile, content);
  const stack = await startStack(folder.options);
  expect((JSON.parse(readFileSync(folder.options.localFile, 'utf8')) as LocalStackFacts).gatewayUrl).toBe(
    stack.gatewayUrl,
  );
  await stack.stop();
});

it('replaces a file of facts whose port belongs to another program by now', async () => {
  const stranger = createServer((_, response) => response.end('{"pid":1}'));
  await new Promise<void>((resolve) => {
    stranger.listen(0, '127.0.0.1', () => resolve());
  });
  const address = stranger.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  writeFileSync(folder.options.localFile, JSON.stringify({ pid: process.pid, gatewayUrl: `http://127.0.0.1:${port}` }));
  const stack = await startStack(folder.options);
  await stack.stop();
  stranger.closeAllConnections();
  stranger.close();
});

it('undoes everything when it cannot start', async () => {
  const others = new Set(process.platform === 'linux' ? descendants(process.pid) : []);
  const { parameters: _, ...options } = folder.options;
  await expect(startStack(options)).rejects.toThrow('Parameters without a value: MailFrom');
  expect(existsSync(folder.options.localFile)).toBe(false);
  if (process.platform === 'linux') expect(descendants(process.pid).filter((pid) => !others.has(pid))).toEqual([]);
});
