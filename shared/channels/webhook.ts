import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { passes, postJson } from './post-json.ts';
import { addressField, keyField, readSecret } from './secret.ts';
import type { DigestDocument } from './webhook/digest-document.ts';
import { digestDocument } from './webhook/digest-body.ts';
import { noticeDocument } from './webhook/notice-body.ts';
import type { NoticeDocument } from './webhook/notice-document.ts';

/** Where to post, and the key that both sides know. */
export const WebhookSecret = z.object({
  url: addressField('https://example.com/tidewatch'),
  secret: keyField('32 random characters or more').min(16, 'is shorter than 16 characters; for example 32 random ones'),
});

export function renderWebhook(request: NotifyRequest): NoticeDocument | DigestDocument {
  return isDigest(request) ? digestDocument(request) : noticeDocument(request);
}

/**
 * Posts with `tidewatch-id`, `tidewatch-timestamp` (epoch seconds) and `tidewatch-signature`:
 * `v1=` and the HMAC-SHA256 of `<timestamp>.<body>` in hex. Any 2xx takes it; the id serves the receiver as
 * idempotency key and us as reference.
 */
export function webhookSender({ vault, clock }: Pick<ChannelParts, 'vault' | 'clock'>): Sender {
  return {
    kind: 'webhook',
    async deliver(request) {
      const who = `Webhook, shop ${request.shop.id}`;
      const { url, secret } = await readSecret(vault, request, who, WebhookSecret);
      const body = JSON.stringify(renderWebhook(request));
      const timestamp = String(Math.floor(clock.wall() / 1_000));
      const sign = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const answer = await postJson(who, url, body, {
        'tidewatch-id': encodeURIComponent(request.id),
        'tidewatch-timestamp': timestamp,
        'tidewatch-signature': `v1=${sign}`,
      });
      if (answer.status >= 200 && answer.status < 300) return request.id;
      if (passes(answer) || answer.status === 408) throw new Transient(`${who}: answered ${answer.status}`);
      const about = isGone(answer.status) ? 'credential' : 'request';
      throw new Rejected(`${who}: answered ${answer.status}; ${advice(answer.status)}`, about);
    },
  };
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
