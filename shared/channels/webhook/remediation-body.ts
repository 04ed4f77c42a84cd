import type { RemediationRequest, RemedyItem } from '../../domain/remediation.ts';
import { iso } from '../../domain/time.ts';
import type { Locale } from '../../domain/shop.ts';
import { plain } from '../../messages/plain.ts';
import { messagesIn } from '../../messages/registry.ts';
import { underWay } from '../notice-row.ts';
import type { RemediationDocument } from './remediation-document.ts';
import { sourceId, texts } from './webhook-finding.ts';

type Item = RemediationDocument['items'][number];

export function remediationDocument(
  request: RemediationRequest,
  answerTo: string,
  locale: Locale,
): RemediationDocument {
  const { v, id, shop, run, now, remedy, group, items } = request;
  const messages = messagesIn(locale);
  const about = items[0]?.kind ?? 'order';
  return {
    v,
    id,
    kind: 'remediation',
    title: `${underWay(messages, remedy)}: ${plain(group, 60)} (${messages.subjects(about, items.length)})`,
    shop: { id: shop.id, name: plain(shop.name, 60), market: plain(shop.market, 20), zone: shop.zone },
    run,
    now: iso(now),
    remedy: plain(remedy, 60),
    group: plain(group, 60),
    items: items.map(itemOf),
    answerTo,
  };
}

function itemOf(item: RemedyItem): Item {
  const { key, check, stage, since, deadline } = item;
  const same = {
    key: plain(key),
    check: plain(check),
    stage: plain(stage),
    since: iso(since),
    ...(deadline && { deadline: { at: iso(deadline.at), source: sourceId(deadline.source) } }),
  };
  if (item.kind === 'credential') {
    const { credential, name, owner, orders } = item;
    return {
      ...same,
      kind: 'credential',
      credential: plain(credential),
      name: plain(name, 60),
      ...texts({ owner }),
      ...(orders !== undefined && { orders }),
    };
  }
  const { order, parcel, carrier, number, lastEvent, proof } = item;
  return {
    ...same,
    kind: 'order',
    order: plain(order),
    ...texts({ parcel, carrier, trackingNumber: number }),
    ...(lastEvent && { lastScan: { at: iso(lastEvent.at), ...texts({ text: lastEvent.text }) } }),
    ...(proof && { proof: { at: iso(proof.at), text: plain(proof.text), source: plain(proof.source, 40) } }),
  };
}
