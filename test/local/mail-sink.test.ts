import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MailSink } from '../../infra/local/mail-sink.ts';
import { openOutbox } from '../../infra/local/outbox.ts';

const sender = 'watch@tidewatch.example';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidewatch-sink-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function to(...addresses: readonly string[]): URLSearchParams {
  return new URLSearchParams({
    Action: 'SendEmail',
    Source: sender,
    'Message.Subject.Data': 's',
    'Message.Body.Text.Data': 't',
    ...Object.fromEntries(addresses.map((address, n) => [`Destination.ToAddresses.member.${n + 1}`, address])),
  });
}

function aSink(recipients?: readonly string[]): MailSink {
  return new MailSink({ senders: [sender], ...(recipients && { recipients }) }, openOutbox(folder, false));
}

it('in the sandbox refuses a mail to anybody who is not verified, in the words of SES', async () => {
  const sink = aSink(['shop.example']);
  await expect(sink.handle(to('owner@shop.example', 'li@elsewhere.example'))).rejects.toThrow(
    /^Email address is not verified\. The following identities .* US-EAST-1: li@elsewhere\.example$/,
  );
  expect(sink.mails()).toEqual([]);
});

it('in the sandbox takes mail to verified addresses, verified domains and the sender itself', async () => {
  const sink = aSink(['shop.example', 'li@elsewhere.example']);
  await sink.handle(to('owner@shop.example', 'Li Wei <li@elsewhere.example>', sender));
  expect(sink.mails()).toHaveLength(1);
});

it('out of the sandbox takes mail to anybody', async () => {
  const sink = aSink();
  await sink.handle(to('li@elsewhere.example'));
  expect(sink.mails()).toHaveLength(1);
});

it('tells of the account as SES does: its quota, and which identities are verified', async () => {
  const about = (action: string, ...identities: readonly string[]) => {
    const named = identities.map((identity, n) => [`Identities.member.${n + 1}`, identity]);
    return aSink(['shop.example']).handle(new URLSearchParams([['Action', action], ...named]));
  };
  expect(await about('GetSendQuota')).toEqual({ Max24HourSend: '200', MaxSendRate: '1', SentLast24Hours: '0' });
  expect(await aSink().handle(new URLSearchParams({ Action: 'GetSendQuota' }))).toMatchObject({ MaxSendRate: '14' });
  expect(await about('GetIdentityVerificationAttributes', sender, 'shop.example', 'else.example')).toEqual({
    VerificationAttributes: {
      entry: [sender, 'shop.example'].map((key) => ({ key, value: { VerificationStatus: 'Success' } })),
    },
  });
});
