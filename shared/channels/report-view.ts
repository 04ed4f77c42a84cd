import type { DigestRequest } from '../domain/digest.ts';
import { marketName } from '../messages/market.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import { dailyParts } from './daily-view.ts';
import type { ReportParts } from './report-section.ts';
import { weeklyParts } from './weekly-view.ts';

/** A digest or report in words, the same for every channel: sections of lines and tables. Nothing is escaped yet. */
export interface ReportView extends ReportParts {
  readonly subject: string;
  readonly shop: string;
  readonly kind: string;
  readonly when: string;
}

export function reportView(request: DigestRequest): ReportView {
  const messages = messagesIn(request.channel.locale);
  const { shop, now, asOf } = request;
  const text = messages.report;
  const name = plain(shop.name, 60);
  const here = { now, zone: shop.zone };
  const { title, lead, sections } =
    request.kind === 'daily' ? dailyParts(request, messages) : weeklyParts(request, messages);
  return {
    subject: plain(`[${plain(shop.name, 40)}] ${text.kind[request.kind]} – ${title}`, 150),
    shop: `${name} · ${marketName(plain(shop.market, 20), request.channel.locale)}`,
    kind: text.kind[request.kind],
    when: text.times(messages.moment(now, here)),
    title,
    lead: [...(asOf === undefined ? [] : [text.asOf(messages.moment(asOf, here))]), ...lead],
    sections,
  };
}
