import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NoticeRequest } from '../domain/notice.ts';
import { age, instant, minutes, type Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { ChannelParts } from './channel.ts';
import { passes, postJson } from './post-json.ts';
import { readSecret } from './secret.ts';
import { WebhookSecret } from './webhook-secret.ts';

type To = Pick<NoticeRequest, 'id' | 'shop' | 'channel'>;

/**
 * Posts with `tidewatch-id`, `tidewatch-timestamp` (epoch seconds) and `tidewatch-signature`:
 * `v1=` and the HMAC-SHA256 of `<timestamp>.<body>` in hex. Any 2xx takes it; the id serves the receiver as
 * idempotency key. Throws Transient or Rejected.
 */
export async function postSigned(to: To, document: object, { vault, clock }: Pick<ChannelParts, 'vault' | 'clock'>) {
  const who = `Webhook, shop ${to.shop.id}`;
  const { url, secret } = await readSecret(vault, to, who, WebhookSecret);
  const body = JSON.stringify(document);
  const timestamp = String(Math.floor(clock.wall() / 1_000));
  const answer = await postJson(who, url, body, {
    'tidewatch-id': encodeURIComponent(to.id),
    'tidewatch-timestamp': timestamp,
    'tidewatch-signature': signatureOf(secret, timestamp, body),
  });
  if (answer.status >= 200 && answer.status < 300) return;
  if (passes(answer) || answer.status === 408) throw new Transient(`${who}: answered ${answer.status}`);
  const about = isGone(answer.status) ? 'credential' : 'request';
  throw new Rejected(`${who}: answered ${answer.status}; ${advice(answer.status)}`, about);
}

/** Older than that, or from the future, a signed request may be a recording. */
const patience = minutes(5);

/** Whether something that is posted to us was signed with this secret, and lately; compared in constant time. */
export function isSigned(
  body: Uint8Array,
  {
    timestamp = '',
    signature = '',
  }: { readonly timestamp?: string | undefined; readonly signature?: string | undefined },
  secret: string,
  wall: Instant,
): boolean {
  const wanted = Buffer.from(signatureOf(secret, timestamp, body));
  const given = Buffer.from(signature);
  const isOurs = wanted.length === given.length && timingSafeEqual(wanted, given);
  const at = /^\d{1,12}$/.test(timestamp) ? instant(Number(timestamp) * 1_000) : undefined;
  return isOurs && at !== undefined && Math.max(age(at, wall), age(wall, at)) <= patience;
}

function signatureOf(secret: string, timestamp: string, body: string | Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Whatever is posted there is refused, not this one document; redirections are not followed. */
function isGone(status: number): boolean {
  return status < 400 || [401, 403, 404, 410].includes(status);
}

function advice(status: number): string {
  if (status === 401 || status === 403) return 'the signature was refused: both sides need the same secret';
  if (status === 404 || status === 410)
    return 'nobody is there: store the address anew, or take the channel off the shop';
  return 'look into the log of the receiver';
}
