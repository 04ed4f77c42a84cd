import type { OrderItem, RemediationRequest } from '../domain/remediation.ts';
import { locales } from '../domain/shop.ts';
import type { Locale } from '../domain/shop.ts';
import { csvAttachment, writeCsv } from '../channels/mail/csv.ts';
import type { Cell } from '../channels/mail/csv.ts';
import { sourceText } from '../channels/deadline-source.ts';
import { lastScan, viewpointOf } from '../channels/notice-row.ts';
import { orderLink } from '../channels/seller-center.ts';
import { marketName } from '../messages/market.ts';
import { sortableTime } from '../messages/moment.ts';
import type { TicketLine } from '../messages/supplement-text.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Attachment, Mail } from '../ports/messaging.ts';
import { evidencePack } from './evidence-pack.ts';
import type { Remedy, RemedyCall } from './remedy.ts';
import { bySilence, carrierName, silenceOf } from './silent-parcel.ts';
import { supplementPage, supplementPlain } from './supplement-page.ts';
import type { SupplementRow, SupplementView } from './supplement-page.ts';
import { articleCategory, unmovedTraceCategory } from './ticket-category.ts';

const unknownCarrier = 'unknown carrier';

// Enough for a ticket form; the rest goes with the attached table.
const linesInTicket = 20;
const rowsInMail = 20;

/**
 * Asks the shop's operations to have TikTok supplement a trace that has been silent for 72 hours and more. What is
 * proven by the carrier's own scans goes apart from what nobody has compared.
 */
export const supplementTracking: Remedy<'order'> = {
  id: 'supplement-tracking',
  on: 'order',
  stages: ['tracking-stale', 'api-sync-failure'],
  group: ({ carrier, proof }) => `${proof ? 'proven: ' : ''}${plain(carrier ?? '', 60) || unknownCarrier}`,
  render,
};

/** A request about orders alone. */
interface Request extends RemediationRequest {
  readonly items: readonly OrderItem[];
}

function render(call: RemedyCall<'order'>): Mail {
  const { request, items } = call;
  // The longest silence stands first, on the page as in the ticket.
  const sorted = { ...request, items: bySilence(items) };
  const view = supplementView(sorted, call);
  return {
    to: [request.to.address],
    subject: view.subject,
    html: supplementPage(view),
    text: supplementPlain(view),
    attachments: [parcelTable(sorted), ...evidencePack(call, sorted.items)],
  };
}

function supplementView(request: Request, { filedAt }: Pick<RemedyCall<'order'>, 'filedAt'>): SupplementView {
  const { items, shop, to } = request;
  const text = messagesIn(to.locale).supplement;
  const category = unmovedTraceCategory(shop.market);
  const market = marketName(plain(shop.market, 20), to.locale);
  const carrier = carrierName(items[0], to.locale);
  const isProven = items.every(({ proof }) => proof !== undefined);
  return {
    locale: to.locale,
    subject: plain(`[${plain(shop.name, 40)}] ${text.subject(carrier, items.length, isProven)}`, 150),
    shop: `${plain(shop.name, 60)} · ${market}`,
    when: messagesIn(to.locale).moment(request.now, { now: request.now, zone: shop.zone }),
    title: text.title(carrier, items.length),
    longest: items[0] ? text.longest(silenceOf(items[0], request.now, to.locale)) : '',
    category: category.path,
    categoryNote: category.documented ? text.documented(market) : text.notDocumented(market),
    isProven,
    alternative: articleCategory,
    tickets: locales.map((locale) => ({ locale, text: ticket(request, locale) })),
    rows: items
      .slice(0, rowsInMail)
      .map((item) => ({ ...row(request, item), ...(filedAt && { filedAt: filedAt(item) }) })),
    hidden: Math.max(0, items.length - rowsInMail),
  };
}

function row(request: Request, item: OrderItem): SupplementRow {
  const { locale } = request.to;
  const messages = messagesIn(locale);
  const { deadline } = item;
  const order = plain(item.order, 40);
  return {
    order,
    href: orderLink(request.shop, order),
    silence: messages.supplement.silent(silenceOf(item, request.now, locale)),
    number: [carrierName(item, locale), plain(item.number ?? '', 60) || messages.supplement.noNumber].join(' '),
    parcel: plain(item.parcel ?? '', 40),
    lastScan: lastScan(messages, request, item.lastEvent) || messages.supplement.noScan,
    proof: proofOf(item),
    deadline: deadline
      ? `${messages.moment(deadline.at, viewpointOf(request))} – ${sourceText(messages, deadline.source)}`
      : '',
  };
}

/** TikTok's support sits in no zone we know, so a ticket speaks UTC. */
function ticket(request: Request, locale: Locale): string {
  const text = messagesIn(locale).supplement;
  const lines = request.items.slice(0, linesInTicket).map((item): TicketLine => {
    const event = item.lastEvent;
    const said = plain(event?.text ?? '', 100);
    return {
      order: plain(item.order, 40),
      ...(item.parcel === undefined ? {} : { parcel: plain(item.parcel, 40) }),
      carrier: carrierName(item, locale),
      number: plain(item.number ?? '', 60) || text.noNumber,
      lastScan: event ? `${sortableTime(event.at, 'UTC')} UTC${said ? ` “${said}”` : ''}` : text.noScan,
      silence: silenceOf(item, request.now, locale),
      ...(item.proof && { proof: proofOf(item) }),
    };
  });
  return text.ticket(plain(request.shop.name, 60), lines, request.items.length - lines.length);
}

/** In UTC, as in the ticket: it is compared with other people's clocks. */
function proofOf({ proof }: OrderItem): string {
  if (!proof) return '';
  return `${sortableTime(proof.at, 'UTC')} UTC “${plain(proof.text, 100)}” (${plain(proof.source, 20)})`;
}

function parcelTable(request: Request): Attachment {
  const { locale } = request.to;
  const { zone } = request.shop;
  const messages = messagesIn(locale);
  const text = messages.table;
  const columns: readonly (readonly [string, (item: OrderItem) => Cell])[] = [
    [text.order, (item) => plain(item.order, 60)],
    [text.parcel, (item) => plain(item.parcel ?? '', 60)],
    [text.carrier, (item) => carrierName(item, locale)],
    [text.number, (item) => plain(item.number ?? '', 60)],
    [text.lastScanAt(zone), (item) => (item.lastEvent ? sortableTime(item.lastEvent.at, zone) : '')],
    [text.lastScan, (item) => plain(item.lastEvent?.text ?? '', 200)],
    [messages.supplement.proof, (item) => proofOf(item)],
    [text.silence, (item) => silenceOf(item, request.now, locale)],
    [text.source, (item) => (item.deadline ? sourceText(messages, item.deadline.source) : '')],
    [text.link, (item) => orderLink(request.shop, plain(item.order, 60))],
  ];
  const rows = request.items.map((item) => columns.map(([, cell]) => cell(item)));
  const headings = columns.map(([heading]) => heading);
  return csvAttachment(`supplement-${request.shop.id}-${request.run}`, writeCsv(headings, rows));
}
