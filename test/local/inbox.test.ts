import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SendEmailCommand, SendRawEmailCommand, SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStack, type LocalStack } from '../../infra/local/stack.ts';
import { tinyFolder, type TinyFolder } from './tiny-assembly.ts';

const sender = 'watch@tidewatch.example';
const hostile = '<script>alert("x")</script>';
let folder: TinyFolder;
let stack: LocalStack;
let ses: SESClient;

beforeAll(async () => {
  folder = tinyFolder();
  const stale = join(folder.options.outboxDir, '20260101T000000000Z-0001-old.eml');
  await startStack(folder.options).then((first) => first.stop());
  writeFileSync(stale, 'of an earlier run');
  writeFileSync(join(folder.options.outboxDir, 'mine.txt'), 'a file of somebody else');
  stack = await startStack({ ...folder.options, verifiedSenders: [sender, 'seller.example'] });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  ses = new SESClient({ endpoint: stack.gatewayUrl, region: 'us-east-1', credentials });
});

afterAll(async () => {
  ses.destroy();
  await stack.stop();
  folder.remove();
});

function email(more: { Source?: string; ToAddresses?: string[]; html?: string; subject?: string } = {}) {
  return new SendEmailCommand({
    Source: more.Source ?? `Tidewatch <${sender}>`,
    Destination: { ToAddresses: more.ToAddresses ?? ['seller@shop.example'] },
    Message: {
      Subject: { Data: more.subject ?? '三个订单 late' },
      Body: { Html: { Data: more.html ?? '<p>late</p>' }, Text: { Data: 'three are late' } },
    },
  });
}

