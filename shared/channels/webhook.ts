import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import type { Forwarder, Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { postSigned } from './signed-post.ts';
import type { DigestDocument } from './webhook/digest-document.ts';
import { digestDocument } from './webhook/digest-body.ts';
import { noticeDocument } from './webhook/notice-body.ts';
import type { NoticeDocument } from './webhook/notice-document.ts';
import { remediationDocument } from './webhook/remediation-body.ts';

export function renderWebhook(request: NotifyRequest): NoticeDocument | DigestDocument {
  return isDigest(request) ? digestDocument(request) : noticeDocument(request);
}

/** Signed documents; the id serves the receiver as idempotency key and us as reference. */
export function webhookSender(parts: Pick<ChannelParts, 'vault' | 'clock'>): Sender {
  return {
    kind: 'webhook',
    async deliver(request) {
      await postSigned(request, renderWebhook(request), parts);
      return request.id;
    },
  };
}

/** Requests for remedies, to systems that carry them out themselves. `answerTo`: where they say what came of it. */
export function webhookForwarder(parts: Pick<ChannelParts, 'vault' | 'clock'>, answerTo: string): Forwarder {
  return {
    forward: ({ id, shop, ...request }, channel) =>
      postSigned({ id, shop, channel }, remediationDocument({ id, shop, ...request }, answerTo, channel.locale), parts),
  };
}
