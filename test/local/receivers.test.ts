import { beforeEach, describe, expect, it } from 'vitest';
import type { Incoming, Receiver } from '../../infra/local/receivers/receiver.ts';
import { startReceivers } from '../../infra/local/receivers/registry.ts';
import type { ChannelKind } from '../../shared/channels/channel.ts';
import { channels } from '../../shared/channels/registry.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { NotifyRequest } from '../../shared/domain/digest.ts';
import { digestNamed } from '../channels/digests.ts';
import { noticeNamed } from '../channels/notices.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import { sealedBy } from '../support/sealed-by.ts';

const clock = new FakeClock();
let receivers: readonly Receiver[];
beforeEach(() => {
  receivers = startReceivers();
});

function receiverOf(kind: string): Receiver {
  const found = receivers.find((receiver) => receiver.kind === kind);
  if (!found) throw new Error(`no receiver of kind ${kind}`);
  return found;
}

/** What our own sender posts to this receiver, `later` milliseconds on its way. */
async function posted(
  kind: keyof typeof channels,
  later = 0,
  request: NotifyRequest = noticeNamed('sweep', 'en', kind),
): Promise<Incoming> {
  const channel: ChannelKind = channels[kind];
  const { url, headers, body } = await sealedBy(channel, receiverOf(kind), request, clock);
  const rest = url.pathname.split('/').filter((step) => step !== '');
  return { name: 'shop', rest, query: url.searchParams, headers, body, at: new Date(clock.wall() + later) };
}

const kinds = ['slack', 'slack-app', 'webhook', 'wecom', 'dingtalk', 'feishu'] as const;
const hour = 3_600_000;

it('there is one for every kind of channel that posts', () => {
  expect(receivers.map(({ kind }) => kind).toSorted()).toEqual(
    Object.keys(channels)
      .filter((kind) => kind !== 'email')
      .toSorted(),
  );
});

describe.each(kinds)('%s', (kind) => {
  it('takes what our sender posts, and keeps it to be read', async () => {
    const { reply, taken } = receiverOf(kind).take(await posted(kind));
    expect(reply.status).toBe(200);
    expect(taken?.title).toContain('3 critical, 3 breached, 2 due soon');
    expect(taken?.html.toString()).toContain('578230114599810004');
  });

  it.each(['busy', 'quiet', 'full', 'week', 'first-week'] as const)('takes a digest or report: %s', async (name) => {
    const request = await posted(kind, 0, digestNamed(name, 'zh-CN', kind));
    const { reply, taken } = receiverOf(kind).take(request);
    expect(reply.status).toBe(200);
    expect(taken?.title).toMatch(/每日摘要|每周报告/);
  });

  it('refuses what is no message of its', async () => {
    const request = await posted(kind);
    const { taken } = receiverOf(kind).take({ ...request, body: '{"msg": "hello"}' });
    expect(taken).toBeUndefined();
  });
});

describe('signatures', () => {
  it.each([
    ['dingtalk', { errcode: 310_000, errmsg: 'sign not match' }],
    ['feishu', { code: 19_021 }],
    ['webhook', 'signature refused'],
    ['wecom', { errcode: 93_000 }],
    ['slack-app', { ok: false, error: 'invalid_auth' }],
  ] as const)('%s refuses those of another robot', async (kind, body) => {
    const request = await posted(kind);
    receivers = startReceivers();
    const own = await posted(kind);
    const token = own.query.get('access_token');
    const query = new URLSearchParams(request.query);
    if (token !== null) query.set('access_token', token);
    const { reply, taken } = receiverOf(kind).take({ ...request, query });
    expect(taken).toBeUndefined();
    if (typeof body === 'string') expect(reply.body).toBe(body);
    else expect(reply.body).toMatchObject(body);
  });

  it.each([
    ['dingtalk', hour],
    ['feishu', hour],
    ['webhook', hour / 12],
  ] as const)('%s takes none older than its time', async (kind, life) => {
    expect(receiverOf(kind).take(await posted(kind, life)).taken).toBeDefined();
    receivers = startReceivers();
    expect(receiverOf(kind).take(await posted(kind, life + 1_000)).taken).toBeUndefined();
  });

  it('a webhook takes a changed body for a forged one', async () => {
    const request = await posted('webhook');
    const { reply } = receiverOf('webhook').take({ ...request, body: request.body.replace('critical', 'harmless') });
    expect(reply).toEqual({ status: 401, body: 'signature refused' });
  });

  it('a webhook takes a notice once', async () => {
    const request = await posted('webhook');
    expect(receiverOf('webhook').take(request).taken).toBeDefined();
    expect(receiverOf('webhook').take(request)).toEqual({ reply: { status: 200, body: 'known already' } });
  });
});

describe('rates', () => {
  it.each([
    ['wecom', 20, { errcode: 45_009 }],
    ['dingtalk', 20, { errcode: 130_101 }],
    ['feishu', 5, { code: 11_232 }],
    ['slack-app', 1, { ok: false, error: 'ratelimited' }],
  ] as const)('%s takes %i at once, of each robot', async (kind, most, refusal) => {
    const request = await posted(kind);
    const receiver = receiverOf(kind);
    for (let count = 0; count < most; count += 1) expect(receiver.take(request).taken).toBeDefined();
    const { reply, taken } = receiver.take(request);
    expect(taken).toBeUndefined();
    expect(reply.body).toMatchObject(refusal);
    expect(receiver.take({ ...request, name: 'another shop' }).taken).toBeDefined();
    expect(receiver.take({ ...request, at: new Date(request.at.getTime() + 60_000) }).taken).toBeDefined();
  });
});

describe('sizes', () => {
  it.each([
    ['wecom', 4_096, { errcode: 40_058 }],
    ['dingtalk', 20_000, { errcode: 460_101 }],
    ['feishu', 20_000, { code: 9_499 }],
  ] as const)('%s refuses more than %i bytes', async (kind, most, refusal) => {
    const request = await posted(kind);
    const longer = request.body.replace('critical', `critical ${'货'.repeat(Math.ceil(most / 3))}`);
    expect(receiverOf(kind).take({ ...request, body: longer }).reply.body).toMatchObject(refusal);
  });
});

it('shows character references of a card as what they stand for, never as markup', () => {
  const message = renderFeishu(noticeNamed('sweep', 'en', 'feishu'));
  expect(JSON.stringify(message)).toContain('rts&#95;sla&#95;time');
  expect(renderWeCom(noticeNamed('sweep', 'en', 'wecom')).markdown.content).not.toContain('&#');
});
