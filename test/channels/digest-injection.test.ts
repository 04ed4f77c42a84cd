import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { renderWebhook } from '../../shared/channels/webhook.ts';
import { DigestDocument } from '../../shared/channels/webhook/digest-document.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import type { DigestRequest } from '../../shared/domain/digest.ts';
import { aDailyDigest, aWeeklyReport } from '../support/a-digest.ts';
import { digests } from './digests.ts';
import { stale } from './notices.ts';

const attacks = [
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['an attribute', `" onmouseover="alert(1)" x='`],
  ['a Slack mention and link', '<!channel> <@U123|boss> <https://evil.example|Order 1>'],
  ['Markdown', '**bold** [pay](https://evil.example) `code` # head @all'],
  ['invisible characters', 'Roy\u200Bal \u202Egpj'],
  ['line breaks', 'one\r\ntwo\u2028three'],
] as const;

/** Every field that someone outside can fill, filled. */
function poisoned(text: string): readonly DigestRequest[] {
  const shop = { id: text, name: text, market: text, zone: 'Europe/London' };
  const line = { ...stale, order: text, carrier: text, number: text, check: text, stage: text };
  const stages = [{ check: text, stage: text, count: 1 }];
  const prevented = { from: digests.busy.now, stages };
  return [
    aDailyDigest({
      shop,
      run: text,
      prevented,
      open: { critical: 1, breach: 0, warning: 0 },
      urgent: [line],
      due: [{ check: text, stage: text, count: 1, next: digests.busy.now }],
      handOver: { count: 1, rows: [{ order: text, carrier: text, attest: [] }] },
    }),
    aWeeklyReport({
      shop,
      run: text,
      prevented,
      lanes: [{ lane: text, carrier: text, week: { late: { count: 1, of: 2 } } }],
    }),
  ];
}

/** The tags of a page, without where the links lead. */
function tags(page: string): readonly string[] {
  return Array.from(page.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/href="https:[^"<>]*"/, 'href'));
}

describe.each(attacks)('%s from outside', (_, text) => {
  const spoiled = poisoned(text);
  const harmless = poisoned('Evri');

  it('adds no tag and no attribute to the page, and no line to the text', () => {
    for (const [place, request] of spoiled.entries()) {
      const other = harmless[place];
      if (!other) throw new Error('the same list');
      expect(tags(renderMail(request).html)).toEqual(tags(renderMail(other).html));
      expect(renderMail(request).text.split('\n')).toHaveLength(renderMail(other).text.split('\n').length);
      expect(renderMail(request).subject).not.toMatch(/[\r\n\u200B\u202E\u2028]/);
    }
  });

  it('forms no link, mention or mark of its own in a chat', () => {
    for (const request of spoiled) {
      const slack = JSON.stringify(renderSlack(request));
      expect(slack).not.toMatch(/<(?:!|@|https?:\/\/evil)/);
      const robots = [renderWeCom(request).markdown.content, renderDingTalk(request).markdown.text];
      const [element] = renderFeishu(request).card.elements;
      for (const content of [...robots, element?.content ?? '']) {
        expect(content).not.toMatch(/\]\((?!https:\/\/seller)|@all|<script|https:\/\/evil(?!.*order_no)/);
      }
    }
  });

  it('leaves the document one of the published form', () => {
    for (const request of spoiled) expect(() => DigestDocument.parse(renderWebhook(request))).not.toThrow();
  });
});
