import type { IncomingMessage, ServerResponse } from 'node:http';
import { indexPage, mailPage, messagePage, missingPage, type StoredMessage } from './inbox-page.ts';
import { inboxStyle } from './inbox-style.ts';
import { readBody, startLoopbackServer, stepsOf } from './loopback-server.ts';
import type { MailSink, StoredMail } from './mail-sink.ts';
import type { Outbox } from './outbox.ts';
import { openReception, type Reception } from './reception.ts';

/** Where people look at what Tidewatch sent, and where robots and webhooks are received. */
export interface Inbox {
  readonly url: string;
  /** The secret of a channel of this kind that ends here; any name will do. */
  channelSecret(kind: string, name: string): string;
  /** Oldest first. */
  messages(): readonly StoredMessage[];
  stop(): Promise<void>;
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// A mail may carry its own styles and inlined pictures, nothing from elsewhere and no scripts.
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

export async function startInbox(sink: MailSink, outbox: Outbox): Promise<Inbox> {
  const reception = openReception(outbox);
  const server = await startLoopbackServer(answer);
  return {
    url: server.url,
    channelSecret: (kind, name) =>
      reception.secret(kind, `${server.url}/receivers/${kind}/${encodeURIComponent(name)}`),
    messages: () => reception.messages(),
    stop: () => server.stop(),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = stepsOf(request);
    if (!path) return sendPage(response, missingPage(), 404);
    const [place = '', id = '', part, index, ...rest] = path;
    if (request.method === 'POST' && place === 'receivers' && part !== undefined) {
      const steps = index === undefined ? [] : [index, ...rest];
      return receive(reception, id, { name: part, rest: steps }, request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'GET only\n');
    const all = sink.mails();
    const messages = reception.messages();
    switch (place) {
      case '':
        response.setHeader('refresh', '15');
        return sendPage(response, indexPage(all, messages));
      case 'style.css':
        return send(response, 200, 'text/css', inboxStyle);
      case 'mails':
        return sendMail(
          response,
          all.find((mail) => mail.id === id),
          part,
          Number(index),
        );
      case 'messages':
        return sendPage(
          response,
          messagePage(
            messages.find((message) => message.id === id),
            messages,
          ),
        );
      case 'api':
        return sendApi(response, id, part, all);
      default:
        return sendPage(response, missingPage(), 404);
    }
  }

  function sendApi(response: ServerResponse, list: string, id: string | undefined, all: readonly StoredMail[]): void {
    if (list === 'messages') return sendJson(response, reception.messages().map(asJson));
    if (list !== 'mails') return sendJson(response, undefined);
    if (id === undefined) return sendJson(response, all.map(summary));
    const mail = all.find((candidate) => candidate.id === id);
    return sendJson(response, mail && { ...summary(mail), html: mail.html, text: mail.text });
  }
}

async function receive(
  reception: Reception,
  kind: string,
  to: { readonly name: string; readonly rest: readonly string[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const body = await readBody(request);
  const reply = reception.take(kind, { ...to, query, headers: request.headers, body });
  if (reply === undefined) return sendPage(response, missingPage(), 404);
  return typeof reply.body === 'string'
    ? send(response, reply.status, 'text/plain', reply.body)
    : send(response, reply.status, 'application/json', JSON.stringify(reply.body));
}

function sendMail(
  response: ServerResponse,
  mail: StoredMail | undefined,
  part: string | undefined,
  index: number,
): void {
  if (mail === undefined) return sendPage(response, missingPage(), 404);
  switch (part) {
    case undefined:
      return sendPage(response, mailPage(mail));
    case 'html':
      response.setHeader('content-security-policy', mailPolicy);
      return send(response, mail.html === undefined ? 404 : 200, 'text/html', withLinksOutside(mail.html ?? ''));
    case 'text':
      return send(response, mail.text === undefined ? 404 : 200, 'text/plain', mail.text ?? '');
    case 'source':
      return sendDownload(response, `${mail.id}.eml`, mail.raw);
    case 'attachments': {
      const attachment = mail.attachments[index];
      if (attachment === undefined) return sendPage(response, missingPage(), 404);
      return sendDownload(response, attachment.filename, attachment.content);
    }
    default:
      return sendPage(response, missingPage(), 404);
  }
}

/** The shown copy alone: a link opens beside the inbox, as in a mail program. */
function withLinksOutside(mail: string): string {
  return mail.replace(/<head>/i, '<head><base target="_blank" />');
}

function asJson({ id, at, kind, name, title, payload }: StoredMessage) {
  return { id, at, kind, name, title, payload };
}

function summary({ id, at, from, to, recipients, subject, html, attachments }: StoredMail) {
  return {
    id,
    at,
    from,
    to,
    recipients,
    subject,
    htmlUrl: html === undefined ? undefined : `/mails/${id}/html`,
    attachments: attachments.map(({ filename, contentType, content }, index) => ({
      filename,
      contentType,
      bytes: content.length,
      url: `/mails/${id}/attachments/${index}`,
    })),
  };
}

function sendPage(response: ServerResponse, page: { toString(): string } | undefined, status = 200): void {
  response.setHeader('content-security-policy', pagePolicy);
  send(response, page === undefined ? 404 : status, 'text/html', (page ?? missingPage()).toString());
}

function sendJson(response: ServerResponse, value: unknown): void {
  if (value === undefined) return send(response, 404, 'application/json', '{"error":"not found"}');
  return send(response, 200, 'application/json', JSON.stringify(value));
}

function sendDownload(response: ServerResponse, filename: string, content: Buffer): void {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`;
  response.setHeader('content-disposition', disposition);
  send(response, 200, 'application/octet-stream', content);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response
    .writeHead(status, {
      'content-type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .end(body);
}
