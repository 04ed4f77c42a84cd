import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { onRequest } from '../../functions/runtime/on-request.ts';
import type { DoorRequest } from '../../shared/jobs/door.ts';
import { anonymousPage } from '../../shared/pages/door-answer.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { CapturedOutput } from './captured-output.ts';
import { aContext, aRequest } from './lambda-events.ts';

let output: CapturedOutput;
/** What reached the job. */
let asked: DoorRequest[];
/** What the job does instead of answering. */
let breaks: (() => never) | undefined;

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'watch');
  vi.stubEnv('SECRETS_PREFIX', '/tidewatch');
  output = new CapturedOutput();
  asked = [];
  breaks = undefined;
});

afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

function send(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const handler = onRequest({
    name: 'front-door',
    build: () => ({}),
    answer: async (request) => {
      asked.push(request);
      breaks?.();
      return { status: 200, headers: { 'content-type': 'text/html', 'cache-control': 'public' }, body: 'a page' };
    },
    failed: anonymousPage(500, (text) => text.failed),
    tooLong: anonymousPage(413, (text) => text.wrongMethod),
    done: 'Request answered',
  });
  return handler(event, aContext());
}

function onlyRequest(): DoorRequest {
  const [request, ...more] = asked;
  if (request === undefined || more.length > 0) throw new Error(`${asked.length} requests reached the job`);
  return request;
}

describe('a request', () => {
  it('reaches the job as it was sent, names of headers in small letters', async () => {
    const answer = await send(aRequest({ path: '/act/a%2Fb', query: 'lang=%7A', headers: { 'X-Signature': 'S' } }));
    expect(onlyRequest()).toEqual({
      method: 'GET',
      path: '/act/a%2Fb',
      query: 'lang=%7A',
      headers: { 'x-signature': 'S' },
      body: Buffer.alloc(0),
    });
    expect(answer).toMatchObject({ statusCode: 200, body: 'a page' });
  });

  test.each([
    ['text', { body: 'by=李伟' }],
    ['base64', { body: Buffer.from('by=李伟').toString('base64'), isBase64Encoded: true }],
  ])('has the bytes of its body, handed over as %s', async (_, spoilt) => {
    await send(aRequest({ method: 'POST', ...spoilt }));
    expect(Buffer.from(onlyRequest().body).toString()).toBe('by=李伟');
  });

  it('by HEAD is answered as by GET, without the page', async () => {
    const [got, headed] = [await send(aRequest()), await send(aRequest({ method: 'HEAD' }))];
    expect(headed).toEqual({ ...got, body: '' });
  });

  test.each([
    ['of 64 KB', 64 * 1024, 200],
    ['longer than that', 64 * 1024 + 1, 413],
  ])('%s is answered with its due status', async (_, length, status) => {
    expect((await send(aRequest({ method: 'POST', body: 'x'.repeat(length) }))).statusCode).toBe(status);
    expect(asked).toHaveLength(status === 200 ? 1 : 0);
  });

  it('leaves one line and one count, with its status and nothing of its address', async () => {
    await send(aRequest({ path: '/act/secret-link', query: 'lang=secret', body: 'secret' }));
    expect(output.lines).toMatchObject([
      { level: 'INFO', message: 'Request answered', outcome: { method: 'GET', status: 200 } },
    ]);
    expect(output.metrics).toMatchObject([{ Done: 1, Failed: 0 }]);
    expect(output.text).not.toContain('secret');
  });
});

describe('a request that fails', () => {
  test.each([
    ['for now', () => new Transient('table: slow'), 'WARN'],
    ['by a bug', () => new TypeError('order 579901120000000210 is not a number'), 'ERROR'],
  ])('%s is a plain page in both languages, a line in the log and a failure counted', async (_, error, level) => {
    breaks = () => {
      throw error();
    };
    const { statusCode, body } = await send(aRequest({ path: '/act/secret-link' }));
    expect(statusCode).toBe(500);
    expect(body).toContain('That did not work');
    expect(body).toContain('lang="zh-CN"');
    expect(body).not.toMatch(/table|579901120000000210|secret-link|TypeError/);
    expect(output.lines).toMatchObject([{ level }]);
    expect(output.metrics).toMatchObject([{ Done: 0, Failed: 1 }]);
    expect(output.text).not.toContain('secret-link');
  });

  it('because nothing can start is the same page, and the log names what is missing', async () => {
    vi.stubEnv('SECRETS_PREFIX', undefined);
    const { statusCode, body } = await send(aRequest());
    expect([statusCode, asked]).toEqual([500, []]);
    expect(body).toContain('That did not work');
    expect(output.lines).toMatchObject([{ level: 'ERROR', message: 'Cannot start' }]);
    expect(output.text).toContain('SECRETS_PREFIX');
    expect(output.metrics).toMatchObject([{ Failed: 1 }]);
  });
});

describe('every answer', () => {
  const ways: readonly (readonly [string, () => Promise<APIGatewayProxyStructuredResultV2>])[] = [
    ['to a link', () => send(aRequest())],
    ['to what is too long', () => send(aRequest({ body: 'x'.repeat(65 * 1024) }))],
    [
      'to what failed',
      () => {
        breaks = () => {
          throw new Error('broken');
        };
        return send(aRequest());
      },
    ],
  ];

  test.each(ways)('%s leaves nothing to a page, and is kept and found by nobody', async (_, answer) => {
    expect((await answer()).headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/) as unknown,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': expect.stringContaining('noindex') as unknown,
    });
  });
});
