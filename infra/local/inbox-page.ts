import { html, type Html } from './html.ts';
import type { StoredMail } from './mail-sink.ts';
import type { Taken } from './receivers/receiver.ts';

/** A message as a robot or webhook received it. */
export interface StoredMessage extends Taken {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly label: string;
  /** Whose robot it was sent to. */
  readonly name: string;
  readonly editedAt?: Date;
}

/** Everything that was sent, newest first. */
export function indexPage(mails: readonly StoredMail[], messages: readonly StoredMessage[]): Html {
  const entries = [
    ...mails.map((mail) => ({ at: mail.at, row: mailRow(mail) })),
    ...messages.map((message) => ({ at: message.at, row: messageRow(message) })),
  ]
    .toReversed()
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const counts = `${plural(mails.length, 'mail')}, ${plural(messages.length, 'message')}`;
  return page(
    'Inbox',
    html`<header>
        <h1>Tidewatch inbox</h1>
        <p>${counts}, newest first. All of it was sent, none of it left this machine.</p>
      </header>
      ${
        entries.length === 0
          ? html`<p class="empty">Nothing has been sent yet. This page looks again every 15 seconds.</p>`
          : html`<ol class="list">
              ${entries.map(({ row }) => row)}
            </ol>`
      }`,
  );
}

export function mailPage(mail: StoredMail): Html {
  const base = `/mails/${mail.id}`;
  return page(
    mail.subject,
    html`${back()}
      <header>
        <h1>${mail.subject}</h1>
        <dl>
          <dt>From</dt>
          <dd>${mail.from}</dd>
          <dt>To</dt>
          <dd>${mail.recipients.join(', ')}</dd>
          <dt>Sent</dt>
          <dd>${time(mail.at)}</dd>
        </dl>
        <nav class="actions">
          ${mail.html !== undefined && html`<a class="button" href="${base}/html">Mail alone</a>`}
          <a class="button" href="${base}/source">Source (.eml)</a>
          ${mail.attachments.map(
            ({ filename, content }, index) =>
              html`<a class="button" href="${base}/attachments/${index}">📎 ${filename} (${size(content)})</a>`,
          )}
        </nav>
      </header>
      ${mail.html !== undefined && html`<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${base}/html" title="The mail as it looks"></iframe>`}
      ${
        mail.text !== undefined &&
        html`<details ${mail.html === undefined && html`open`}>
          <summary>Plain text</summary>
          <pre>${mail.text}</pre>
        </details>`
      }`,
  );
}

export function messagePage(message: StoredMessage | undefined, all: readonly StoredMessage[]): Html | undefined {
  if (message === undefined) return undefined;
  return page(
    message.title,
    html`${back()}
      <header>
        <h1>${message.label}: ${message.name}</h1>
        <dl>
          <dt>Sent</dt>
          <dd>${time(message.at)}${message.editedAt !== undefined && html`, edited ${time(message.editedAt)}`}</dd>
          <dt>Notification</dt>
          <dd>${message.title}</dd>
        </dl>
      </header>
      <article class="message">${message.html}</article>
      ${answersTo(message, all).map(
        (answer) =>
          html`<section class="answer">
            <p>In its thread, ${time(answer.at)}</p>
            <article class="message">${answer.html}</article>
          </section>`,
      )}`,
  );
}

function answersTo({ kind, reference }: StoredMessage, all: readonly StoredMessage[]): readonly StoredMessage[] {
  return all.filter(({ kind: other, answers }) => other === kind && answers !== undefined && answers === reference);
}

export function missingPage(): Html {
  return page(
    'Not found',
    html`${back()}
      <h1>Not found</h1>
      <p class="empty">There is nothing here. It may be of an earlier run.</p>`,
  );
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Tidewatch</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}

function mailRow({ id, subject, recipients, text, at, attachments }: StoredMail): Html {
  return html`<li>
    <a href="/mails/${id}">
      <span class="kind">Mail</span>
      <strong>${subject}</strong>
      <span class="meta">
        ${recipients.join(', ')} · ${time(at)}${attachments.length > 0 && html` · 📎 ${attachments.length}`}
      </span>
      <span class="snippet">${snippet(text ?? '')}</span>
    </a>
  </li>`;
}

function messageRow({ id, label, name, title, text, at, answers, editedAt }: StoredMessage): Html {
  return html`<li>
    <a href="/messages/${id}">
      <span class="kind kind-message">${label}</span>
      <strong>${title}</strong>
      <span class="meta">
        ${name} · ${time(at)}${answers !== undefined && ' · in a thread'}${editedAt !== undefined && ' · edited'}
      </span>
      <span class="snippet">${snippet(text)}</span>
    </a>
  </li>`;
}

function back(): Html {
  return html`<p class="back"><a href="/">← Inbox</a></p>`;
}

function time(at: Date): Html {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function size({ length }: Buffer): string {
  return length < 1024 ? `${length} B` : `${Math.ceil(length / 1024)} KB`;
}

function snippet(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 160);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
