import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { FoldedOrder, NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { DeadlineSource } from '../domain/verdict.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Messages } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { lineLink } from './notice-row.ts';
import { noticeView } from './notice-view.ts';
import { passes, postJson } from './post-json.ts';
import { addressField, keyField, readSecret } from './secret.ts';
import { stageText, toldOf } from './told.ts';
import type { NoticeDocument } from './webhook/notice-document.ts';

/** Where to post, and the key that both sides know. */
export const WebhookSecret = z.object({
  url: addressField('https://example.com/tidewatch'),
  secret: keyField('32 random characters or more').min(16, 'is shorter than 16 characters; for example 32 random ones'),
});

type Finding = NoticeDocument['findings'][number];

const room = { perGroup: 0, total: 0, attached: false, countsRest: true };

export function renderWebhook(notice: NoticeRequest): NoticeDocument {
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
    language: notice.channel.locale,
    title: view.subject,
    counts: { ...counts },
    findings: lines.map((line) => finding(messages, notice, line)),
    more,
    notes: [...view.notes],
  };
}

/**
 * Posts with `tidewatch-id`, `tidewatch-timestamp` (epoch seconds) and `tidewatch-signature`:
 * `v1=` and the HMAC-SHA256 of `<timestamp>.<body>` in hex. Any 2xx takes it; the id serves the receiver as
 * idempotency key and us as reference.
 */
export function webhookSender({ vault, clock }: Pick<ChannelParts, 'vault' | 'clock'>): Sender {
  return {
    kind: 'webhook',
    async deliver(notice) {
      const who = `Webhook, shop ${notice.shop.id}`;
      const { url, secret } = await readSecret(vault, notice, who, WebhookSecret);
      const body = JSON.stringify(renderWebhook(notice));
      const timestamp = String(Math.floor(clock.wall() / 1_000));
      const sign = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const answer = await postJson(who, url, body, {
        'tidewatch-id': encodeURIComponent(notice.id),
        'tidewatch-timestamp': timestamp,
        'tidewatch-signature': `v1=${sign}`,
      });
      if (answer.status >= 200 && answer.status < 300) return notice.id;
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

function finding(messages: Messages, notice: NoticeRequest, line: NoticeLine): Finding {
  const stage = stageText(messages, line);
  const told = toldOf(messages, line, notice.now);
  const link = lineLink(notice, line);
  const { amount, currency, risk, deadline, resolvedBecause, remedy, folded } = line;
  return {
    transition: line.transition,
    check: plain(line.check),
    stage: plain(line.stage),
    severity: line.severity,
    subject: { kind: line.subject.kind, id: plain(line.subject.id) },
    ...about(line),
    ...(folded && { explains: { count: folded.count, orders: folded.rows.map(about) } }),
    ...(link !== undefined && { link }),
    since: iso(line.since),
    ...(deadline && { deadline: { at: iso(deadline.at), source: sourceId(deadline.source) } }),
    ...(amount !== undefined &&
      currency !== undefined && { worth: { amount: plain(amount, 40), currency: plain(currency, 10) } }),
    ...(risk && { atRisk: { amount: plain(risk.amount, 40), currency: plain(risk.currency, 10) } }),
    ...texts({ resolvedBecause, remedy }),
    headline: stage.headline,
    timing: stage.timing(told),
    what: stage.what(told),
    ifNobodyActs: stage.next,
    whatToDo: stage.act(1),
  };
}

function about({
  order,
  parcel,
  carrier,
  number,
}: FoldedOrder): Pick<Finding, 'order' | 'parcel' | 'carrier' | 'trackingNumber'> {
  return texts({ order, parcel, carrier, trackingNumber: number });
}

function texts<Name extends string>(named: Readonly<Record<Name, string | undefined>>): { [name in Name]?: string } {
  const present = Object.entries<string | undefined>(named).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, plain(text)] as const],
  );
  return Object.fromEntries(present) as { [name in Name]?: string };
}

function sourceId(source: DeadlineSource): string {
  switch (source.kind) {
    case 'platform':
      return plain(source.field);
    case 'clause':
      return `${plain(source.pack)}/${plain(source.clause)}`;
    case 'credential':
    case 'extension':
      return source.kind;
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
