import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { renderWebhook } from '../../shared/channels/webhook.ts';
import { NoticeDocument } from '../../shared/channels/webhook/notice-document.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import { locales } from '../../shared/domain/shop.ts';
import { expectGolden } from './golden.ts';
import { noticeNamed } from './notices.ts';

const names = ['sweep', 'first-look', 'backfill', 'outage', 'solved', 'flood', 'causes', 'morning'] as const;
const renderings = names.flatMap((name) => locales.map((locale) => ({ name, locale })));

describe.each(renderings)('notice $name in $locale', ({ name, locale }) => {
  const mail = renderMail(noticeNamed(name, locale));

  it('has the stored HTML', () => {
    expectGolden(`notice-${name}.${locale}.html`, mail.html);
  });

  it('has the stored subject and text', () => {
    expectGolden(`notice-${name}.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
  });

  it('has the stored table', () => {
    expectGolden(`notice-${name}.${locale}.csv`, mail.attachments.map(({ content }) => content).join('\n'));
  });

  it('has the stored Slack message', () => {
    const message = renderSlack(noticeNamed(name, locale, 'slack'));
    expectGolden(`notice-${name}.${locale}.slack.json`, `${JSON.stringify(message, undefined, 2)}\n`);
  });

  it('has the stored text in WeCom', () => {
    expectGolden(`notice-${name}.${locale}.wecom.md`, renderWeCom(noticeNamed(name, locale, 'wecom')).markdown.content);
  });

  it('has the stored text in DingTalk', () => {
    const { title, text } = renderDingTalk(noticeNamed(name, locale, 'dingtalk')).markdown;
    expectGolden(`notice-${name}.${locale}.dingtalk.md`, text);
    expect(text.startsWith(`#### ${title}\n\n`)).toBe(true);
  });

  it('has the stored card in Feishu', () => {
    const message = renderFeishu(noticeNamed(name, locale, 'feishu'));
    expectGolden(`notice-${name}.${locale}.feishu.json`, `${JSON.stringify(message, undefined, 2)}\n`);
  });

  it('has the stored document, which is of the published form', () => {
    const document = renderWebhook(noticeNamed(name, locale, 'webhook'));
    expect(NoticeDocument.parse(document)).toEqual(document);
    expectGolden(`notice-${name}.${locale}.webhook.json`, `${JSON.stringify(document, undefined, 2)}\n`);
  });
});
