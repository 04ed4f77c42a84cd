import { expect, test } from 'vitest';
import { sign } from '../../../shared/adapters/tiktok-shop/signature.ts';
import vectors from '../../fixtures/tiktok-sign-vectors.json' with { type: 'json' };

test.each(vectors.request_vectors.map((vector) => [vector.id, vector] as const))(
  'signs %s as the official rule says',
  (_, vector) => {
    const query = Object.fromEntries(Object.entries(vector.query).filter(([, value]) => value !== undefined));
    expect(
      sign({ path: vector.path, query, contentType: vector.content_type, body: vector.body }, vector.app_secret),
    ).toBe(vector.sign);
  },
);

test('sorts by code unit, so upper case comes before lower case', () => {
  const mixed = { path: '/p', query: { b: '2', B: '1', a: '3' } };
  const sorted = { path: '/p', query: { B: '1', a: '3', b: '2' } };
  expect(sign(mixed, 's')).toBe(sign(sorted, 's'));
  expect(sign({ path: '/pB1a3b2', query: {} }, 's')).toBe(sign(mixed, 's'));
});
