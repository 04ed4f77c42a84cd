import { parseHeaderValue } from 'nodemailer/lib/mime-funcs';

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** What a person sees of a mail. */
export interface MailMessage {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly MailAttachment[];
}

type Headers = ReadonlyMap<string, string>;
interface Part {
  readonly headers: Headers;
  /** One character per byte. */
  readonly body: string;
}

/** Reads a raw MIME message (RFC 5322, 2045–2047, 2231), as far as mails of Tidewatch and its tests go. */
export function parseMail(raw: Buffer): MailMessage {
  const message = splitPart(raw.toString('latin1'));
  const leaves = leavesOf(message);
  const attachments = leaves.filter(isAttachment);
  const shown = leaves.filter((part) => !isAttachment(part));
  const html = shown.find((part) => contentTypeOf(part).value === 'text/html');
  const text = shown.find((part) => contentTypeOf(part).value === 'text/plain');
  return {
    from: headerText(message.headers, 'from'),
    to: headerText(message.headers, 'to'),
    subject: headerText(message.headers, 'subject'),
    ...(html !== undefined && { html: textOf(html) }),
    ...(text !== undefined && { text: textOf(text) }),
    attachments: attachments.map((part, index) => ({
      filename: filenameOf(part) ?? `attachment-${index + 1}`,
      contentType: contentTypeOf(part).value,
      content: contentOf(part),
    })),
  };
}

function splitPart(source: string): Part {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end === null ? source : source.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : source.slice(end.index + end[0].length) };
}

function leavesOf(part: Part): readonly Part[] {
  const { value, params } = contentTypeOf(part);
  const boundary = params['boundary'];
  if (!value.startsWith('multipart/') || boundary === undefined) return [part];
  return `\r\n${part.body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((section) => !section.startsWith('--'))
    .flatMap((section) => leavesOf(splitPart(section.replace(/^[^\n]*\n/, '').replace(/\r$/, ''))));
}

function contentTypeOf({ headers }: Part): { value: string; params: Record<string, string> } {
  const { value, params } = parseHeaderValue(headers.get('content-type') ?? 'text/plain');
  return { value: value.toLowerCase(), params };
}

function isAttachment(part: Part): boolean {
  const disposition = parseHeaderValue(part.headers.get('content-disposition') ?? '').value.toLowerCase();
  return disposition === 'attachment' || !contentTypeOf(part).value.startsWith('text/');
}

function filenameOf(part: Part): string | undefined {
  const { params } = parseHeaderValue(part.headers.get('content-disposition') ?? '');
  const name = params['filename'] ?? contentTypeOf(part).params['name'];
  return name === undefined ? undefined : decodeWords(name);
}

function contentOf({ headers, body }: Part): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return unquote(body.replace(/=\r?\n/g, ''));
    default:
      return Buffer.from(body, 'latin1');
  }
}

function textOf(part: Part): string {
  return decode(contentOf(part), contentTypeOf(part).params['charset'] ?? 'utf-8');
}

function headerText(headers: Headers, name: string): string {
  const raw = headers.get(name) ?? '';
  return decodeWords(Buffer.from(raw, 'latin1').toString('utf8'));
}

/** RFC 2047: `=?utf-8?B?…?=`; the blank between two encoded words is not part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi, (_, charset: string, encoding: string, word: string) =>
      decode(
        encoding.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquote(word.replaceAll('_', ' ')),
        charset,
      ),
    );
}

function unquote(text: string): Buffer {
  const bytes = text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // A charset that nobody knows: the bytes are still worth showing.
    if (error instanceof RangeError) return bytes.toString('latin1');
    throw error;
  }
}
