import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { onEvent } from '../../functions/runtime/on-event.ts';
import { moment, parseEvent } from '../../functions/runtime/parse-event.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { CapturedOutput } from './captured-output.ts';
import { aContext } from './lambda-events.ts';

let output: CapturedOutput;

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'watch');
  vi.stubEnv('SWEEP_QUEUE_URL', 'https://sqs.example.test/1/sweep.fifo');
  output = new CapturedOutput();
});

afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

const order = z.object({ shop: z.string(), from: moment });
const read = parseEvent(order);
const handler = onEvent({
  name: 'backfill',
  read,
  build: () => ({}),
  run: async ({ shop, from }) => {
    if (shop === 'away') throw new Transient('queue sweep: refused refresh_token=abc123');
    return { shop, from };
  },
  done: 'Started',
});

describe('an event', () => {
  it('is answered with what came of it', async () => {
    expect(await handler({ shop: '749', from: '2026-11-22T00:00:00+08:00' }, aContext())).toEqual({
      shop: '749',
      from: Date.UTC(2026, 10, 21, 16),
    });
    expect(output.lines).toMatchObject([{ level: 'INFO', message: 'Started', outcome: { shop: '749' } }]);
  });

  it('that does not fit is refused by the path of what is wrong, not by what stood there', async () => {
    const wrong = handler({ shop: 'a-street', from: 'yesterday' }, aContext());
    await expect(wrong).rejects.toThrow(/^event: does not fit at from \(/);
    expect(output.lines).toMatchObject([{ level: 'ERROR', message: 'Message malformed' }]);
    expect(output.text).not.toMatch(/a-street|yesterday/);
  });

  it('that fails is thrown on, so that whoever invoked tries again or sees it, without secrets', async () => {
    const failed = handler({ shop: 'away', from: 0 }, aContext());
    await expect(failed).rejects.toThrow(/^queue sweep: refused refresh_token=\[secret\]$/);
    expect(output.lines).toMatchObject([{ level: 'WARN', message: 'Failed for now' }]);
    expect(output.text).not.toContain('abc123');
  });
});
