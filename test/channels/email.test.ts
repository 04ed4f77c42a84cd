import { describe, expect, it } from 'vitest';
import { emailSender, renderMail } from '../../shared/channels/email.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { aNotice } from '../support/a-notice.ts';
import { FakeLongLists } from '../support/fake-long-lists.ts';
import { FakeMailer } from '../support/fake-mailer.ts';
import { confirmOverdue, confirmSoon, gap, lateDelivery, many, noticeNamed, pickupOverdue, stale } from './notices.ts';
import { readCsv } from './read-csv.ts';

describe.each(locales)('a notice as e-mail in %s', (locale) => {
  const mail = renderMail(noticeNamed('sweep', locale));

  it('goes to the channel’s readers', () => {
    expect(mail.to).toEqual(['owner@shop.example']);
  });

  it('names its language, both colour schemes and what an inbox shows beside the subject', () => {
    expect(mail.html).toContain(`<html lang="${locale}"`);
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark"');
    expect(mail.html).toContain('@media (prefers-color-scheme:dark)');
    expect(mail.html).toMatch(/<div\s[^>]*display:none[^>]*>[^<]+\(1\)/);
  });

  it('says what, how many, by when and the first thing to do before any line', () => {
    const lines = mail.text.split('\n');
    const firstLine = lines.findIndex((line) => line.startsWith('== '));
    const head = lines.slice(0, firstLine).join('\n');
    expect(firstLine).toBeLessThanOrEqual(16);
    expect(head).toMatch(locale === 'en' ? /3 critical, 3 breached, 2 due soon/ : /严重 3，异常 3，预警 2/);
    expect(head).toMatch(
      locale === 'en' ? /Next deadline: Thu 15 Jan, 20:20.*20 minutes left/ : /最近的时限：.*20:20.*剩余 20 分钟/,
    );
    expect(head).toMatch(locale === 'en' ? /Do this first/ : /先做这件事/);
  });

  it('attaches every line as a table', () => {
    const rows = readCsv(mail.attachments[0]?.content ?? '');
    expect(rows).toHaveLength(11);
    expect(rows.slice(1, 3).map(([order]) => order?.trim())).toEqual(['578230114599810004', '578230114599810006']);
  });

  it('a hundred lines of many kinds stay below the size at which Gmail cuts', () => {
    const kinds = [stale, confirmOverdue, confirmSoon, pickupOverdue, gap, lateDelivery];
    const lines = many(100).map((line, index): NoticeLine => ({ ...line, ...kinds[index % kinds.length] }));
    // As long as on AWS.
    const address = `https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws/act/${'x'.repeat(180)}`;
    const linked = lines.map((line) => ({ ...line, links: { acknowledge: address, choose: address } }));
    const { html } = renderMail(aNotice({ lines: linked, channel: { id: 'email', kind: 'email', locale, to: [] } }));
    expect(Buffer.byteLength(html)).toBeLessThan(102_400 * 0.9);
  });
});

it('a notice without lines has no table', () => {
  expect(renderMail(aNotice({ lines: [], kind: 'first-look' })).attachments).toEqual([]);
});

it('is sent by the mailer, whose reference is kept', async () => {
  const mailer = new FakeMailer();
  expect(await emailSender({ mailer, lists: new FakeLongLists() }).deliver(noticeNamed('solved', 'en'))).toBe('mail-1');
  expect(mailer.sent.map(({ subject }) => subject)).toEqual(['[Harbour Lane UK] 2 solved, nothing new']);
});

describe('a flood', () => {
  const flood = noticeNamed('flood', 'en');
  async function sent(lists: FakeLongLists) {
    const mailer = new FakeMailer();
    await emailSender({ mailer, lists }).deliver(flood);
    return mailer.sent[0];
  }

  it('is one summary, and every line of it stands in the table', async () => {
    const lists = new FakeLongLists();
    await lists.put(flood.shop.id, flood.list ?? '', many(412));
    const mail = await sent(lists);
    expect(mail?.subject).toContain('412 changes at once');
    expect(mail?.attachments[0]?.content.trimEnd().split('\n')).toHaveLength(1 + 412);
    expect(mail?.text).toContain('All 412 lines are in the attached table (CSV).');
    expect(mail?.text).not.toContain('did not fit');
    expect(Buffer.byteLength(mail?.html ?? '')).toBeLessThan(102_400 * 0.8);
  });

  it('keeps the links of the lines that carry them', async () => {
    const lists = new FakeLongLists();
    await lists.put(flood.shop.id, flood.list ?? '', many(412));
    const mailer = new FakeMailer();
    const links = { acknowledge: 'https://door.example/act/1', choose: 'https://door.example/act/2' };
    const lines = flood.lines.map((line) => ({ ...line, links }));
    await emailSender({ mailer, lists }).deliver({ ...flood, lines });
    expect(mailer.sent[0]?.html.match(/act\/1/g)?.length).toBeGreaterThan(5);
  });

  it('whose list has gone says how many are left out', async () => {
    const mail = await sent(new FakeLongLists());
    expect(mail?.text).toContain('All 100 lines are in the attached table (CSV).');
    expect(mail?.text).toContain('312 more findings did not fit into this message');
  });
});
