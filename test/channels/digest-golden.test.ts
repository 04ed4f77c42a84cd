import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { renderWebhook } from '../../shared/channels/webhook.ts';
import { DigestDocument } from '../../shared/channels/webhook/digest-document.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import { locales } from '../../shared/domain/shop.ts';
import { digestNamed } from './digests.ts';
import { expectGolden } from './golden.ts';

const names = ['busy', 'quiet', 'blind', 'week', 'first-week'] as const;
const renderings = names.flatMap((name) => locales.map((locale) => ({ name, locale })));

describe.each(renderings)('digest $name in $locale', ({ name, locale }) => {
  it('has the stored HTML, subject and text', () => {
    const mail = renderMail(digestNamed(name, locale));
    expectGolden(`digest-${name}.${locale}.html`, mail.html);
    expectGolden(`digest-${name}.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
    expect(mail.attachments).toEqual([]);
  });

  it('has the stored Slack message', () => {
    const message = renderSlack(digestNamed(name, locale, 'slack'));
    expectGolden(`digest-${name}.${locale}.slack.json`, `${JSON.stringify(message, undefined, 2)}\n`);
  });

  it('has the stored texts of the robots', () => {
    const { content } = renderWeCom(digestNamed(name, locale, 'wecom')).markdown;
    expectGolden(`digest-${name}.${locale}.wecom.md`, content);
    expectGolden(
      `digest-${name}.${locale}.dingtalk.md`,
      renderDingTalk(digestNamed(name, locale, 'dingtalk')).markdown.text,
    );
    const card = renderFeishu(digestNamed(name, locale, 'feishu'));
    expectGolden(`digest-${name}.${locale}.feishu.json`, `${JSON.stringify(card, undefined, 2)}\n`);
  });

  it('has the stored document, which is of the published form', () => {
    const document = renderWebhook(digestNamed(name, locale, 'webhook'));
    expect(DigestDocument.parse(document)).toEqual(document);
    expectGolden(`digest-${name}.${locale}.webhook.json`, `${JSON.stringify(document, undefined, 2)}\n`);
  });
});
