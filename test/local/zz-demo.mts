import { readFileSync, readdirSync, mkdtempSync } from 'node:fs';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { startStack } from '../../infra/local/stack.ts';
import { tinyFolder } from './tiny-assembly.ts';
const folder = tinyFolder();
const stack = await startStack({ ...folder.options, verifiedSenders: ['tidewatch.example'] });
const ses = new SESClient({ endpoint: stack.gatewayUrl, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
const g = 'test/fixtures/golden/';
for (const f of readdirSync(g).filter((n) => n.endsWith('.html'))) {
  const base = f.replace('.html', '');
  let text = 'plain';
  try { text = readFileSync(g + base + '.txt', 'utf8'); } catch {}
  const html = readFileSync(g + f, 'utf8');
  const subject = /<title>([^<]*)/.exec(html)?.[1] ?? base;
  const raw = await new MailComposer({ from: 'Tidewatch <watch@tidewatch.example>', to: ['Ops team <ops@seller.example>'], subject, html, text, ...(base.includes('supplement') && { attachments: [{ filename: '补充物流.csv', content: 'a,b\r\n1,2\r\n' }] }) }).compile().build();
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: raw } }));
}
for (const f of readdirSync(g).filter((n) => n.endsWith('.json'))) {
  const r = await fetch(stack.slackUrl('britain-shop'), { method: 'POST', body: readFileSync(g + f) });
  console.error(f, r.status, await r.text());
}
console.log(JSON.stringify({ inbox: stack.inboxUrl, mail: stack.mails().map((m) => m.id), slack: stack.slackMessages().map((m) => m.id) }));
process.on('SIGTERM', () => void stack.stop().then(() => process.exit()));
