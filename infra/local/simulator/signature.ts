import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** As received: not decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes received, before anybody parsed them. */
  readonly body: Buffer;
}

export function headerOf(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

export function mediaTypeOf(request: WireRequest): string {
  return (headerOf(request, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * The platform's rule (guide "Sign your API request"): secret, path, sorted keys and decoded values
 * without `sign` and `access_token`, raw body unless multipart, secret; HMAC-SHA256 in lower-case hex.
 */
export function signatureOf(request: WireRequest, appSecret: string): string {
  const parameters = [...request.query]
    .filter(([key]) => key !== 'sign' && key !== 'access_token')
    .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([key, value]) => key + value);
  const hmac = createHmac('sha256', appSecret).update(appSecret + request.path + parameters.join(''));
  if (mediaTypeOf(request) !== 'multipart/form-data') hmac.update(request.body);
  return hmac.update(appSecret).digest('hex');
}

/** Compares text, not bytes: an upper-case signature is refused, as the platform does. */
export function isSigned(request: WireRequest, appSecret: string): boolean {
  const given = Buffer.from(request.query.get('sign') ?? '');
  const expected = Buffer.from(signatureOf(request, appSecret));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
