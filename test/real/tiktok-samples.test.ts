import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shopIdentity } from '../../shared/adapters/tiktok-shop/authorized-shops.ts';
import { openEnvelope } from '../../shared/adapters/tiktok-shop/envelope.ts';
import { readOrderPage } from '../../shared/adapters/tiktok-shop/order-page.ts';
import { readTrace } from '../../shared/adapters/tiktok-shop/read-trace.ts';

type Json = Readonly<Record<string, unknown>>;

const folder = join(process.env['REAL_DATA'] ?? 'REAL_DATA is not set', 'tiktok-spec');

/** The official sample answer of every endpoint page that has one, by file name. */
const samples = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file): [string, string][] => {
      const page: { document_api_meta?: { response_body?: string } } = JSON.parse(
        readFileSync(join(folder, file), 'utf8'),
      );
      const body = page.document_api_meta?.response_body;
      return body ? [[file, body]] : [];
    }),
);

function dataOf(file: string): unknown {
  return openEnvelope(file, { status: 200, text: samples.get(file) ?? '' });
}

function elementsOf(file: string, key: string): readonly Json[] {
  return (dataOf(file) as Record<string, readonly Json[]>)[key] ?? [];
}

test('twelve endpoint pages carry a sample answer', () => {
  expect(samples.size).toBe(12);
});

test.each([...samples.keys()])('%s opens as a successful answer', (file) => {
  expect(dataOf(file)).toBeTypeOf('object');
});

test.each(['get-order-list.json', 'get-order-detail.json'])('the order of %s is read without quarantine', (file) => {
  const [raw] = elementsOf(file, 'orders');
  const { orders, malformed } = readOrderPage(dataOf(file), { by: 'update_time', first: true });
  expect(malformed).toEqual([]);
  expect(orders).toHaveLength(1);
  expect(orders[0]).toMatchObject({
    id: raw?.['id'],
    status: raw?.['status'],
    createdAt: Number(raw?.['create_time']) * 1_000,
    updatedAt: Number(raw?.['update_time']) * 1_000,
  });
  expect(Object.keys(orders[0]?.platform ?? {})).toHaveLength(10);
});

test.each(['get-order-list.json', 'get-order-detail.json'])('nothing of the buyer of %s is left', (file) => {
  const [raw] = elementsOf(file, 'orders');
  const about = ['recipient_address', 'user_id', 'buyer_email', 'buyer_message', 'seller_note', 'cpf', 'cpf_name'];
  const secrets = about.flatMap((field) => textsIn(raw?.[field])).filter((text) => text.trim().length > 2);
  expect(secrets.length).toBeGreaterThan(15);
  const kept = textsIn(readOrderPage(dataOf(file), { by: 'update_time', first: true }));
  expect(kept.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
});

test('the sample trace is read', () => {
  const [event] = elementsOf('get-tracking.json', 'tracking');
  expect(readTrace(dataOf('get-tracking.json'))).toEqual({
    scans: [event?.['update_time_millis']],
    milestones: ['delivered'],
    // What is delivered may name who took it: the milestone stands in place of the words.
    lastText: 'Delivered',
  });
});

test('the sample shop is read', () => {
  const shops = elementsOf('get-active-shops.json', 'shops');
  expect(shops.map((shop) => shopIdentity.parse(shop))).toEqual(shops);
});

/** Every text anywhere in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner));
}
