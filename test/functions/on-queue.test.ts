import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onQueue } from '../../functions/runtime/on-queue.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { CapturedOutput } from './captured-output.ts';
import { aBatch, aContext } from './lambda-events.ts';

let output: CapturedOutput;

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'watch');
  vi.stubEnv('MAIL_FROM', 'watch@example.test');
  vi.stubEnv('SECRETS_PREFIX', '/tidewatch');
  vi.stubEnv('FRONT_DOOR_URL', 'https://door.example.test/');
  for (const name of ['REMEDIATE_QUEUE_URL', 'REMEDIATE_DEAD_LETTERS_URL'])
    vi.stubEnv(name, 'https://sqs.example.test/q');
  output = new CapturedOutput();
});

afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

/** A queue function whose messages say what shall happen to them. */
function aFunction() {
  const seen: string[] = [];
  const handler = onQueue({
    name: 'remediate',
    read: (body: string) => {
      if (!body.startsWith('{')) throw new Error('request: does not fit at shop.id (invalid_type)');
      return body;
    },
    build: ({ TABLE_NAME }) => ({ table: TABLE_NAME }),
    run: async (message, { table }, call) => {
      seen.push(message);
      if (message.includes('transient')) throw new Transient('SES: no answer');
      if (message.includes('rejected')) throw new Rejected('SES: sender not verified');
      if (message.includes('bug')) throw new Error('order 578: access_token=abc123 for a@b.example');
      return { message: 'm', table, call: call.id, left: call.remaining() };
    },
    done: 'Handled',
    measure: () => ({ Mails: 2 }),
  });
  return { handler, seen };
}

describe('a batch', () => {
  it('is done when every message in it is', async () => {
    const { handler } = aFunction();
    expect(await handler(aBatch({ a: '{}', b: '{}' }), aContext())).toEqual({ batchItemFailures: [] });
  });

  it('gives back only the messages that failed', async () => {
    const { handler, seen } = aFunction();
    const answer = await handler(aBatch({ a: '{"bug"}', b: '{"fine"}', c: '{"transient"}' }), aContext());
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'c' }] });
    expect(seen).toContain('{"fine"}');
  });

  it('gives back a message that cannot be understood, and carries out the others', async () => {
    const { handler, seen } = aFunction();
    const answer = await handler(aBatch({ a: 'buyer-name, buyer-street', b: '{}' }), aContext());
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }] });
    expect(seen).toEqual(['{}']);
  });

  it('fails as a whole when the function cannot start, and says which variable is missing', async () => {
    vi.stubEnv('MAIL_FROM', undefined);
    const { handler, seen } = aFunction();
    await expect(handler(aBatch({ a: '{}' }), aContext())).rejects.toThrow('MAIL_FROM is not set');
    expect(seen).toEqual([]);
    expect(output.lines).toMatchObject([{ level: 'ERROR', message: 'Cannot start' }]);
  });

  it('starts after all once the variable is there', async () => {
    vi.stubEnv('MAIL_FROM', undefined);
    const { handler } = aFunction();
    await expect(handler(aBatch({ a: '{}' }), aContext())).rejects.toThrow('MAIL_FROM');
    vi.stubEnv('MAIL_FROM', 'watch@example.test');
    expect(await handler(aBatch({ a: '{}' }), aContext())).toEqual({ batchItemFailures: [] });
  });
});

describe('the log', () => {
  it('has one line per message, with its id, its attempt and what came of it', async () => {
    const { handler } = aFunction();
    await handler(aBatch({ a: '{}', b: '{}' }), aContext(45_000));
    const outcome = { table: 'watch', call: 'request-1', left: 45_000 };
    expect(output.lines).toMatchObject([
      { level: 'INFO', message: 'Handled', message_id: 'a', attempt: 2, outcome },
      { level: 'INFO', message: 'Handled', message_id: 'b', attempt: 2, outcome },
    ]);
  });

  it('tells a passing failure and a refusal, which are warnings, from a bug', async () => {
    const { handler } = aFunction();
    await handler(aBatch({ a: '{"transient"}', b: '{"rejected"}', c: '{"bug"}' }), aContext());
    expect(output.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'WARN: Failed for now',
      'WARN: Refused',
      'ERROR: Failed',
    ]);
  });

  it('holds no secret and no address of an error, but its ids', async () => {
    const { handler } = aFunction();
    await handler(aBatch({ a: '{"bug"}' }), aContext());
    expect(output.text).toContain('order 578');
    expect(output.text).not.toMatch(/abc123|a@b\.example/);
  });

  it('says of a malformed message where it does not fit, and nothing that stood in it', async () => {
    const { handler } = aFunction();
    await handler(aBatch({ a: 'buyer-name, buyer-street' }), aContext());
    expect(output.lines).toMatchObject([{ level: 'ERROR', message: 'Message malformed', message_id: 'a' }]);
    expect(output.text).toContain('shop.id (invalid_type)');
    expect(output.text).not.toContain('buyer');
  });

  it('shows nothing of the environment', async () => {
    vi.stubEnv('SOME_SECRET', 'hidden-7c2e');
    const { handler } = aFunction();
    await handler(aBatch({ a: '{"bug"}', b: '{}' }), aContext());
    expect(output.text).not.toContain('hidden-7c2e');
  });
});

it('counts what was done and what failed, by function and by nothing else', async () => {
  const { handler } = aFunction();
  await handler(aBatch({ a: '{}', b: '{"bug"}' }), aContext());
  const [metrics] = output.metrics;
  expect(metrics).toMatchObject({ Done: [1, 0], Failed: [0, 1], Mails: 2, service: 'tidewatch-remediate' });
  expect(JSON.stringify(metrics?.['_aws'])).toContain('"Namespace":"Tidewatch","Dimensions":[["service"]]');
});
