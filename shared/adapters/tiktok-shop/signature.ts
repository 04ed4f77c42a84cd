import { createHmac } from 'node:crypto';

interface Signable {
  /** Path part only, path parameters filled in: `/order/202309/orders/search`. */
  readonly path: string;
  /** Decoded values; percent-encoding happens in the URL only. */
  readonly query: Readonly<Record<string, string>>;
  readonly contentType?: string;
  /** Exactly the text sent; nothing on the wire is signed as nothing. */
  readonly body?: string;
}

const neverSigned: ReadonlySet<string> = new Set(['sign', 'access_token']);

/**
 * The `sign` query parameter: lower-case hex HMAC-SHA256 over secret + path + sorted query + raw body + secret.
 * Source: official page "Sign your API request", whose worked example is the first test vector. Some SDKs
 * serialise the body again before signing; the example signs the bytes sent, and so do we.
 */
export function sign(request: Signable, appSecret: string): string {
  const query = Object.entries(request.query)
    .filter(([key]) => !neverSigned.has(key))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => key + value)
    .join('');
  const body = isMultipart(request.contentType) ? '' : (request.body ?? '');
  return createHmac('sha256', appSecret)
    .update(appSecret + request.path + query + body + appSecret, 'utf8')
    .digest('hex');
}

/** Only the media type counts: `multipart/form-data; boundary=…` is multipart as well. */
function isMultipart(contentType = ''): boolean {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() === 'multipart/form-data';
}
