import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from '../../infra/local/simulator/simulator.ts';
import type { DailyDigest, WeeklyReport } from '../../shared/domain/digest.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { iso } from '../../shared/domain/time.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { SimulatedWatch } from '../support/a-simulated-watch.ts';
import { at } from '../support/moments.ts';

/** Findings of a book at the end of a sweep, by who is meant; the same whoever counts them. */
interface Counted {
  open: number;
  prevented: number;
}

const quiet = new Set(checkCards.flatMap(({ stages }) => stages.filter((stage) => stage.quiet).map(({ id }) => id)));
const doneAt: Readonly<Record<string, 'confirmedAt' | 'collectedAt' | 'deliveredAt'>> = {
  'confirm-by': 'confirmedAt',
  'pickup-by': 'collectedAt',
  'deliver-by': 'deliveredAt',
};

/** Reckoned from what is stored alone, and by no code of the digest's. */
function isNearMiss(finding: Finding, run: string, order?: WatchedOrder['order']): boolean {
  if (finding.state !== 'resolved' || finding.last.run !== run || quiet.has(finding.stage)) return false;
  if (finding.resolvedBecause === 'abandoned' || order?.status === 'CANCELLED' || !finding.deadline) return false;
  const field = doneAt[finding.check];
  const over = (field && order?.[field]) ?? finding.last.at;
  return finding.openedAt <= finding.deadline.at && over <= finding.deadline.at;
}

describe('a weekend of a simulated shop', () => {
  const told: { daily: DailyDigest[]; weekly: WeeklyReport[] } = { daily: [], weekly: [] };
  const counted: Counted[] = [];
  let prevented = 0;
  let close = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    const now = at('2026-01-17T12:00:00Z');
    const simulator = await startSimulator({
      seed: 7,
      now,
      shops: [{ region: 'GB', name: 'Harbour Lane UK', orders: { from: 'generator', open: 60 } }],
    });
    close = () => simulator.close();
    const watch = await new SimulatedWatch(simulator, { digest: '08:00', weekly: { day: 1, at: '08:00' } }).connect();
    const { story } = watch;
    for (let hour = 0; hour < 45; hour += 1) {
      await watch.sweep(1);
      const run = iso(simulator.now());
      const book = story.book.open(story.shop.id);
      const ofShop = story.watches.peek(story.shop.id)?.findings ?? [];
      prevented += book.flatMap(({ order, findings }) => findings.filter((one) => isNearMiss(one, run, order))).length;
      prevented += ofShop.filter(({ finding }) => isNearMiss(finding, run)).length;
      const digest = story.outbox.digests.find((one) => one.run === run && one.kind === 'daily');
      if (!digest) continue;
      const live = [...book.flatMap(({ findings }) => findings), ...ofShop.map(({ finding }) => finding)];
      const open = live.filter(({ state, stage }) => state !== 'resolved' && !quiet.has(stage)).length;
      counted.push({ open, prevented });
    }
    const english = story.outbox.digests.filter(({ channel }) => channel.id === 'email:en');
    for (const one of english) {
      if (one.kind === 'daily') told.daily.push(one);
      else told.weekly.push(one);
    }
  }, 120_000);
  afterAll(() => close());

  it('has a digest each morning and a report on Monday', () => {
    expect(told.daily.map(({ now }) => iso(now).slice(0, 13))).toEqual(['2026-01-18T08', '2026-01-19T08']);
    expect(told.weekly.map(({ now }) => iso(now).slice(0, 13))).toEqual(['2026-01-19T08']);
  });

  it('prevented what the book says was prevented, each once', () => {
    const sums = told.daily.map((_, day) =>
      told.daily
        .slice(0, day + 1)
        .flatMap((digest) => digest.prevented.stages)
        .reduce((sum, { count }) => sum + count, 0),
    );
    expect(sums).toEqual(counted.map((one) => one.prevented));
    expect(sums.at(-1)).toBeGreaterThan(2);
    const week = told.weekly.flatMap((one) => one.prevented.stages).reduce((sum, { count }) => sum + count, 0);
    expect(week).toBe(sums.at(-1));
  });

  it('has as much open as the book holds, but for what another finding explains', () => {
    for (const [day, digest] of told.daily.entries()) {
      const { critical, breach, warning } = digest.open;
      expect(critical + breach + warning).toBeLessThanOrEqual(counted[day]?.open ?? 0);
      expect(critical + breach + warning + digest.inhibited).toBeGreaterThan((counted[day]?.open ?? 0) / 2);
      expect(digest.urgent.length).toBe(Math.min(10, critical + breach + warning));
    }
  });

  it('shows how carriers fared, and how late TikTok shows their scans', () => {
    const [report] = told.weekly;
    // Promises to the United Kingdom end with the fifth day.
    expect(report?.days?.to).toMatch(/^2026-01-(1[0-4])$/);
    expect(report?.lanes.length).toBeGreaterThan(1);
    const lags = report?.lanes.flatMap(({ week }) => week.toTikTok ?? []) ?? [];
    expect(lags.length).toBeGreaterThan(0);
    for (const { median, p90, sample } of lags) {
      expect(sample).toBeGreaterThan(0);
      expect(p90).toBeGreaterThanOrEqual(median);
    }
  });
});
