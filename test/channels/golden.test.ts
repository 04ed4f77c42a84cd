import { describe, it } from 'vitest';
import { renderMail } from '../../shared/channels/email.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { locales } from '../../shared/domain/shop.ts';
import { expectGolden } from './golden.ts';
import { noticeNamed } from './notices.ts';

const names = ['sweep', 'first-look', 'backfill', 'outage', 'solved', 'flood'] as const;
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
});
