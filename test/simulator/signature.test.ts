import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSigned, signatureOf } from '../../infra/local/simulator/signature.ts';
import type { WireRequest } from '../../infra/local/simulator/signature.ts';
import { call } from './client.ts';
import { aSimulator } from './world.ts';

interface Vector {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly content_type: string;
  readonly body: string;
  readonly app_secret: string;
  readonly sign: string;
}

const file = new URL('../fixtures/tiktok-sign-vectors.json', import.meta.url);
const { request_vectors: vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly request_vectors: Vector[] };

function requestOf(vector: Vector, sign = vector.sign): WireRequest {
  return {
    method: vector.method,
    path: vector.path,
    query: new URLSearchParams({ ...vector.query, sign }),
    headers: { 'content-type': vector.content_type },
    body: Buffer.from(vector.body),
  };
}

describe('the signature of every vector', () => {
  it('has all fourteen vectors to check', () => {
    expect(vectors.length).toBe(14);
  });

  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(signatureOf(requestOf(vector), vector.app_secret)).toBe(vector.sign);
    expect(isSigned(requestOf(vector), vector.app_secret)).toBe(true);
    expect(isSigned(requestOf(vector, vector.sign.toUpperCase()), vector.app_secret)).toBe(false);
    expect(isSigned(requestOf(vector), `${vector.app_secret}x`)).toBe(false);
  });
});

describe('the signature over HTTP', async () => {
  const simulator = await aSimulator();
  const search = '/order/202309/orders/search';
  const query = { page_size: '1' };

  it.each([
    ['a search without body bytes', { method: 'POST', query }, 0],
    ['the two characters {} signed as sent', { method: 'POST', query, body: {} }, 0],
    ['the two characters {} signed as nothing', { method: 'POST', query, sentBody: '{}' }, 106001],
    ['a body signed compact but sent pretty', { query, body: { a: 1 }, sentBody: '{ "a": 1 }' }, 106001],
    ['a body changed by one byte', { query, body: { a: 1 }, sentBody: '{"a":2}' }, 106001],
    ['text outside ASCII signed as UTF-8', { query, body: { note: '缺货 Größe ñ' } }, 0],
    ['an upper-case signature', { query, body: {}, sign: (right: string) => right.toUpperCase() }, 106001],
    ['a signature cut short', { query, body: {}, sign: (right: string) => right.slice(1) }, 106001],
    ['a signature made with another secret', { query, body: {}, secret: 'f00' }, 106001],
  ])('%s', async (_, wanted, code) => {
    expect((await call(simulator, search, wanted)).code).toBe(code);
  });

  it('signs the decoded values of parameters that need encoding', async () => {
    const answer = await call(simulator, search, { body: {}, query: { page_size: '1', page_token: 'a+b/c== ü' } });
    expect([answer.code, answer.text]).toEqual([36009004, expect.stringContaining('page_token')]);
  });
});
