import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { AwsError, type XmlFields } from './aws-answer.ts';
import { sendQuota, verificationOf } from './mail-account.ts';
import { parseMail, type MailMessage } from './mail-message.ts';
import type { Outbox } from './outbox.ts';
import { account } from './template-scope.ts';

/** Per message, To, Cc and Bcc together (Amazon SES quotas, 2026). */
const mostRecipients = 50;

export interface StoredMail extends MailMessage {
  /** As SES names it in its answer. */
  readonly id: string;
  readonly at: Date;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** The stand-in for SES (version 1): sends nothing, keeps everything. */
export class MailSink {
  readonly #verified: ReadonlySet<string>;
  readonly #recipients: ReadonlySet<string> | undefined;
  readonly #outbox: Outbox;
  readonly #mails: StoredMail[] = [];

  /** Verified are addresses or whole domains; without recipients the account has left the SES sandbox. */
  constructor(
    verified: { readonly senders: readonly string[]; readonly recipients?: readonly string[] },
    outbox: Outbox,
  ) {
    this.#verified = identities(verified.senders);
    this.#recipients = verified.recipients && identities([...verified.senders, ...verified.recipients]);
    this.#outbox = outbox;
  }

  /** Oldest first. */
  mails(): readonly StoredMail[] {
    return this.#mails;
  }

  /** Answers one operation of the SES query protocol; throws an AwsError as SES does. */
  async handle(form: URLSearchParams): Promise<XmlFields> {
    const action = form.get('Action');
    switch (action) {
      case 'SendEmail':
        return this.#accept(required(form, 'Source'), await compose(form), recipientsOf(form));
      case 'SendRawEmail':
        return this.#acceptRaw(form);
      case 'GetSendQuota':
        return sendQuota(this.#recipients !== undefined, this.#mails.length);
      case 'GetAccountSendingEnabled':
        return { Enabled: 'true' };
      case 'GetIdentityVerificationAttributes':
        return verificationOf(members(form, 'Identities.member'), this.#recipients ?? this.#verified);
      default:
        throw new AwsError('InvalidAction', `SES ${action} is not known on this machine`);
    }
  }

  #acceptRaw(form: URLSearchParams): { MessageId: string } {
    const raw = Buffer.from(required(form, 'RawMessage.Data'), 'base64');
    const { from, to } = parseMail(raw);
    const named = members(form, 'Destinations.member');
    return this.#accept(form.get('Source') ?? from, raw, named.length > 0 ? named : to.split(','));
  }

  #accept(sender: string, raw: Buffer, recipients: readonly string[]): { MessageId: string } {
    const unverified = [
      ...strangers([sender], this.#verified),
      ...(this.#recipients ? strangers(recipients, this.#recipients) : []),
    ];
    if (unverified.length > 0) {
      throw new AwsError(
        'MessageRejected',
        'Email address is not verified. The following identities failed the check in region ' +
          `${account.region.toUpperCase()}: ${unverified.join(', ')}`,
      );
    }
    if (recipients.length === 0) throw new AwsError('InvalidParameterValue', 'Missing final recipients');
    if (recipients.length > mostRecipients) {
      throw new AwsError('MessageRejected', `Recipient count exceeds ${mostRecipients}.`);
    }
    const mail: StoredMail = { id: randomUUID(), at: new Date(), recipients, raw, ...parseMail(raw) };
    this.#mails.push(mail);
    this.#outbox.write(mail.subject, {
      eml: raw,
      ...(mail.html !== undefined && { html: mail.html }),
      ...(mail.text !== undefined && { txt: mail.text }),
    });
    return { MessageId: mail.id };
  }
}

function identities(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map((text) => text.toLowerCase()));
}

function strangers(texts: readonly string[], verified: ReadonlySet<string>): readonly string[] {
  return texts.map(addressOf).filter((address) => !verified.has(address) && !verified.has(address.replace(/^.*@/, '')));
}

function compose(form: URLSearchParams): Promise<Buffer> {
  const html = form.get('Message.Body.Html.Data');
  const text = form.get('Message.Body.Text.Data');
  return new MailComposer({
    from: required(form, 'Source'),
    to: members(form, 'Destination.ToAddresses.member'),
    cc: members(form, 'Destination.CcAddresses.member'),
    replyTo: members(form, 'ReplyToAddresses.member'),
    subject: required(form, 'Message.Subject.Data'),
    ...(html !== null && { html }),
    ...(text !== null && { text }),
  })
    .compile()
    .build();
}

function recipientsOf(form: URLSearchParams): string[] {
  return ['To', 'Cc', 'Bcc'].flatMap((kind) => members(form, `Destination.${kind}Addresses.member`));
}

function members(form: URLSearchParams, prefix: string): string[] {
  return [...form].filter(([key]) => key.startsWith(`${prefix}.`)).map(([, value]) => value);
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw new AwsError('ValidationError', `${name} is missing`);
  return value;
}

function addressOf(sender: string): string {
  return (/<([^>]+)>/.exec(sender)?.[1] ?? sender).trim().toLowerCase();
}
