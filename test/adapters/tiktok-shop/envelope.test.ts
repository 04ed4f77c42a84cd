import { describe, expect, test } from 'vitest';
import { openEnvelope } from '../../../shared/adapters/tiktok-shop/envelope.ts';
import { StaleToken } from '../../../shared/adapters/tiktok-shop/refusal.ts';
import { Rejected, Transient } from '../../../shared/ports/errors.ts';
import fixture from '../../fixtures/tiktok-shop/error-envelopes.json' with { type: 'json' };

function thrownBy(status: number, text: string): unknown {
  try {
    openEnvelope('order search', { status, text });
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function kindOf(error: unknown): string {
  if (error instanceof Transient) return 'transient';
  if (error instanceof StaleToken) return `stale ${error.about}`;
  if (error instanceof Rejected) return error.about;
  throw error;
}

function refusal(code: number, message = 'x'): string {
  return JSON.stringify({ code, message, request_id: '202601151200', data: null });
}

describe('code 0 decides, not the HTTP status', () => {
  test('an answer without data is an answer', () => {
    expect(openEnvelope('x', { status: 200, text: '{"code":0,"message":"Success"}' })).toBeUndefined();
  });

  test.each([200, 201, 400, 500])('an answer with code 0 and HTTP %d is data', (status) => {
    expect(openEnvelope('x', { status, text: '{"code":0,"data":{"a":1}}' })).toEqual({ a: 1 });
  });
});

describe('refusals by code', () => {
  test.each([
    [36009002, 'too many requests', 'transient'],
    [36009003, 'internal error', 'transient'],
    [36009007, 'request timed out', 'transient'],
    [10002014, 'orders could not be read', 'transient'],
    [10002015, 'orders could not be read', 'transient'],
    [10037002, 'orders could not be read', 'transient'],
    [10037003, 'orders could not be read', 'transient'],
    [10037004, 'orders could not be read', 'transient'],
    [105001, 'the token is invalid', 'stale credential'],
    [105002, 'the token has expired', 'stale credential'],
    [101000, 'the token is not for this shop', 'credential'],
    [105005, 'a scope is missing', 'credential'],
    [36004004, 'the auth code is invalid', 'credential'],
    [98001006, 'the refresh token has expired', 'credential'],
    [36009004, 'Invalid app_key', 'credential'],
    [36009004, 'The x-tts-access-token header is invalid', 'credential'],
    [36009004, 'access token required', 'credential'],
    [36009004, 'Invalid timestamp', 'request'],
    [36009004, 'Unexpected shop_cipher', 'request'],
    [36009004, 'Invalid page_token', 'request'],
    [106001, 'the sign is wrong', 'request'],
    [106013, 'the cipher is missing', 'request'],
    [36009014, 'the version is retired', 'request'],
    [36009033, 'the IP address is not allowed', 'request'],
    [21008111, 'the order is of another seller', 'request'],
    [99999999, 'nobody knows', 'request'],
  ])('%d (%s) is %s', (code, message, kind) => {
    expect(kindOf(thrownBy(200, refusal(code, message)))).toBe(kind);
    expect(kindOf(thrownBy(401, refusal(code, message)))).toBe(kind);
  });

  test.each([429, 500, 502, 503, 504])('an unknown code with HTTP %d passes by itself', (status) => {
    expect(kindOf(thrownBy(status, refusal(99999999)))).toBe('transient');
  });

  test('the documented error envelopes, in their order', () => {
    const kinds = fixture.cases.map(({ body, http_status: status }) =>
      kindOf(thrownBy(status ?? 200, JSON.stringify(body))),
    );
    const bySign = ['stale credential', 'request', 'request', 'request', 'credential'];
    const byLoad = ['transient', 'transient', 'transient'];
    expect(kinds).toEqual([...bySign, ...byLoad, 'request', 'request', 'credential', 'request']);
  });
});

describe('answers that are no envelope', () => {
  test.each([
    ['an empty body', 200, '', 'transient'],
    ['JSON cut short', 200, '{"code":0,"data":{"orders":[{"id":"57', 'transient'],
    ['a gateway page in HTML', 502, '<html>Bad gateway</html>', 'transient'],
    ['JSON null with 503', 503, 'null', 'transient'],
    ['JSON of somebody else with 429', 429, '{"error":"slow down"}', 'transient'],
    ['JSON of somebody else', 200, '{"error":"what?"}', 'request'],
    ['a code that is a text', 200, '{"code":"0","data":{}}', 'request'],
  ])('%s (HTTP %d)', (_, status, text, kind) => {
    expect(kindOf(thrownBy(status, text))).toBe(kind);
  });
});

test('an error names endpoint, code and request id, and nothing of what TikTok wrote', () => {
  const message = 'token TTP_leak of jane@mail.example is bad';
  const error = thrownBy(200, JSON.stringify({ code: 36009004, message, request_id: '20260115A1B2' }));
  expect(String(error)).toBe('Rejected: order search refused: code 36009004, HTTP 200, request 20260115A1B2');
});

test('a request id that is none is not repeated', () => {
  const error = thrownBy(200, JSON.stringify({ code: 1, message: '', request_id: '<b>Jane Doe, 12 Lane</b>' }));
  expect(String(error)).toContain('request unknown');
});

test('a body that is not JSON is not quoted', () => {
  const error = thrownBy(200, '{"name":"Jane Doe"');
  expect(String(error)).not.toContain('Jane');
  expect(error).not.toHaveProperty('cause');
});
