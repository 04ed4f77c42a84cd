import type { SESClient } from '@aws-sdk/client-ses';
import { oneLine } from '../domain/one-line.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Mail, Mailer } from '../ports/messaging.ts';

/** Where SES is reached and as whom; what is left out comes from the environment. */
interface SesAccess {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts?: number;
}

export interface MailerOptions {
  /** Must be verified in SES: `Tidewatch <alerts@example.com>` or the bare address. */
  readonly from: string;
  readonly ses?: SesAccess;
}

/** Sends over SES, which takes at most 50 recipients a mail. */
export function createMailer({ from, ses }: MailerOptions): Mailer {
  let client: Promise<SESClient> | undefined;
  return {
    async send(mail) {
      if (mail.to.length === 0) throw new Rejected('mail has no recipient');
      client ??= openClient(ses);
      return sendRaw(await client, from, mail.to, await compose(mail, from));
    },
  };
}

/** Loaded at the first send: a function that has nothing to send does not pay for it. */
async function openClient(ses: SesAccess = {}): Promise<SESClient> {
  const { SESClient } = await import('@aws-sdk/client-ses');
  // No retries of its own: a mail whose answer was lost would go out twice. The queue tries again.
  return new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 },
    ...ses,
  });
}

async function compose(mail: Mail, from: string): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const message = new MailComposer({
    from,
    to: [...mail.to],
    ...(mail.replyTo !== undefined && { replyTo: oneLine(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    // Keeps out-of-office replies away (RFC 3834).
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.unsubscribe !== undefined && { 'List-Unsubscribe': `<${wish(from, mail.unsubscribe)}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
}

/** A wish to be left alone is written to the sender, whose people take the address off the shop (RFC 2369). */
function wish(from: string, subject: string): string {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return `mailto:${address}?subject=${encodeURIComponent(subject)}`;
}

async function sendRaw(client: SESClient, from: string, to: readonly string[], data: Uint8Array): Promise<string> {
  const { SendRawEmailCommand } = await import('@aws-sdk/client-ses');
  const command = new SendRawEmailCommand({ Source: from, Destinations: [...to], RawMessage: { Data: data } });
  try {
    const { MessageId } = await client.send(command);
    return MessageId ?? '';
  } catch (error) {
    throw sesFault(error);
  }
}

const passing = /throttl|limitexceeded|toomanyrequests|timeout|serviceunavailable|internal|slowdown/i;

/** SES's own texts name addresses, so only the error's name and our advice are passed on. */
function sesFault(error: unknown): Error {
  if (!(error instanceof Error)) return new Transient('SES: unknown failure');
  const status = statusOf(error);
  // No status: the request never got an answer (connection refused, reset, timed out).
  if (status === undefined || status >= 500 || status === 429 || passing.test(error.name)) {
    return new Transient(`SES: ${error.name}${status === undefined ? ', no answer' : ` (${status})`}`);
  }
  return new Rejected(`SES: ${error.name} (${status}); ${advice(error)}`, isOurs(error) ? 'credential' : 'request');
}

function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** Sender, account or permission: no other mail would get through either. */
function isOurs({ name, message }: Error): boolean {
  return name === 'MessageRejected' ? /not verified/i.test(message) : /NotVerified|Paused|AccessDenied/.test(name);
}

function advice({ name, message }: Error): string {
  if (name === 'MessageRejected' && /not verified/i.test(message)) {
    return 'an identity is not verified in this region: verify the sender in SES; while the account is in the SES sandbox every recipient must be verified too, or request production access';
  }
  switch (name) {
    case 'MailFromDomainNotVerifiedException':
      return 'the MX record of the custom MAIL FROM domain cannot be read: mend it or remove the custom domain in SES';
    case 'AccountSendingPausedException':
    case 'ConfigurationSetSendingPausedException':
      return "sending is paused for this account or configuration set: see the SES console's reputation page";
    case 'AccessDenied':
    case 'AccessDeniedException':
      return 'the function may not send: grant ses:SendRawEmail on the sending identity';
    default:
      return 'SES refused the message: see the SES console for the sending identity and account status';
  }
}
