import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type LocalStack } from '../../infra/local/stack.ts';
import { tinyFolder, type TinyFolder } from './tiny-assembly.ts';

let folder: TinyFolder;
let stack: LocalStack;
let door: string;

beforeAll(async () => {
  folder = tinyFolder();
  stack = await startStack(folder.options);
  door = stack.functionUrls['Door'] ?? '';
});

afterAll(async () => {
  await stack.stop();
  folder.remove();
});

interface Event {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly [field: string]: unknown;
}

/** The event that the function behind the address was given. */
async function eventOf(path: string, init: RequestInit = {}): Promise<Event> {
  return (await (await fetch(`${door}${path}`, init)).json()) as Event;
}

function statusOf(path: string, init: RequestInit = {}): Promise<number> {
  return fetch(`${door}${path}`, init).then(({ status }) => status);
}

describe('the address of a function', () => {
  it('is known to the function itself and to the file of the running stack, and ends in a slash as on AWS', async () => {
    expect(door).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(stack.facts().functionUrls).toEqual({ Door: door });
    expect((await fetch(`${door}hello`)).headers.get('x-door')).toBe(door);
  });

  it('hands a request over as it came: path and query encoded, names of headers in small letters', async () => {
    const event = await eventOf('a%2Fb/c?d=%20&d=2', {
      headers: { 'X-Tried-By': 'Somebody', 'User-Agent': 'a browser', Cookie: 'one=1; two=2' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/a%2Fb/c',
      rawQueryString: 'd=%20&d=2',
      headers: { 'x-tried-by': 'Somebody', host: new URL(door).host },
      cookies: ['one=1', 'two=2'],
      requestContext: {
        http: { method: 'GET', path: '/a%2Fb/c', sourceIp: '127.0.0.1', userAgent: 'a browser' },
      },
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('body');
  });

  it('hands over every byte of a body, text or not', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const event = await eventOf('bytes', { method: 'POST', body });
    expect(event).toMatchObject({ isBase64Encoded: true, requestContext: { http: { method: 'POST' } } });
    expect([...Buffer.from(event.body ?? '', 'base64')]).toEqual([...body]);
  });

  it('answers with the status and headers of the function, and to HEAD without a body', async () => {
    const answer = await fetch(`${door}look`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-door'), await answer.text()]).toEqual([201, door, '']);
  });

  it('answers 502 for a function that failed, and says nothing of why', async () => {
    const answer = await fetch(`${door}fail/now`);
    expect([answer.status, await answer.json()]).toEqual([502, { Message: 'Internal Server Error' }]);
  });

  it('answers 413 beyond six megabytes, and does not ask the function', async () => {
    expect(await statusOf('long', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024 + 1) })).toBe(413);
    expect(folder.trace().filter((line) => line.startsWith('long'))).toEqual([]);
  });

  it('answers 429 beyond the reserved concurrency, and goes on when there is room again', async () => {
    const statuses = await Promise.all([1, 2, 3].map((at) => statusOf(`sleep/300/${at}`)));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 201, 429]);
    expect(await statusOf('afterwards')).toBe(201);
  });

  it('takes the forms of its own pages, and none of pages from elsewhere or from nowhere', async () => {
    const from = (origin: string) => statusOf('form', { method: 'POST', headers: { origin } });
    expect(await from(new URL(door).origin)).toBe(201);
    expect(await from(new URL(stack.inboxUrl).origin)).toBe(403);
    expect(await from('null')).toBe(403);
  });
});

it('an invocation beyond the reserved concurrency is refused over HTTP as Lambda refuses it', async () => {
  const invoke = () =>
    fetch(`${stack.gatewayUrl}/2015-03-31/functions/tiny-doorkeeper/invocations`, {
      method: 'POST',
      body: JSON.stringify({ do: 'sleep 300' }),
    });
  const answers = await Promise.all([invoke(), invoke(), invoke()]);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.map(({ headers }) => headers.get('x-amzn-errortype'))).toEqual(['TooManyRequestsException']);
});
