import type { Budget, DailyDigest, DigestRequest, LaneFigures, Prevented, WeeklyReport } from '../../domain/digest.ts';
import { iso } from '../../domain/time.ts';
import type { Messages } from '../../messages/messages.ts';
import { plain } from '../../messages/plain.ts';
import { messagesIn } from '../../messages/registry.ts';
import { reportView } from '../report-view.ts';
import { stageText } from '../told.ts';
import type { DailyDocument, DigestDocument, WeeklyDocument } from './digest-document.ts';
import { webhookFinding } from './webhook-finding.ts';

/** A digest or weekly report as a document that machines read. */
export function digestDocument(request: DigestRequest): DigestDocument {
  const messages = messagesIn(request.channel.locale);
  return request.kind === 'daily' ? dailyDocument(request, messages) : weeklyDocument(request, messages);
}

function frameOf(request: DigestRequest, messages: Messages) {
  const { id, shop, run, now, channel, asOf, prevented } = request;
  return {
    v: 1 as const,
    id,
    shop: { id: plain(shop.id), name: plain(shop.name), market: plain(shop.market, 20), zone: plain(shop.zone) },
    run: plain(run),
    now: iso(now),
    language: channel.locale,
    title: reportView(request).subject,
    ...(asOf !== undefined && { asOf: iso(asOf) }),
    prevented: preventedDocument(prevented, messages),
  };
}

function dailyDocument(digest: DailyDigest, messages: Messages): DailyDocument {
  const { open, inhibited, urgent, due, handOver, budgets, notWatched } = digest;
  return {
    ...frameOf(digest, messages),
    kind: 'daily',
    open: { ...open, inhibited },
    urgent: urgent.map((line) => webhookFinding(messages, digest, line)),
    due: due.map(({ next, ...stage }) => ({ ...stageDocument(stage, messages), next: iso(next) })),
    handOver: {
      count: handOver.count,
      next: handOver.rows.map((row) => ({
        order: plain(row.order),
        ...(row.carrier !== undefined && { carrier: plain(row.carrier) }),
        ...(row.due !== undefined && { due: iso(row.due) }),
        attest: [...row.attest],
      })),
    },
    budgets: budgets.map((budget) => budgetDocument(budget, messages)),
    ...(notWatched && { notWatched: { ...notWatched } }),
  };
}

function weeklyDocument(report: WeeklyReport, messages: Messages): WeeklyDocument {
  const { days, lanes, preventedBefore } = report;
  return {
    ...frameOf(report, messages),
    kind: 'weekly',
    ...(days && { days: { ...days } }),
    lanes: lanes.map(({ lane, carrier, week, before }) => ({
      lane: plain(lane),
      carrier: plain(carrier),
      week: figuresDocument(week),
      ...(before && { before: figuresDocument(before) }),
    })),
    ...(preventedBefore && { preventedBefore: preventedDocument(preventedBefore, messages) }),
  };
}

function figuresDocument({
  toFirstScan,
  toTikTok,
  stalled,
  late,
}: LaneFigures): WeeklyDocument['lanes'][number]['week'] {
  return {
    ...(toFirstScan && { labelToFirstScan: { ...toFirstScan } }),
    ...(toTikTok && { scanToTikTok: { ...toTikTok } }),
    ...(stalled && { stalled: { ...stalled } }),
    ...(late && { late: { ...late } }),
  };
}

function preventedDocument({ from, stages }: Prevented, messages: Messages): DailyDocument['prevented'] {
  return { since: iso(from), stages: stages.map((stage) => stageDocument(stage, messages)) };
}

function stageDocument(
  of: Prevented['stages'][number],
  messages: Messages,
): DailyDocument['prevented']['stages'][number] {
  const { headline } = stageText(messages, of);
  return { check: plain(of.check), stage: plain(of.stage), headline, count: of.count };
}

function budgetDocument(budget: Budget, messages: Messages): DailyDocument['budgets'][number] {
  const { metric } = budget;
  const name = messages.report.daily.metric[metric];
  switch (budget.is) {
    case 'unknown':
      return { metric, name };
    case 'rate': {
      const { late, orders, limit, left, days } = budget;
      return { metric, name, rate: { late, orders, atMost: limit, left, days } };
    }
    case 'score':
      return { metric, name, score: { points: budget.score, atLeast: budget.limit, origin: budget.origin } };
  }
}
