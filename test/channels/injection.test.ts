import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { renderWebhook } from '../../shared/channels/webhook.ts';
import { NoticeDocument } from '../../shared/channels/webhook/notice-document.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import type { NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { Locale } from '../../shared/domain/shop.ts';
import { aNotice, noCounts } from '../support/a-notice.ts';
import { feedSilent, keyExpiring, pickupOverdue, scanned, stale } from './notices.ts';
import { readCsv } from './read-csv.ts';

const attacks = [
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['an attribute', `" onmouseover="alert(1)" x='`],
  ['a comment and a closing style', '--><![endif]--></style><h1>'],
  ['an entity', '&lt;script&gt;&#x3c;b&#x3e;'],
  ['a template of another language', '{{constructor}}${1}<%= 1 %>'],
  ['a spreadsheet formula', '=HYPERLINK("http://evil.example","pay here")'],
  ['a full-width formula', '＝cmd|calc'],
  ['a plus formula after blanks', '  +1+cmd|calc'],
  ['Slack formatting', '*bold* _italic_ ~struck~ `code` ```block```'],
  ['a Slack mention and link', '<!channel> <@U123|boss> <https://evil.example|Order 1>'],
  ['a Slack emoji', ':rotating_light: :+1:'],
  ['right-to-left marks', 'invoice\u202Egpj.exe\u2066\u200F\u061C\u2069'],
  ['right-to-left letters', 'شحنة مجهولة'],
  ['invisible characters', 'Roy\u200Bal\u00AD \uFEFFMail\u{E0041}'],
  ['line breaks', 'one\r\ntwo\nthree\u2028four\u0085five\u000Bsix'],
  ['a header', 'x\r\nBcc: thief@evil.example\r\n\r\nbody'],
  ['control characters', 'bell\u0007 null\u0000 escape\u001B[31m'],
  ['a lone surrogate', 'half \uD83D of a face'],
  ['emoji', '📦👨‍👩‍👧🇬🇧'],
  ['ten kilobytes', 'A'.repeat(10_240)],
  ['ten kilobytes of combining marks', `Z${'\u0301'.repeat(10_240)}`],
] as const;

/** Every field that someone outside can fill, filled. */
function poisoned(text: string, locale: Locale): NoticeRequest {
  const spoiled = (line: NoticeLine): NoticeLine => ({
    ...line,
    order: text,
    parcel: text,
    carrier: text,
    number: text,
    ...(line.lastEvent ? { lastEvent: { at: line.lastEvent.at, text } } : {}),
    amount: text,
    currency: text,
  });
  const facts = { name: text, owner: text, because: text };
  return aNotice({
    shop: { id: text, name: text, market: text, zone: 'Europe/London' },
    run: text,
    channel: { id: `email:${locale}`, kind: 'email', locale, to: ['owner@shop.example'] },
    counts: { ...noCounts, opened: 4, resolved: 1, critical: 2, breach: 2 },
    lines: [
      spoiled(stale),
      {
        ...spoiled(pickupOverdue),
        check: text,
        stage: text,
        deadline: { at: stale.since, source: { kind: 'clause', pack: text, clause: text } },
        remedy: text,
      },
      { ...keyExpiring, facts, subject: { kind: 'credential', id: text } },
      { ...feedSilent, facts },
      spoiled(scanned),
    ],
  });
}

/** The tags of a page, as a browser would see them, without where the links lead. */
function tags(page: string): readonly string[] {
  return Array.from(page.matchAll(/<[^>]*>/g), ([tag]) =>
    tag.replace(/href="https:[^"<>]*"/, 'href').replace(/\n/g, ' '),
  );
}

const forbidden = /(?!\n)[\p{Cc}\p{Bidi_Control}\u200B\u00AD\uFEFF\u{E0041}\u2028\u2029]/u;

const cases = attacks.flatMap(([name, text]) => locales.map((locale) => ({ name, text, locale })));

