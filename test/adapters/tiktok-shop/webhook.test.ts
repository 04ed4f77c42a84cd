import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tiktokWebhooks } from '../../../shared/adapters/tiktok-shop/webhook.ts';
import vectors from '../../fixtures/tiktok-sign-vectors.json' with { type: 'json' };

const [vector] = vectors.webhook_vectors;
if (!vector) throw new Error('there are vectors');
const { app_key: app, app_secret: secret, body, authorization } = vector;

const webhooks = tiktokWebhooks({ readAppSecret: async (key) => (key === app ? secret : undefined) });

function read(changes: { app?: string; body?: string; authorization?: string } = {}) {
  const sent = { app, body, authorization, ...changes };
  return webhooks.read(sent.app, {
    headers: { authorization: sent.authorization },
    body: new TextEncoder().encode(sent.body),
  });
}

describe('a notification', () => {
  it.each(vectors.webhook_vectors.map((one) => [one.id, one] as const))('%s is TikTok’s', async (_, one) => {
    expect((await read({ body: one.body, authorization: one.authorization })).is).toBe('news');
    expect(await read({ body: `${one.body} `, authorization: one.authorization })).toEqual({ is: 'refused' });
  });

  it('tells what it is about, and when it was made', async () => {
    expect(await read()).toEqual({
      is: 'news',
      news: { id: '7627112393057371910', kind: 'order-status', shop: '7494049642642441621', at: 1_767_225_700_000 },
    });
  });

  it.each([
    ['of an unknown app', { app: 'another' }],
    ['of an app whose name is a path', { app: '../sellers' }],
    ['without a signature', { authorization: '' }],
    ['with half a signature', { authorization: authorization.slice(0, 32) }],
    ['with a signature in capitals', { authorization: authorization.toUpperCase() }],
    ['signed by somebody else', { authorization: authorization.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }],
  ])('%s is refused', async (_, changes) => expect(await read(changes)).toEqual({ is: 'refused' }));

  it.each([
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['a text for its type', '{"type":"1","timestamp":1767225700}'],
    ['milliseconds for its time', '{"type":1,"timestamp":1767225700000}'],
  ])('that is signed and is %s is malformed', async (_, text) => {
    expect(await read({ body: text, authorization: signed(text) })).toMatchObject({ is: 'malformed' });
  });

  it('without an id is known by what it says', async () => {
    const text = '{"type":3,"shop_id":"7","timestamp":1767225700}';
    const other = '{"type":3,"shop_id":"7","timestamp":1767225701}';
    const [one, same, another] = [text, text, other].map((sent) => read({ body: sent, authorization: signed(sent) }));
    expect(await one).toEqual(await same);
    expect(await one).not.toEqual(await another);
  });
});

function signed(text: string): string {
  return createHmac('sha256', secret).update(`${app}${text}`).digest('hex');
}
