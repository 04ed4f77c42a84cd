import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSlack, slackSender } from '../../shared/channels/slack.ts';
import type { SlackBlock } from '../../shared/channels/slack-blocks.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { locales } from '../../shared/domain/shop.ts';
import { stageIds } from '../../shared/messages/stage-ids.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aNotice } from '../support/a-notice.ts';
import { failureOf } from '../support/failure-of.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { many, noticeNamed } from './notices.ts';
import { Receiver } from './receiver.ts';

function lengths(block: SlackBlock): readonly (readonly [length: number, limit: number])[] {
  switch (block.type) {
    case 'header':
      return [[block.text.text.length, 150]];
    case 'section':
      return [[block.text.text.length, 3_000]];
    case 'context':
      return block.elements.map(({ text }) => [text.length, 3_000] as const);
    case 'divider':
      return [];
  }
}

describe.each(locales)('Slack’s limits in %s', (locale) => {
  const channel = { id: `slack:${locale}`, kind: 'slack', locale, to: [] } as const;
  const long = '&'.repeat(300);

  it.each<[string, readonly NoticeLine[]]>([
    ['a hundred lines of one kind', many(100)],
    [
      'a hundred lines of every kind there is',
      many(100).map((line, index): NoticeLine => ({ ...line, stage: stageIds[index % stageIds.length] ?? '' })),
    ],
    [
      'a hundred kinds unheard of, with long names',
      many(100).map((line, index): NoticeLine => ({ ...line, stage: `stage-${index}`, carrier: long, number: long })),
    ],
    ['a hundred solved', many(100).map((line): NoticeLine => ({ ...line, transition: 'resolved' }))],
  ])('hold for %s', (_, lines) => {
    const message = renderSlack(aNotice({ channel, lines, more: 50 }));
    expect(message.blocks.length).toBeLessThanOrEqual(50);
    for (const [length, limit] of message.blocks.flatMap(lengths)) {
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(limit);
    }
    expect(message.text.length).toBeLessThanOrEqual(3_000);
  });
});

describe('posting to the incoming webhook', () => {
  const slack = new Receiver();
  const vault = new FakeSellerVault();
  const notice = noticeNamed('sweep', 'en', 'slack');
  const secret = '/services/T000/B000/s3cr3t';
  let origin = '';

  beforeAll(async () => {
    origin = await slack.open();
    await vault.storeChannelSecret(notice.shop.id, 'slack', origin + secret);
  });
  afterAll(() => slack.close());

  it('sends the rendered message as JSON and gets no reference', async () => {
    slack.answer({ status: 200, body: 'ok' });
    expect(await slackSender({ vault }).deliver(notice)).toBeUndefined();
    expect(slack.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([renderSlack(notice)]);
    expect(slack.received[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['the rate limit passes', 429, 'rate_limited', Transient, /429 rate_limited/],
    ['a fault of Slack’s passes', 500, 'rollup_error', Transient, /500 rollup_error/],
    ['overload passes', 503, '<html>busy</html>', Transient, /503 no reason given/],
    ['a dead token needs a new webhook', 403, 'invalid_token', Rejected, /invalid_token; make a new incoming webhook/],
    ['a removed app needs a new webhook', 404, 'no_service', Rejected, /no_service; make a new incoming webhook/],
    ['an archived channel needs another one', 410, 'channel_is_archived', Rejected, /choose a living channel/],
    ['a workspace rule needs its owner', 403, 'action_prohibited', Rejected, /workspace's owner/],
    ['a refused message is ours to mend', 400, 'invalid_blocks', Rejected, /report it as a bug/],
    ['a page from somewhere else is not repeated', 404, '<h1>thief@evil.example</h1>', Rejected, /404 no reason given/],
    ['a redirect is not followed', 302, '', Rejected, /302 no reason given/],
  ])('%s', async (_, status, body, kind, text) => {
    slack.answer({ status, body, headers: { location: `${origin}/elsewhere` } });
    const failure = await failureOf(slackSender({ vault }).deliver(notice));
    expect(failure).toBeInstanceOf(kind);
    expect(failure.message).toMatch(text);
    expect(failure.message).not.toContain('s3cr3t');
    expect(slack.received).toHaveLength(1);
  });

  it('a cut connection passes, and the secret address is not named', async () => {
    slack.answer();
    const failure = await failureOf(slackSender({ vault }).deliver(notice));
    expect(failure).toBeInstanceOf(Transient);
    expect(failure.message).toMatch(/^Slack, shop 7495510238846614801: no answer \(\w+\)$/);
  });

  it.each([
    ['no address', undefined],
    ['an address without encryption', 'http://hooks.slack.example/services/T/B/X'],
    ['no address at all', 'javascript:alert(1)'],
  ])('%s is for a person to mend', async (_, url) => {
    const other = new FakeSellerVault();
    if (url !== undefined) await other.storeChannelSecret(notice.shop.id, 'slack', url);
    const failure = await failureOf(slackSender({ vault: other }).deliver(notice));
    expect(failure).toBeInstanceOf(Rejected);
    expect(failure.message).not.toContain('hooks.slack.example');
  });
});
