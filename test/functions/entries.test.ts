import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import * as backfill from '../../functions/backfill.ts';
import * as dispatch from '../../functions/dispatch.ts';
import { environments } from '../../functions/environment.ts';
import * as notify from '../../functions/notify.ts';
import * as remediate from '../../functions/remediate.ts';
import * as sweep from '../../functions/sweep.ts';
import { CapturedOutput } from './captured-output.ts';
import { aBatch, aContext } from './lambda-events.ts';

let output: CapturedOutput;
beforeEach(() => {
  output = new CapturedOutput();
});
afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

it('there is one file for every function that has an environment', () => {
  const files = readdirSync(new URL('../../functions', import.meta.url)).filter((name) => name.endsWith('.ts'));
  const names = files.map((name) => name.replace('.ts', '')).filter((name) => name !== 'environment');
  expect(names.toSorted()).toEqual(Object.keys(environments).toSorted());
});

describe('each function, deployed without its environment, says so at its first call', () => {
  test.each([
    ['dispatch', () => dispatch.handler({ scheduledTime: '2026-11-22T18:00:00Z' }, aContext())],
    ['sweep', () => sweep.handler(aBatch({ a: '{}' }), aContext())],
    ['notify', () => notify.handler(aBatch({ a: '{}' }), aContext())],
    ['remediate', () => remediate.handler(aBatch({ a: '{}' }), aContext())],
    ['backfill', () => backfill.handler({ shop: '749' }, aContext())],
  ])('%s', async (name, call) => {
    vi.stubEnv('TABLE_NAME', undefined);
    await expect(call()).rejects.toThrow(new RegExp(`^${name} cannot start\\. .*TABLE_NAME is not set`));
  });
});

describe('given its environment', () => {
  beforeEach(() => {
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    // Nobody listens there: a function that wants to put a message aside finds no queue.
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'none');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'none');
    vi.stubEnv('TABLE_NAME', 'watch');
    vi.stubEnv('SECRETS_PREFIX', '/tidewatch');
    vi.stubEnv('MAIL_FROM', 'watch@example.test');
    for (const queue of ['SWEEP', 'NOTIFY', 'REMEDIATE'])
      vi.stubEnv(`${queue}_QUEUE_URL`, 'https://sqs.example.test/q');
    vi.stubEnv('NOTIFY_DEAD_LETTERS_URL', 'https://sqs.example.test/q');
    vi.stubEnv('REMEDIATE_DEAD_LETTERS_URL', 'https://sqs.example.test/q');
    vi.stubEnv('FRONT_DOOR_URL', 'https://door.example.test/');
  });

  test.each([
    ['sweep', () => sweep.handler(aBatch({ a: '{"v":1,"kind":"sweep","shop":7}' }), aContext())],
    ['notify', () => notify.handler(aBatch({ a: '{"v":1,"shop":"buyer-street"}' }), aContext())],
    ['remediate', () => remediate.handler(aBatch({ a: '{"v":1,"to":"buyer-street"}' }), aContext())],
  ])('%s gives a message back that is not its own, by path', async (_, call) => {
    expect(await call()).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }] });
    expect(output.lines[0]).toMatchObject({ level: 'ERROR', message: 'Message malformed', message_id: 'a' });
    expect(output.text).not.toContain('buyer-street');
  });

  test.each([
    [
      'without an end',
      { to: undefined },
      'to (give a time with its zone, e.g. 2026-08-01T00:00:00Z, or epoch milliseconds)',
    ],
    ['with its end before its beginning', { to: '2025-01-01T00:00:00Z' }, 'to (has to lie after from)'],
    [
      'with a day but no zone',
      { from: '2026-01-01' },
      'from (give a time with its zone, e.g. 2026-08-01T00:00:00Z, or epoch milliseconds)',
    ],
    ['of a shop that is a number', { shop: 749 }, 'shop (give the id of an item of shops, in quotes)'],
    ['with an option nobody knows', { until: '2026-02-01T00:00:00Z' }, 'the whole (Unrecognized key: "until")'],
  ])('a backfill %s is refused, and why', async (_, changes, why) => {
    const event = { shop: '749', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', ...changes };
    await expect(backfill.handler(event, aContext())).rejects.toThrow(`event: does not fit at ${why}`);
  });

  it('a round without its time is refused, for its runs would have no name', async () => {
    await expect(dispatch.handler({}, aContext())).rejects.toThrow(/does not fit at scheduledTime/);
  });
});
