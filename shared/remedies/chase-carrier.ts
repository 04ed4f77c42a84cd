import { carrierKey } from '../domain/carrier-name.ts';
import type { OrderItem } from '../domain/remediation.ts';
import { locales } from '../domain/shop.ts';
import type { CarrierContact, Locale } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { csvAttachment, writeCsv } from '../channels/mail/csv.ts';
import type { Cell } from '../channels/mail/csv.ts';
import { lastScan } from '../channels/notice-row.ts';
import { orderLink } from '../channels/seller-center.ts';
import { sortableTime } from '../messages/moment.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { ChasedLine } from '../messages/remedy-texts.ts';
import type { Attachment, Mail } from '../ports/messaging.ts';
import type { Remedy, RemedyCall } from './remedy.ts';
import { bySilence, carrierName, silenceOf } from './silent-parcel.ts';
import { taskPage, taskPlain } from './task-page.ts';
import type { TaskRow, TaskView } from './task-page.ts';

// What a person at a carrier reads before the table; the rest goes with it.
const linesInLetter = 20;
const rowsInMail = 20;

/**
 * Asks the carrier where parcels are that it no longer scans: its own people where the shop names them, who answer
 * operations; else operations, with whom to ask. Nothing of the buyer, and no order's id, goes to a carrier.
 *
 * Parcels that nobody has scanned yet are not asked for: whether they were handed over at all, the shop knows best.
 */
export const chaseCarrier: Remedy<'order'> = {
  id: 'chase-carrier',
  on: 'order',
  stages: ['carrier-stalled'],
  group: ({ carrier }) => plain(carrier ?? '', 60) || 'unknown carrier',
  render,
};

function render(call: RemedyCall<'order'>): Mail {
  const { operations } = call.shop;
  const contact = contactOf(call);
  const view = contact ? viewOf(call, contact.locale, toCarrier) : viewOf(call, operations.locale, toOperations);
  return {
    to: [contact?.contact ?? operations.address],
    ...(contact && { replyTo: operations.address }),
    subject: view.subject,
    html: taskPage(view),
    text: taskPlain(view),
    attachments: [parcelTable(call, view.locale)],
  };
}

/** Whose name, or TikTok's id, every parcel bears: what travels with another carrier is nobody else's business. */
function contactOf({ items, files, shop }: RemedyCall<'order'>): CarrierContact | undefined {
  return shop.carriers?.find(({ name }) =>
    items.every(({ order, carrier }) =>
      [carrier, files.get(order)?.watched.order.carrierId].some(
        (known) => known !== undefined && carrierKey(known) === carrierKey(name),
      ),
    ),
  );
}

/** What is said to one reader and not to the other. */
interface Addressed extends Pick<TaskView, 'said' | 'steps' | 'pastes' | 'footer'> {
  readonly rowOf: (item: OrderItem) => TaskRow;
}

function viewOf(
  call: RemedyCall<'order'>,
  locale: Locale,
  addressed: (call: RemedyCall<'order'>, locale: Locale) => Addressed,
): TaskView {
  const { request, shop } = call;
  const messages = messagesIn(locale);
  const text = messages.chase;
  const items = bySilence(call.items);
  const carrier = carrierName(items[0], locale);
  const { rowOf, ...said } = addressed(call, locale);
  return {
    ...said,
    locale,
    subject: plain(`[${plain(shop.name, 40)}] ${text.subject(carrier, items.length)}`, 150),
    shop: plain(shop.name, 60),
    when: messages.moment(request.now, { now: request.now, zone: shop.zone }),
    title: text.title(carrier, items.length),
    rowsHeading: text.parcels,
    rows: items.slice(0, rowsInMail).map(rowOf),
    hidden: items.length > rowsInMail ? text.notShown(items.length - rowsInMail) : '',
  };
}

function toCarrier(call: RemedyCall<'order'>, locale: Locale): Addressed {
  const text = messagesIn(locale).chase;
  const name = plain(call.shop.name, 60);
  return {
    said: [text.asks(name), text.answer],
    steps: { heading: text.questionsHeading, list: text.questions },
    footer: text.footer(name),
    rowOf: (item) => parcelRow(item, call, locale),
  };
}

function toOperations(call: RemedyCall<'order'>, locale: Locale): Addressed {
  const messages = messagesIn(locale);
  const text = messages.chase;
  const items = bySilence(call.items);
  const [first] = items;
  const carrier = carrierName(first, locale);
  const longest = first ? [text.longest(silenceOf(first, call.request.now, locale))] : [];
  return {
    said: [text.noContact(carrier, items.length), ...longest],
    steps: { heading: text.stepsHeading, list: text.steps(carrier) },
    pastes: locales.map((language) => ({
      heading: messagesIn(language).chase.letterHeading,
      locale: language,
      text: letter(call, items, language),
    })),
    footer: messages.notice.footer,
    rowOf: (item) => orderRow(item, call, locale),
  };
}

function orderRow(item: OrderItem, call: RemedyCall<'order'>, locale: Locale): TaskRow {
  const { details, ...row } = parcelRow(item, call, locale);
  const order = plain(item.order, 40);
  const label = messagesIn(locale).notice.order;
  return { ...row, href: orderLink(call.shop, order), details: [[label, order], ...details] };
}

function parcelRow(item: OrderItem, { request }: RemedyCall<'order'>, locale: Locale): TaskRow {
  const messages = messagesIn(locale);
  return {
    name: numberOf(item, locale),
    figure: messages.supplement.silent(silenceOf(item, request.now, locale)),
    details: [
      [messages.table.carrier, carrierName(item, locale)],
      [messages.notice.lastScan, lastScan(messages, request, item.lastEvent) || messages.supplement.noScan],
    ],
  };
}

function numberOf({ number }: OrderItem, locale: Locale): string {
  return plain(number ?? '', 60) || messagesIn(locale).supplement.noNumber;
}

/** Whoever reads it sits in no zone we know, so a letter speaks UTC. */
function letter({ shop, request }: RemedyCall<'order'>, items: readonly OrderItem[], locale: Locale): string {
  const lines = items.slice(0, linesInLetter).map((item) => letterLine(item, request.now, locale));
  return messagesIn(locale).chase.letter(plain(shop.name, 60), lines, items.length - lines.length);
}

function letterLine(item: OrderItem, now: Instant, locale: Locale): ChasedLine {
  const event = item.lastEvent;
  const said = plain(event?.text ?? '', 100);
  return {
    number: numberOf(item, locale),
    lastScan: event
      ? `${sortableTime(event.at, 'UTC')} UTC${said ? ` “${said}”` : ''}`
      : messagesIn(locale).supplement.noScan,
    silence: silenceOf(item, now, locale),
  };
}

function parcelTable({ items, request, shop }: RemedyCall<'order'>, locale: Locale): Attachment {
  const { supplement, table: text } = messagesIn(locale);
  const columns: readonly (readonly [string, (item: OrderItem) => Cell])[] = [
    [text.number, (item) => plain(item.number ?? '', 60)],
    [text.carrier, (item) => carrierName(item, locale)],
    [text.lastScanAt('UTC'), (item) => (item.lastEvent ? sortableTime(item.lastEvent.at, 'UTC') : supplement.noScan)],
    [text.lastScan, (item) => plain(item.lastEvent?.text ?? '', 200)],
    [text.silence, (item) => silenceOf(item, request.now, locale)],
  ];
  const rows = bySilence(items).map((item) => columns.map(([, cell]) => cell(item)));
  const headings = columns.map(([heading]) => heading);
  return csvAttachment(`chase-${shop.id}-${request.run}`, writeCsv(headings, rows));
}