describe.each(cases)('$name from outside, in $locale', ({ text, locale }) => {
  const mail = renderMail(poisoned(text, locale));
  const harmless = renderMail(poisoned('Evri', locale));
  const message = renderSlack(poisoned(text, locale));

  it('adds no tag and no attribute to the page', () => {
    expect(tags(mail.html)).toEqual(tags(harmless.html));
  });

  it('leaves no control or invisible character in page, text, subject, Slack', () => {
    const slack = JSON.stringify(message.blocks).replaceAll(String.raw`\n`, '\n');
    for (const made of [mail.html, mail.text, mail.subject, slack, message.text]) {
      expect(made).not.toMatch(forbidden);
      expect(made.isWellFormed()).toBe(true);
    }
  });

  it('adds no line to the text and none to the subject', () => {
    expect(mail.text.split('\n')).toHaveLength(harmless.text.split('\n').length);
    expect(mail.subject).not.toContain('\n');
    expect(mail.subject.length).toBeLessThanOrEqual(300);
  });

  it('stays of a size that arrives', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_400);
    expect(JSON.stringify(message).length).toBeLessThan(20_000);
  });

  it('runs as no formula and moves no cell of the table', () => {
    const [table] = mail.attachments;
    const rows = readCsv(table?.content ?? '');
    expect(rows).toHaveLength(6);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(table?.filename).toMatch(/^[A-Za-z0-9-]+\.csv$/);
  });

  it('forms no link, mention, formatting or emoji of its own in Slack', () => {
    const texts = [message.text, ...message.blocks.flatMap(slackTexts)];
    for (const made of texts) {
      const rest = made.replace(/<https:\/\/seller\.tiktokglobalshop\.com\/[^|<>]*\|[^<>|]*>/g, '');
      expect(rest).not.toMatch(/[<>`~]/);
      expect(rest).not.toMatch(/&(?!amp;|lt;|gt;)/);
      expect(rest).not.toMatch(/:[a-z_+-]+:/);
      // Our own bold stands around whole labels: pairs only, none from outside.
      expect(made.replace(/^(• )?\*[^*\n]+\*/gm, '')).not.toContain('*');
    }
    expect(message.blocks).toHaveLength(renderSlack(poisoned('Evri', locale)).blocks.length);
  });
});

/** What is left of a robot's text without the links and bold heads that are ours. */
function withoutOurs(markdown: string): string {
  return markdown
    .replace(/^#### /, '')
    .replace(/\[([^\]\n]*)\]\(https:\/\/seller\.tiktokglobalshop\.com\/[^()<>\s]*\)/g, '$1')
    .replace(/^(• )?\*\*([^*\n]+)\*\*/gm, '$2');
}

/** Every line begins with a word of ours, so none can begin a list, a heading, a quote or a rule. */
const begins = /^(?![-+>#=]|\d+[.)] )/;

describe.each(cases)('$name from outside, in the robots of $locale', ({ text, locale }) => {
  const notice = poisoned(text, locale);
  const wecom = renderWeCom(notice).markdown.content;
  const dingtalk = renderDingTalk(notice).markdown;
  const feishu = renderFeishu(notice);
  const card = feishu.card.elements.map(({ content }) => content).join('\n');

  it('forms no link, mention, formatting or tag of its own', () => {
    for (const made of [wecom, dingtalk.text, dingtalk.title]) {
      expect(withoutOurs(made)).not.toMatch(/[*~`<>[\]|\\#@]|:\/\/|&#?\w+;/);
    }
    const rest = withoutOurs(card).replace(/&#\d+;/g, '');
    expect(rest).not.toMatch(/[*~`<>[\]|\\#@!$&]|:\/\//);
    expect(feishu.card.header.title.content).not.toMatch(/:\/\/|@/);
  });

  it('begins no line of its own and leaves no invisible character', () => {
    for (const made of [wecom, dingtalk.text.slice(5), card]) {
      expect(made).not.toMatch(forbidden);
      expect(made.isWellFormed()).toBe(true);
      for (const line of made.split('\n')) expect(line).toMatch(begins);
    }
    for (const made of [dingtalk.title, feishu.card.header.title.content]) expect(made).not.toMatch(/\n/);
  });

  it('stays within the limits', () => {
    expect(Buffer.byteLength(wecom)).toBeLessThanOrEqual(4_096);
    expect(Buffer.byteLength(JSON.stringify(renderDingTalk(notice)))).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(JSON.stringify(feishu))).toBeLessThanOrEqual(19_800);
  });

  it('keeps the document of a webhook of its form, and each text short', () => {
    const document = renderWebhook(notice);
    expect(NoticeDocument.parse(document)).toEqual(document);
    expect(JSON.stringify(document)).not.toMatch(forbidden);
    expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(32_000);
  });
});

function slackTexts(block: ReturnType<typeof renderSlack>['blocks'][number]): readonly string[] {
  switch (block.type) {
    case 'header':
    case 'section':
      return [block.text.text];
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'divider':
      return [];
  }
}
