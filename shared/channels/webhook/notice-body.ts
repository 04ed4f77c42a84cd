import type { NoticeRequest } from '../../domain/notice.ts';
import { iso } from '../../domain/time.ts';
import { plain } from '../../messages/plain.ts';
import { messagesIn } from '../../messages/registry.ts';
import { noticeView } from '../notice-view.ts';
import type { NoticeDocument } from './notice-document.ts';
import { webhookFinding } from './webhook-finding.ts';

const room = { perGroup: 0, total: 0, attached: false, countsRest: true };

/** A notice as a document that machines read. */
export function noticeDocument(notice: NoticeRequest): NoticeDocument {
  const messages = messagesIn(notice.channel.locale);
  const { id, kind, shop, run, now, counts, lines, more } = notice;
  const view = noticeView(notice, room);
  return {
    v: 1,
    id,
    kind,
    shop: { id: plain(shop.id), name: plain(shop.name), market: plain(shop.market, 20), zone: plain(shop.zone) },
    run: plain(run),
    now: iso(now),
    ...(notice.heldSince !== undefined && { heldSince: iso(notice.heldSince) }),
    language: notice.channel.locale,
    title: view.subject,
    counts: { ...counts },
    findings: lines.map((line) => webhookFinding(messages, notice, line)),
    more,
    notes: [...view.notes],
  };
}
