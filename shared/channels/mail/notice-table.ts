import type { NoticeLine, NoticeRequest } from '../../domain/notice.ts';
import type { Instant } from '../../domain/time.ts';
import type { Attachment } from '../../ports/messaging.ts';
import { plain } from '../../messages/plain.ts';
import { sortableTime } from '../../messages/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { ruleText, sourceText } from '../deadline-source.ts';
import { assumptionOf } from '../notice-risk.ts';
import { changeWord, lastCallOf, lineLink, underWay } from '../notice-row.ts';
import { endOf, stageText, toldOf } from '../told.ts';
import { csvAttachment, writeCsv } from './csv.ts';
import type { Cell } from './csv.ts';

type Column = readonly [heading: string, cell: (line: NoticeLine) => Cell];

/** All lines of a notice as a table; times stand in the shop's zone, as the headings say. */
export function noticeTable(notice: NoticeRequest, messages: Messages): Attachment {
  const all = columns(notice, messages);
  const rows = notice.lines.flatMap(withFolded).map((line) => all.map(([, cell]) => cell(line)));
  const name = `tidewatch-${notice.shop.id}-${notice.run}-${notice.channel.locale}`;
  const headings = all.map(([heading]) => heading);
  return csvAttachment(name, writeCsv(headings, rows));
}

/** Orders that a line speaks for stand below it, each in a row of its own. */
function withFolded(line: NoticeLine): readonly NoticeLine[] {
  const { folded, ...own } = line;
  return [line, ...(folded?.rows ?? []).map((order) => ({ ...own, ...order }))];
}

function columns(notice: NoticeRequest, messages: Messages): readonly Column[] {
  const { zone } = notice.shop;
  const text = messages.table;
  const time = (at: Instant | undefined) => (at === undefined ? undefined : sortableTime(at, zone));
  return [
    [text.order, (line) => outside(line.order)],
    [text.parcel, (line) => outside(line.parcel)],
    [text.carrier, (line) => outside(line.carrier)],
    [text.number, (line) => outside(line.number)],
    [text.finding, (line) => finding(notice, messages, line)],
    [text.severity, (line) => messages.severity[line.severity]],
    [text.change, (line) => change(messages, line)],
    [text.timing, (line) => timing(notice, messages, line)],
    [text.since(zone), (line) => time(line.since)],
    [text.deadline(zone), (line) => time(line.deadline?.at)],
    [text.lastCall(zone), (line) => time(lastCallOf(line))],
    [text.source, (line) => (line.deadline ? sourceText(messages, line.deadline.source) : ruleText(messages, line))],
    [text.lastScanAt(zone), (line) => time(line.lastEvent?.at)],
    [text.lastScan, (line) => outside(line.lastEvent?.text)],
    [text.next, (line) => (line.transition === 'resolved' ? undefined : stageText(messages, line).next)],
    [text.amount, (line) => outside(line.amount)],
    [text.currency, (line) => outside(line.currency)],
    [text.risk, (line) => outside(line.risk?.amount)],
    [text.riskCurrency, (line) => outside(line.risk?.currency)],
    [text.assumption, (line) => assumptionOf(messages, notice, line)],
    [text.remedy, (line) => underWay(messages, line.remedy)],
    [text.link, (line) => lineLink(notice, line)],
  ];
}

function outside(value: string | undefined): Cell {
  return value === undefined ? undefined : plain(value, 200);
}

/** An order names itself in its own column; a credential or the shop does not. */
function finding(notice: NoticeRequest, messages: Messages, line: NoticeLine): string {
  const { headline } = stageText(messages, line);
  return line.subject.kind === 'credential'
    ? `${headline}${messages.colon}${toldOf(messages, line, notice.now).name}`
    : headline;
}

/** How late something was is over when it is solved. */
function timing(notice: NoticeRequest, messages: Messages, line: NoticeLine): Cell {
  return line.transition === 'resolved'
    ? undefined
    : stageText(messages, line).timing(toldOf(messages, line, notice.now));
}

function change(messages: Messages, line: NoticeLine): string {
  const word = changeWord(messages, line);
  if (line.transition !== 'resolved') return word;
  return `${word}${messages.colon}${endOf(messages, line)}`;
}
