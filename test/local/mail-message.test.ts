import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, it } from 'vitest';
import { parseMail } from '../../infra/local/mail-message.ts';

it('reads back what a composer wrote: both bodies, Chinese, and an attachment with a Chinese name', async () => {
  const html = `<p style="color:#123">三个订单将在 2 小时内超时 — ${'长'.repeat(200)}</p>`;
  const text = 'Three orders = late.\r\n.\r\n三个订单\r\n';
  const csv = 'order,parcel\r\n577086512123755123,包裹一\r\n';
  const raw = await new MailComposer({
    from: '"Tidewatch 看潮" <watch@tidewatch.example>',
    to: ['ops@seller.example', '"运营" <cn@seller.example>'],
    subject: '【紧急】三个订单将在两小时内超过平台的发货时限，请立即处理：英国店铺、美国店铺、泰国店铺',
    html,
    text,
    attachments: [
      { filename: '补充物流 577086512123755123 to 577086512123755999.csv', contentType: 'text/csv', content: csv },
    ],
  })
    .compile()
    .build();
  const mail = parseMail(raw);
  expect(mail.from).toContain('Tidewatch 看潮');
  expect(mail.to).toContain('运营');
  expect(mail.subject).toBe('【紧急】三个订单将在两小时内超过平台的发货时限，请立即处理：英国店铺、美国店铺、泰国店铺');
  expect(mail.html?.trim()).toBe(html);
  expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text.replaceAll('\r\n', '\n').trim());
  expect(mail.attachments).toHaveLength(1);
  expect(mail.attachments[0]).toMatchObject({
    filename: '补充物流 577086512123755123 to 577086512123755999.csv',
    contentType: 'text/csv',
  });
  expect(mail.attachments[0]?.content.toString()).toBe(csv);
});

it.each([
  [
    'quoted-printable in another charset',
    'text/plain; charset=iso-8859-1',
    'quoted-printable',
    'caf=E9 =3D ok=\r\n!',
    'café = ok!',
  ],
  ['base64', 'text/plain; charset="utf-8"', 'base64', '5Lit\r\n5paH', '中文'],
  ['plain bytes', 'text/plain; charset=utf-8', '8bit', 'naïve', 'naïve'],
  ['a charset nobody knows', 'text/plain; charset=x-martian', '7bit', 'hello', 'hello'],
])('reads a single body: %s', (_, type, encoding, body, text) => {
  const raw = `Subject: =?utf-8?Q?caf=C3=A9?=\r\n =?utf-8?B?IOKYlQ==?= now\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  expect(parseMail(Buffer.from(raw))).toMatchObject({ subject: 'café ☕ now', text, attachments: [] });
});
