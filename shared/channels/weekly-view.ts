import type { LaneReport, Prevented, Share, Spread, StageCount, WeeklyReport } from '../domain/digest.ts';
import { enoughParcels } from '../domain/lane.ts';
import { hours } from '../domain/time.ts';
import type { Messages } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import { listed, type ReportParts, type ReportRow, type ReportSection } from './report-section.ts';
import { percent, stageText } from './told.ts';

/** How the carriers did on each lane, measure by measure, and what was prevented. */
export function weeklyParts(report: WeeklyReport, messages: Messages): ReportParts {
  const { weekly: text } = messages.report;
  const { days, lanes, prevented } = report;
  const count = prevented.stages.reduce((sum, one) => sum + one.count, 0);
  return {
    title: text.title(count, new Set(lanes.map(({ carrier }) => carrier)).size),
    lead: [days ? text.orders(plain(days.from, 20), plain(days.to, 20)) : text.noOrders, text.fewNote],
    sections: [
      spreads(report, 'toFirstScan', text.firstScan, text.parcels, [], messages),
      spreads(report, 'toTikTok', text.toTikTok, text.scans, [text.toTikTokNote], messages),
      shares(report, 'stalled', text.stalled, text.parcels, [text.stalledNote], messages),
      shares(report, 'late', text.late, text.orderCount, [], messages),
      preventedSection(report, messages),
    ],
  };
}

function spreads(
  { lanes }: WeeklyReport,
  figure: 'toFirstScan' | 'toTikTok',
  title: string,
  sample: string,
  notes: readonly string[],
  messages: Messages,
): ReportSection {
  const { weekly: text } = messages.report;
  const rows = lanes.flatMap((lane): ReportRow[] => {
    const spread = lane.week[figure];
    return spread ? [{ cells: [nameOf(lane, messages), ...spreadCells(spread, lane.before?.[figure], messages)] }] : [];
  });
  const head = [messages.notice.carrier, text.median, text.p90, sample, text.before] as const;
  return listed(title, head, rows, text.nothingMeasured, notes);
}

function spreadCells({ sample, median, p90 }: Spread, before: Spread | undefined, messages: Messages) {
  const length = (count: number): string => messages.duration(hours(count));
  const earlier = before
    ? messages.report.weekly.beside(
        `${length(before.median)} / ${length(before.p90)}`,
        sampleText(before.sample, messages),
      )
    : '–';
  return [length(median), length(p90), sampleText(sample, messages), earlier];
}

function shares(
  { lanes }: WeeklyReport,
  figure: 'stalled' | 'late',
  title: string,
  sample: string,
  notes: readonly string[],
  messages: Messages,
): ReportSection {
  const { weekly: text } = messages.report;
  const rows = lanes.flatMap((lane): ReportRow[] => {
    const share = lane.week[figure];
    return share ? [{ cells: [nameOf(lane, messages), ...shareCells(share, lane.before?.[figure], messages)] }] : [];
  });
  return listed(title, [messages.notice.carrier, text.share, sample, text.before], rows, text.nothingMeasured, notes);
}

function shareCells({ count, of }: Share, before: Share | undefined, messages: Messages): readonly string[] {
  const { weekly: text } = messages.report;
  const earlier = before ? text.beside(percent(before.count / before.of), sampleText(before.of, messages)) : '–';
  return [text.beside(percent(count / of), String(count)), sampleText(of, messages), earlier];
}

function sampleText(sample: number, { report }: Messages): string {
  return sample < enoughParcels ? report.weekly.beside(String(sample), report.weekly.few) : String(sample);
}

/** The carrier and the lane it is measured on. */
function nameOf({ lane, carrier }: LaneReport, { report }: Messages): string {
  const { weekly: text } = report;
  const known: Readonly<Record<string, string>> = text.lane;
  const name = carrier === '–' ? text.noCarrier : plain(carrier, 40);
  return `${name} · ${(Object.hasOwn(known, lane) ? known[lane] : undefined) ?? plain(lane, 40)}`;
}

function preventedSection(report: WeeklyReport, messages: Messages): ReportSection {
  const { report: text } = messages;
  const before = report.preventedBefore;
  const [now, earlier] = [byStage(report.prevented), byStage(before)];
  const stages = new Map([...earlier, ...now]);
  const rows = [...stages].map(([key, one]): ReportRow => ({
    cells: [
      stageText(messages, one).headline,
      String(now.get(key)?.count ?? 0),
      before ? String(earlier.get(key)?.count ?? 0) : '–',
    ],
  }));
  const since = messages.moment(report.prevented.from, { now: report.now, zone: report.shop.zone });
  const head = [text.daily.what, text.weekly.thisWeek, text.weekly.before] as const;
  const section = listed(text.prevented, head, rows, text.nonePrevented);
  return { ...section, lines: [text.preventedSince(since), ...section.lines] };
}

function byStage(of: Prevented | undefined): ReadonlyMap<string, StageCount> {
  return new Map((of?.stages ?? []).map((one) => [`${one.check}/${one.stage}`, one]));
}
