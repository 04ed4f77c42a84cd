import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMail, type MailMessage } from '../../infra/local/mail-message.ts';

/** Every mail that lies in an outbox folder, in the order of sending. */
export function sentMails(outbox: string): readonly MailMessage[] {
  return readdirSync(outbox)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .map((name) => parseMail(readFileSync(join(outbox, name))));
}

/** What tells two mails apart: to whom, and about what. */
export function mailKey({ to, subject }: Pick<MailMessage, 'to' | 'subject'>): string {
  return `${to}: ${subject}`;
}
