import { proposeNumber } from '../domain/number-proposal.ts';
import type { NumberProposal } from '../domain/number-proposal.ts';
import type { OrderItem } from '../domain/remediation.ts';
import type { Locale } from '../domain/shop.ts';
import { age, isPast } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { sourceText } from '../channels/deadline-source.ts';
import { csvAttachment, writeCsv } from '../channels/mail/csv.ts';
import type { Cell } from '../channels/mail/csv.ts';
import { viewpointOf } from '../channels/notice-row.ts';
import { orderLink } from '../channels/seller-center.ts';
import { sortableTime } from '../messages/moment.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { NumberOutcome } from '../ports/corrections.ts';
import type { Attachment, Mail } from '../ports/messaging.ts';
import { numberChanges } from './number-changes.ts';
import { editRule, editWindow } from './edit-window.ts';
import type { CaseFile, Remedy, RemedyCall } from './remedy.ts';
import { taskPage, taskPlain } from './task-page.ts';
import type { TaskRow, TaskView } from './task-page.ts';

const rowsInMail = 20;

/**
 * Says which numbers cannot be right, and proposes what was meant where that can be told. TikTok takes one change
 * per order, so nothing is guessed: what is not certain is the packer's to say.
 */
export const correctNumber: Remedy<'order'> = {
  id: 'correct-number',
  on: 'order',
  stages: ['tracking-id-abnormal'],
  // Whoever packs has them all, whatever the carrier.
  group: () => 'tracking numbers',
  changes: numberChanges,
  render,
};

/** One parcel, what may be done about its number, and until when. */
interface Case {
  readonly item: OrderItem;
  readonly parcel: string;
  readonly carrier: string;
  readonly number: string;
  readonly proposal?: NumberProposal;
  /** `theirs`: TikTok's own label. */
  readonly change: 'open' | 'over' | 'theirs';
  readonly until?: Deadline;
  /** What became of entering it. */
  readonly outcome?: NumberOutcome;
}

type Call = RemedyCall<'order'>;

function render(call: Call): Mail {
  const { operations } = call.shop;
  const cases = call.items.flatMap((item) => casesOf(item, call)).toSorted(byUrgency);
  const view = viewOf(cases, call, operations.locale);
  return {
    to: [operations.address],
    subject: view.subject,
    html: taskPage(view),
    text: taskPlain(view),
    attachments: [numberTable(cases, call, operations.locale)],
  };
}

/** What can still be changed stands first, and of that what is soonest over. */
function byUrgency(one: Case, other: Case): number {
  const isLater = Number(one.change !== 'open') - Number(other.change !== 'open');
  return isLater || (one.until?.at ?? latest) - (other.until?.at ?? latest);
}

const latest = Number.MAX_SAFE_INTEGER;

function casesOf(item: OrderItem, { files, shop, request, outcomes }: Call): readonly Case[] {
  const file = files.get(item.order);
  const until = file && editWindow(file.watched.order, shop);
  const isOver = until !== undefined && isPast(until.at, request.now);
  const change = file?.watched.order.shipping === 'tiktok' ? 'theirs' : isOver ? 'over' : 'open';
  return parcelsOf(item, file).map(({ id, number, carrier }) => {
    const proposal = change === 'open' ? proposeNumber(number ?? '', carrier) : undefined;
    const outcome = outcomes?.get(id ?? '');
    return {
      item,
      change,
      parcel: plain(id ?? '', 40),
      carrier: plain(carrier ?? '', 60),
      number: plain(number ?? '', 60),
      ...(proposal && { proposal }),
      ...(outcome && { outcome }),
      ...(until && change !== 'theirs' && { until }),
    };
  });
}

interface Numbered {
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  readonly carrier?: string | undefined;
}

/** Those of which something can be told, else all; without the book, what the item names. */
function parcelsOf(item: OrderItem, file: CaseFile | undefined): readonly Numbered[] {
  const parcels: readonly Numbered[] = file?.watched.order.parcels ?? [];
  const told = parcels.filter(({ number, carrier }) => proposeNumber(number ?? '', carrier));
  if (told.length > 0) return told;
  return parcels.length > 0 ? parcels : [{ ...item, id: item.parcel }];
}

