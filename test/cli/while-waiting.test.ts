import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileWaiting } from '../../infra/cli/while-waiting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aLine(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

it('says what is waited for from the second second on, and clears its line before the answer', async () => {
  const line = aLine(true);
  const { promise, resolve } = Promise.withResolvers<string>();
  const answer = whileWaiting('sweeping', promise, line);
  await vi.advanceTimersByTimeAsync(900);
  expect(line.written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_200);
  resolve('done');
  expect(await answer).toBe('done');
  expect(line.written).toEqual(['\r· sweeping … 1 s', '\r· sweeping … 2 s', '\r\u001B[K']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(line.written).toHaveLength(3);
});

it('clears its line when the work fails, and lets the error through', async () => {
  const line = aLine(true);
  const { promise, reject } = Promise.withResolvers<string>();
  const answer = whileWaiting('sweeping', promise, line);
  await vi.advanceTimersByTimeAsync(1_000);
  reject(new Error('no stack'));
  await expect(answer).rejects.toThrow('no stack');
  expect(line.written.at(-1)).toBe('\r\u001B[K');
});

it('says nothing of quick work, and nothing where nobody looks', async () => {
  const quick = aLine(true);
  await whileWaiting('sweeping', Promise.resolve(), quick);
  const file = aLine(false);
  const { promise, resolve } = Promise.withResolvers<void>();
  const answer = whileWaiting('sweeping', promise, file);
  await vi.advanceTimersByTimeAsync(3_000);
  resolve();
  await answer;
  expect([quick.written, file.written]).toEqual([[], []]);
});
