import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer } from '../../shared/adapters/mailer.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { Mail } from '../../shared/ports/messaging.ts';
import { noticeNamed } from './notices.ts';
import { Receiver } from './receiver.ts';
import type { Answer } from './receiver.ts';

const accepted: Answer = {
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0100-1</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendRawEmailResponse>',
};

function refused(status: number, code: string, message: string): Answer {
  const type = status >= 500 ? 'Receiver' : 'Sender';
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  };
}

const mail: Mail = {
  to: ['owner@shop.example'],
  subject: 'Harbour Lane: 3 严重',
  html: '<p>page</p>',
  text: 'text',
  attachments: [{ filename: 'lines.csv', contentType: 'text/csv; charset=utf-8', content: '\uFEFF订单号\r\n1\r\n' }],
};

describe('the mailer over SES', () => {
  const ses = new Receiver();
  let endpoint = '';

  beforeAll(async () => {
    endpoint = await ses.open();
  });
  afterAll(() => ses.close());

  function mailer() {
    const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };
    const access = { endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 };
    return createMailer({ from: 'alerts@tidewatch.example', ses: access });
  }

  function calls() {
    return ses.received.map(({ body }) => {
      const form = new URLSearchParams(body);
      const to = [...form].filter(([key]) => key.startsWith('Destinations.member.')).map(([, value]) => value);
      const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('utf8');
      return { action: form.get('Action'), source: form.get('Source'), to, raw };
    });
  }

  it('sends one raw message and answers its id', async () => {
    ses.answer(accepted);
    expect(await mailer().send(mail)).toBe('0100-1');
    expect(calls()).toMatchObject([
      { action: 'SendRawEmail', source: 'alerts@tidewatch.example', to: ['owner@shop.example'] },
    ]);
  });

  it('carries page, text and table, and keeps automatic replies away', async () => {
    ses.answer(accepted);
    await mailer().send(mail);
    const raw = calls()[0]?.raw ?? '';
    expect(raw).toContain('From: alerts@tidewatch.example');
    expect(raw).toContain('To: owner@shop.example');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(raw).toContain('Content-Type: text/html; charset=utf-8');
    expect(raw).toMatch(/Content-Disposition: attachment; filename=lines\.csv/);
    expect(raw.replaceAll(/\s/g, '')).toContain(Buffer.from('\uFEFF订单号\r\n1\r\n').toString('base64'));
    expect(raw).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('a whole notice arrives with headers of its own only', async () => {
    ses.answer(accepted);
    const notice = noticeNamed('sweep', 'en');
    const shop = { ...notice.shop, name: 'Lane\r\nBcc: thief@evil.example\r\n\r\nHello' };
    await mailer().send(renderMail({ ...notice, shop }));
    const [head] = (calls()[0]?.raw ?? '').split('\r\n\r\n');
    const names = (head ?? '').split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
    expect(new Set(names)).toEqual(
      new Set([
        'From',
        'To',
        'Subject',
        'Date',
        'Message-ID',
        'MIME-Version',
        'Content-Type',
        'Auto-Submitted',
        'X-Auto-Response-Suppress',
        'List-Unsubscribe',
      ]),
    );
  });

  it('sends answers where the mail says, and nowhere else', async () => {
    ses.answer(accepted);
    await mailer().send({ ...mail, replyTo: 'operations@shop.example\r\nBcc: thief@evil.example' });
    await mailer().send({ ...mail, replyTo: 'operations@shop.example' });
    await mailer().send(mail);
    const [forged, asked, plain] = calls().map(({ raw }) => raw.replaceAll('\r\n ', ' '));
    expect(forged).not.toMatch(/^Bcc:/m);
    expect(asked).toMatch(/^Reply-To: operations@shop\.example\r$/m);
    expect(plain).not.toContain('Reply-To');
  });

  it('says how to be left alone, of the mails that nobody asked for one by one', async () => {
    ses.answer(accepted);
    await mailer().send({ ...mail, unsubscribe: 'unsubscribe 7495\r\nBcc: x' });
    await mailer().send(mail);
    const [first, second] = calls().map(({ raw }) => raw.replaceAll('\r\n ', ' '));
    expect(first).toContain(
      'List-Unsubscribe: <mailto:alerts@tidewatch.example?subject=unsubscribe%207495%0D%0ABcc%3A%20x>',
    );
    expect(second).not.toContain('List-Unsubscribe');
  });

  it('never reads a file or an address that a text names', async () => {
    ses.answer(accepted);
    await mailer().send({ ...mail, html: '<img src="file:///etc/passwd">', text: 'file:///etc/passwd' });
    expect(calls()[0]?.raw).not.toContain('root:');
  });

  it.each([
    ['a rate limit passes', refused(400, 'Throttling', 'Maximum sending rate exceeded.'), Transient, /Throttling/],
    ['a daily quota passes', refused(454, 'Throttling', 'Daily message quota exceeded.'), Transient, /Throttling/],
    ['a fault of theirs passes', refused(500, 'InternalFailure', 'oops'), Transient, /500/],
    ['overload passes', refused(503, 'ServiceUnavailable', 'busy'), Transient, /503/],
    [
      'an unverified address tells what to verify',
      refused(
        400,
        'MessageRejected',
        'Email address is not verified. The following identities failed the check in region EU-WEST-1: owner@shop.example',
      ),
      Rejected,
      /verify the sender in SES; while the account is in the SES sandbox every recipient/,
    ],
    [
      'a paused account tells where to look',
      refused(400, 'AccountSendingPausedException', 'paused'),
      Rejected,
      /sending is paused/,
    ],
    [
      'a broken MAIL FROM domain tells what to mend',
      refused(400, 'MailFromDomainNotVerifiedException', 'x'),
      Rejected,
      /MX record/,
    ],
    [
      'a missing grant tells which',
      refused(403, 'AccessDenied', 'User arn:aws:… is not authorized'),
      Rejected,
      /grant ses:SendRawEmail/,
    ],
    [
      'anything else refused is for a person',
      refused(400, 'InvalidParameterValue', 'bad owner@shop.example'),
      Rejected,
      /InvalidParameterValue \(400\)/,
    ],
  ])('%s', async (_, answer, kind, text) => {
    ses.answer(answer);
    const failure = await failureOf(mailer().send(mail));
    expect(failure).toBeInstanceOf(kind);
    expect(failure.message).toMatch(text);
    expect(failure.message).not.toContain('@');
    const closesTheChannel = /verify the sender|sending is paused|MX record|grant/.test(failure.message);
    if (failure instanceof Rejected) expect(failure.about).toBe(closesTheChannel ? 'credential' : 'request');
  });

  it('a cut connection passes', async () => {
    ses.answer();
    expect(await failureOf(mailer().send(mail))).toBeInstanceOf(Transient);
  });

  it('a mail to nobody is a mistake of the configuration', async () => {
    ses.answer(accepted);
    expect(await failureOf(mailer().send({ ...mail, to: [] }))).toBeInstanceOf(Rejected);
    expect(ses.received).toHaveLength(0);
  });
});

async function failureOf(sending: Promise<unknown>): Promise<Error> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it did not fail');
}
