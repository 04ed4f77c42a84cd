import type { Budget, DailyDigest } from '../domain/digest.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import { lineLink, subjectName } from './notice-row.ts';
import { listed, preventedRows, type ReportParts, type ReportRow, type ReportSection } from './report-section.ts';
import { orderLink } from './seller-center.ts';
import { percent, stageText, toldOf } from './told.ts';

/** What is open, what is due, what to hand over, and how the figures stand. */
export function dailyParts(digest: DailyDigest, messages: Messages): ReportParts {
  const { daily: text } = messages.report;
  const { open, due } = digest;
  const dues = due.reduce((sum, { count }) => sum + count, 0);
  const isOpen = open.critical + open.breach + open.warning > 0;
  const told = isOpen ? messages.notice.title(open) : text.nothingOpen;
  return {
    title: text.summary(told, dues === 0 ? text.nothingDue : text.due(dues)),
    lead: [],
    sections: [
      openSection(digest, messages),
      dueSection(digest, messages),
      handOverSection(digest, messages),
      budgetSection(digest, messages),
      preventedSection(digest, messages),
      ...unwatchedSection(digest, messages),
    ],
  };
}

function openSection(digest: DailyDigest, messages: Messages): ReportSection {
  const { daily: text } = messages.report;
  const { open, urgent, inhibited } = digest;
  const head = [messages.notice.order, messages.notice.carrier, text.what, text.how, messages.notice.deadline] as const;
  const rows = urgent.map((line) => openRow(digest, line, messages));
  const isCut = open.critical + open.breach + open.warning > rows.length;
  const silent = inhibited > 0 ? [text.inhibited(inhibited)] : [];
  const lines = [...(isCut ? [text.urgentMore(rows.length)] : []), ...silent];
  const section = listed(text.urgent, head, rows, text.noneOpen, lines);
  return rows.length === 0 ? { ...section, lines: [...section.lines, ...silent] } : section;
}

function openRow(digest: DailyDigest, line: NoticeLine, messages: Messages): ReportRow {
  const stage = stageText(messages, line);
  const carrier = plain([line.carrier ?? '', line.number ?? ''].join(' ').trim(), 60);
  const at = line.deadline?.at;
  const href = lineLink(digest, line);
  return {
    cells: [
      subjectCell(digest, line, messages),
      carrier === '' ? '–' : carrier,
      stage.headline,
      stage.timing(toldOf(messages, line, digest.now)),
      at === undefined ? '–' : shortMoment(digest, at, messages),
    ],
    severity: line.severity,
    ...(href !== undefined && { href }),
  };
}

/** Under the heading "Order" an order's number alone. */
function subjectCell(digest: DailyDigest, line: NoticeLine, messages: Messages): string {
  return line.subject.kind === 'order' ? plain(line.order ?? line.subject.id, 40) : subjectName(messages, digest, line);
}

function dueSection(digest: DailyDigest, messages: Messages): ReportSection {
  const { daily: text } = messages.report;
  const rows = digest.due.map((one): ReportRow => ({
    cells: [stageText(messages, one).headline, String(one.count), shortMoment(digest, one.next, messages)],
  }));
  return listed(text.dueToday, [text.what, text.many, text.next], rows, text.noneDue, [text.dueNote]);
}

function handOverSection(digest: DailyDigest, messages: Messages): ReportSection {
  const { daily: text } = messages.report;
  const { count, rows } = digest.handOver;
  const cells = rows.map(({ order, carrier, due, attest }): ReportRow => ({
    cells: [
      plain(order, 40),
      plain(carrier ?? '–', 40),
      due === undefined ? '–' : shortMoment(digest, due, messages),
      attest.length === 0 ? '–' : attest.map((kind) => text.attestation[kind]).join(text.between),
    ],
    href: orderLink(digest.shop, plain(order, 60)),
  }));
  const head = [messages.notice.order, messages.notice.carrier, text.by, text.attest] as const;
  return listed(text.handOver, head, cells, text.nothingWaits, [text.waiting(count)]);
}

function budgetSection(digest: DailyDigest, messages: Messages): ReportSection {
  const { daily: text } = messages.report;
  const isKnown = digest.budgets.some(({ is }) => is !== 'unknown');
  const rows = isKnown ? digest.budgets.map((budget) => budgetRow(budget, messages)) : [];
  return listed(text.budgets, [text.figure, text.now, text.limit, text.left], rows, text.noBudget);
}

function budgetRow(budget: Budget, messages: Messages): ReportRow {
  const { daily: text, unknown } = messages.report;
  const name = text.metric[budget.metric];
  switch (budget.is) {
    case 'unknown':
      return { cells: [name, unknown, '–', '–'] };
    case 'rate': {
      const { late, orders, limit, left, days } = budget;
      const isOver = late / orders > limit;
      return {
        cells: [
          name,
          text.rate(late, orders, percent(late / orders), days),
          text.atMost(percent(limit)),
          text.leftOrders(left),
        ],
        ...(isOver && { severity: 'breach' as const }),
      };
    }
    case 'score': {
      const { score, limit, origin } = budget;
      return {
        cells: [
          name,
          text.score(points(score), origin),
          text.atLeast(points(limit)),
          text.leftPoints(points(Math.abs(score - limit)), score < limit),
        ],
        ...(score < limit && { severity: 'breach' as const }),
      };
    }
  }
}

/** Out of a hundred, to a tenth. */
function points(score: number): string {
  return String(Math.round(score * 10) / 10);
}

function preventedSection(digest: DailyDigest, messages: Messages): ReportSection {
  const { report } = messages;
  const from = messages.moment(digest.prevented.from, { now: digest.now, zone: digest.shop.zone });
  const rows = preventedRows(messages, digest.prevented);
  const section = listed(report.prevented, [report.daily.what, report.cases], rows, report.nonePrevented);
  return { ...section, lines: [report.preventedSince(from), ...section.lines] };
}

/** Without a complete pull nobody knows, and the message says so already. */
function unwatchedSection({ notWatched }: DailyDigest, messages: Messages): readonly ReportSection[] {
  const { daily: text } = messages.report;
  if (!notWatched) return [];
  const { checks, because } = notWatched;
  if (checks === 0) return [{ title: text.notWatched, lines: [text.allWatched] }];
  const mostly = because && `${text.mostly}${messages.colon}${messages.unwatched.because[because]}`;
  return [{ title: text.notWatched, lines: [text.unwatched(checks), ...(mostly === undefined ? [] : [mostly])] }];
}

function shortMoment({ now, shop }: DailyDigest, at: Instant, messages: Messages): string {
  return messages.shortMoment(at, { now, zone: shop.zone });
}
