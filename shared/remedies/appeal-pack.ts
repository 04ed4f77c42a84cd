import type { OrderItem } from '../domain/remediation.ts';
import type { Locale } from '../domain/shop.ts';
import { after, age, days, isPast, type Instant } from '../domain/time.ts';
import { sourceText } from '../channels/deadline-source.ts';
import { csvAttachment, writeCsv, type Cell } from '../channels/mail/csv.ts';
import { viewpointOf } from '../channels/notice-row.ts';
import { orderLink } from '../channels/seller-center.ts';
import { sortableTime } from '../messages/moment.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Attachment, Mail } from '../ports/messaging.ts';
import { likelyScenario, scenarios } from './appeal-scenario.ts';
import { evidencePack } from './evidence-pack.ts';
import type { Remedy, RemedyCall } from './remedy.ts';
import { taskPage, taskPlain, type TaskRow, type TaskView } from './task-page.ts';

/**
 * A first appeal is taken for 30 days from the penalty (sellers' reports, 2026-11). Seller Center shows that day; we
 * reckon from the line that was crossed, which is never later.
 */
const appealWindow = days(30);

const rowsInMail = 20;

/**
 * Puts together what an appeal needs while it can still be had: labels are thrown away and chats forgotten. Asked for
 * where a crossed line counts in the shop's violations whoever's fault it was; a line that is merely near counts nothing.
 */
export const appealPack: Remedy<'order'> = {
  id: 'appeal-pack',
  on: 'order',
  stages: ['pickup-overdue', 'delivery-late-counted'],
  group: ({ check }) => check,
  render,
};

type Call = RemedyCall<'order'>;

function render(call: Call): Mail {
  const { operations } = call.shop;
  const { now } = call.request;
  const isOver = (item: OrderItem): number => Number(isPast(appealBy(item), now));
  // What can still be appealed stands first, and of that what is soonest over.
  const items = call.items.toSorted((one, other) => isOver(one) - isOver(other) || appealBy(one) - appealBy(other));
  const view = viewOf({ ...call, items }, operations.locale);
  return {
    to: [operations.address],
    subject: view.subject,
    html: taskPage(view),
    text: taskPlain(view),
    attachments: [table(items, call), ...evidencePack(call, items)],
  };
}

function appealBy({ deadline, since }: OrderItem): Instant {
  return after(deadline?.at ?? since, appealWindow);
}

function viewOf(call: Call, locale: Locale): TaskView {
  const { items, request, shop } = call;
  const messages = messagesIn(locale);
  const text = messages.appeal;
  return {
    locale,
    subject: plain(`[${plain(shop.name, 40)}] ${text.subject(items.length)}`, 150),
    shop: plain(shop.name, 60),
    when: messages.moment(request.now, { now: request.now, zone: shop.zone }),
    title: text.title(items.length),
    said: [text.why, text.window, ...(call.files.size > 0 ? [text.attached] : [])],
    steps: { heading: text.stepsHeading, list: text.steps },
    pastes: scenarios.map((scenario) => ({
      heading: text.scenario[scenario].name,
      locale,
      text: text.scenario[scenario].documents.map((line) => `☐ ${line}`).join('\n'),
    })),
    rowsHeading: text.rows,
    rows: items.slice(0, rowsInMail).map((item) => row(item, call, locale)),
    hidden: items.length > rowsInMail ? text.notShown(items.length - rowsInMail) : '',
    footer: messages.notice.footer,
  };
}

function row(item: OrderItem, { request, shop, files, filedAt }: Call, locale: Locale): TaskRow {
  const messages = messagesIn(locale);
  const text = messages.appeal;
  const order = plain(item.order, 40);
  const { deadline } = item;
  const carrier = plain([item.carrier ?? '', item.number ?? ''].join(' '), 100);
  const line =
    deadline && `${messages.moment(deadline.at, viewpointOf(request))} – ${sourceText(messages, deadline.source)}`;
  return {
    name: `${messages.notice.order} ${order}`,
    href: orderLink(shop, order),
    figure: figureOf(item, request.now, locale),
    ...(filedAt && { filedAt: filedAt(item) }),
    details: [
      [messages.notice.deadline, line ?? ''],
      [messages.notice.carrier, carrier],
      [text.likely, hintOf(item, files, locale)],
      [text.carrierTrace, files.get(item.order)?.second.length ? text.present : text.absent],
      [text.appealBy, messages.moment(appealBy(item), viewpointOf(request))],
    ],
  };
}

function figureOf(item: OrderItem, now: Instant, locale: Locale): string {
  const messages = messagesIn(locale);
  const until = appealBy(item);
  return isPast(until, now) ? messages.appeal.over : messages.appeal.left(messages.duration(age(now, until)));
}

function hintOf(item: OrderItem, files: Call['files'], locale: Locale): string {
  const text = messagesIn(locale).appeal;
  const file = files.get(item.order);
  const scenario = file && likelyScenario(item, file);
  return scenario ? text.scenario[scenario].name : text.noHint;
}

function table(items: readonly OrderItem[], { request, shop, files }: Call): Attachment {
  const { locale } = shop.operations;
  const { zone } = shop;
  const { table: heads, appeal: text } = messagesIn(locale);
  const columns: readonly (readonly [string, (item: OrderItem) => Cell])[] = [
    [heads.order, ({ order }) => plain(order, 60)],
    [heads.parcel, ({ parcel }) => plain(parcel ?? '', 60)],
    [heads.carrier, ({ carrier }) => plain(carrier ?? '', 60)],
    [heads.number, ({ number }) => plain(number ?? '', 60)],
    [heads.deadline(zone), ({ deadline }) => (deadline ? sortableTime(deadline.at, zone) : '')],
    [text.likely, (item) => hintOf(item, files, locale)],
    [text.appealBy, (item) => sortableTime(appealBy(item), zone)],
    [heads.link, ({ order }) => orderLink(shop, plain(order, 60))],
  ];
  const rows = items.map((item) => columns.map(([, cell]) => cell(item)));
  const headings = columns.map(([heading]) => heading);
  return csvAttachment(`appeal-${shop.id}-${request.run}`, writeCsv(headings, rows));
}