async function get(path: string): Promise<{ status: number; headers: Headers; body: string }> {
  const response = await fetch(`${stack.inboxUrl}${path}`);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

function postToSlack(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(stack.channelSecret('slack', 'shop one'), { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('SES', () => {
  it('keeps a mail and answers its id', async () => {
    const { MessageId } = await ses.send(email());
    const mail = stack.mails().at(-1);
    expect(mail).toMatchObject({
      id: MessageId,
      subject: '三个订单 late',
      html: expect.stringContaining('<p>late</p>') as unknown,
      recipients: ['seller@shop.example'],
    });
  });

  it.each([
    ['a sender nobody has verified', email({ Source: 'stranger@elsewhere.example' }), 'MessageRejected'],
    [
      'more than 50 recipients',
      email({ ToAddresses: Array.from({ length: 51 }, (_, n) => `s${n}@x.example`) }),
      'MessageRejected',
    ],
    ['a mail to nobody', email({ ToAddresses: [] }), 'InvalidParameterValue'],
  ])('refuses %s', async (_, command, name) => {
    const before = stack.mails().length;
    await expect(ses.send(command)).rejects.toMatchObject({ name });
    expect(stack.mails()).toHaveLength(before);
  });

  it('refuses operations it does not know, at once', async () => {
    const command = new VerifyEmailIdentityCommand({ EmailAddress: sender });
    await expect(ses.send(command)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  it('takes raw mails with attachments, from any address of a verified domain', async () => {
    const raw = await new MailComposer({
      from: 'bot@seller.example',
      to: 'ops@seller.example',
      subject: 'CSV',
      html: '<p>see attachment</p>',
      attachments: [{ filename: '订单 1.csv', contentType: 'text/csv', content: 'order\r\n1\r\n' }],
    })
      .compile()
      .build();
    const { MessageId } = await ses.send(new SendRawEmailCommand({ RawMessage: { Data: raw } }));
    const download = await get(`/mails/${MessageId}/attachments/0`);
    expect(download.body).toBe('order\r\n1\r\n');
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('订单 1.csv')}`,
    );
    const listed = JSON.parse((await get('/api/mails')).body) as { id: string; attachments: unknown }[];
    expect(listed.find(({ id }) => id === MessageId)?.attachments).toEqual([
      { filename: '订单 1.csv', contentType: 'text/csv', bytes: 10, url: `/mails/${MessageId}/attachments/0` },
    ]);
  });

  it('leaves a copy of every mail in the outbox, and of nothing older', async () => {
    await ses.send(email({ subject: 'For the outbox' }));
    const files = readdirSync(folder.options.outboxDir).filter((name) => !name.includes('slack'));
    expect(files.filter((name) => name.endsWith('.eml'))).toHaveLength(stack.mails().length);
    expect(files).toContain('mine.txt');
    const page = files.find((name) => name.endsWith('for-the-outbox.html')) ?? '';
    expect(readFileSync(join(folder.options.outboxDir, page), 'utf8')).toContain('<p>late</p>');
  });
});

describe('pages', () => {
  let id: string;
  beforeEach(async () => {
    const { MessageId = '' } = await ses.send(email({ subject: hostile, html: `<p>hi</p>${hostile}` }));
    id = MessageId;
  });

  it.each([
    ['the list', () => '/'],
    ['a mail', () => `/mails/${id}`],
  ])('escape what they show: %s', async (_, path) => {
    const { status, headers, body } = await get(path());
    expect(status).toBe(200);
    expect(body).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(body).not.toContain('<script');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('show a mail in a sandbox, and alone without scripts', async () => {
    expect((await get(`/mails/${id}`)).body).toMatch(
      new RegExp(`<iframe\\s+sandbox="allow-popups allow-popups-to-escape-sandbox"\\s+src="/mails/${id}/html"`),
    );
    const alone = await get(`/mails/${id}/html`);
    expect(alone.body).toContain('<p>hi</p>');
    expect(alone.headers.get('content-security-policy')).toMatch(
      /default-src 'none';.*sandbox allow-popups allow-popups-to-escape-sandbox;/,
    );
    expect((await get(`/mails/${id}/text`)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await get(`/mails/${id}/source`)).body).toContain('Subject:');
  });

  it('answer one mail as JSON', async () => {
    const mail: unknown = JSON.parse((await get(`/api/mails/${id}`)).body);
    expect(mail).toMatchObject({ id, subject: hostile, from: `Tidewatch <${sender}>`, htmlUrl: `/mails/${id}/html` });
  });

  it.each(['/mails/nobody', '/messages/nobody', '/api/mails/nobody', '/api/nothing', '/nothing', '/%', '/mails/%E4'])(
    'say that %s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('Slack', () => {
  it('takes a message and shows it', async () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: `Late ${hostile}` } },
      { type: 'section', text: { type: 'mrkdwn', text: '*2 orders* pass their line at <https://x.example/|18:00>' } },
      { type: 'divider' },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'run 1' }] },
    ];
    const answer = await postToSlack({ text: '2 orders are late', blocks });
    expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
    const message = stack.messages().at(-1);
    expect(message).toMatchObject({ kind: 'slack', name: 'shop one', payload: { text: '2 orders are late', blocks } });
    const { body } = await get(`/messages/${message?.id}`);
    expect(body).toContain('<h2>Late &lt;script&gt;');
    expect(body).toContain('<strong>2 orders</strong>');
    expect(body).toContain('href="https://x.example/"');
    expect(body).toContain('<hr />');
    expect((await get('/')).body).toContain('2 orders are late');
    expect(JSON.parse((await get('/api/messages')).body)).toMatchObject([{ title: '2 orders are late' }]);
    expect(
      readdirSync(folder.options.outboxDir).some((name) => name.endsWith('slack-shop-one-2-orders-are-late.json')),
    ).toBe(true);
  });

  it('refuses what Slack would refuse, in its words', async () => {
    const answer = await postToSlack({ text: 'x', blocks: [{ type: 'section' }] });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      'invalid_blocks: blocks.0: a section needs text or fields',
    ]);
  });

  it('shows a robot’s message as its group would, and nothing of it as markup', async () => {
    const { url } = JSON.parse(stack.channelSecret('wecom', 'shop one')) as { readonly url: string };
    const content = `**2 orders** ${hostile}\n\n[18:00](https://x.example/)`;
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { content } });
    const answer = await fetch(url, { method: 'POST', body });
    expect(await answer.json()).toEqual({ errcode: 0, errmsg: 'ok' });
    const shown = await get(`/messages/${stack.messages().at(-1)?.id}`);
    expect(shown.body).toContain('<h1>WeCom: shop one</h1>');
    expect(shown.body).toContain('<strong>2 orders</strong> &lt;script&gt;');
    expect(shown.body).toContain('<a href="https://x.example/" rel="noreferrer noopener">18:00</a>');
    expect(readdirSync(folder.options.outboxDir).some((name) => name.includes('-wecom-shop-one-2-orders'))).toBe(true);
  });

  it('knows no receiver of a kind that nobody wrote', () => {
    expect(() => stack.channelSecret('pager', 'x')).toThrow('channels of kind pager');
  });

  it('takes nothing from web pages elsewhere', async () => {
    expect((await postToSlack({ text: 'x' }, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

it('counts what was sent since the last reset', async () => {
  await stack.resetCounters();
  await ses.send(email());
  expect(await stack.counters()).toMatchObject({ mails: 1, messages: 0 });
});