function viewOf(cases: readonly Case[], { request, shop }: Call, locale: Locale): TaskView {
  const messages = messagesIn(locale);
  const text = messages.correction;
  const isProposed = cases.some(({ proposal }) => proposal !== undefined);
  return {
    locale,
    subject: plain(`[${plain(shop.name, 40)}] ${text.subject(cases.length)}`, 150),
    shop: plain(shop.name, 60),
    when: messages.moment(request.now, { now: request.now, zone: shop.zone }),
    title: text.title(cases.length),
    said: [
      text.why,
      text.rule[editRule(shop.market)],
      ...(isProposed ? [shop.correctNumbers ? text.byItself : text.byHand] : []),
    ],
    steps: { heading: text.stepsHeading, list: text.steps },
    rowsHeading: text.rows,
    rows: cases.slice(0, rowsInMail).map((one) => row(one, { request, shop }, locale)),
    hidden: cases.length > rowsInMail ? text.notShown(cases.length - rowsInMail) : '',
    footer: messages.notice.footer,
  };
}

type At = Pick<Call, 'request' | 'shop'>;

function row(one: Case, at: At, locale: Locale): TaskRow {
  const messages = messagesIn(locale);
  const text = messages.correction;
  const order = plain(one.item.order, 40);
  return {
    name: `${messages.notice.order} ${order}`,
    href: orderLink(at.shop, order),
    figure: figureOf(one, at, locale),
    details: [
      [messages.notice.parcel, one.parcel],
      [messages.table.carrier, one.carrier],
      [text.given, one.number || messages.supplement.noNumber],
      [text.proposed, one.proposal?.number ?? ''],
      [text.because, becauseOf(one, locale)],
      [text.done, one.outcome ? text.outcome[one.outcome] : ''],
      [text.window, windowOf(one, at, locale)],
    ],
  };
}

function figureOf(one: Case, at: At, locale: Locale): string {
  const messages = messagesIn(locale);
  const text = messages.correction;
  if (one.change !== 'open') return text.windowOver;
  return one.until ? text.windowLeft(messages.duration(age(at.request.now, one.until.at))) : text.windowUnknown;
}

function becauseOf({ change, proposal }: Case, locale: Locale): string {
  const { correction: text } = messagesIn(locale);
  switch (change) {
    case 'theirs':
      return text.notOurs;
    case 'over':
      return '';
    case 'open':
      return proposal ? text.mended(proposal.slips, proposal.format) : text.askPacker;
  }
}

function windowOf({ until }: Case, { request }: At, locale: Locale): string {
  const messages = messagesIn(locale);
  return until ? `${messages.moment(until.at, viewpointOf(request))} – ${sourceText(messages, until.source)}` : '';
}

function numberTable(cases: readonly Case[], { request, shop }: Call, locale: Locale): Attachment {
  const { correction: text, table } = messagesIn(locale);
  const columns: readonly (readonly [string, (one: Case) => Cell])[] = [
    [table.order, ({ item }) => plain(item.order, 60)],
    [table.parcel, ({ parcel }) => parcel],
    [table.carrier, ({ carrier }) => carrier],
    [text.given, ({ number }) => number],
    [text.proposed, ({ proposal }) => proposal?.number],
    [text.because, (one) => becauseOf(one, locale)],
    [text.done, ({ outcome }) => (outcome ? text.outcome[outcome] : '')],
    [table.deadline(shop.zone), ({ until }) => (until ? sortableTime(until.at, shop.zone) : '')],
    [table.link, ({ item }) => orderLink(shop, plain(item.order, 60))],
  ];
  const rows = cases.map((one) => columns.map(([, cell]) => cell(one)));
  const headings = columns.map(([heading]) => heading);
  return csvAttachment(`numbers-${shop.id}-${request.run}`, writeCsv(headings, rows));
}
