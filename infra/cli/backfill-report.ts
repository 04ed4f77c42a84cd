import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoQuarantine } from '../../shared/adapters/dynamo/quarantine.ts';
import { iso } from '../../shared/domain/time.ts';
import { pagesOf } from '../../shared/jobs/pages-of.ts';
import { counted } from '../../shared/messages/en-words.ts';
import { plain } from '../../shared/messages/plain.ts';
import { shards } from '../../shared/ports/order-book.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import type { WatchedShop } from './watched-shop.ts';

/** What came of a backfill; as `--json` prints it. */
export interface BackfillReport {
  readonly shop: string;
  readonly run: string;
  readonly state: RunRecord['state'];
  readonly from: string | null;
  readonly to: string | null;
  /** Nothing that was created before it is missing. */
  readonly reached: string | null;
  readonly found: number;
  /** All of the shop's orders that are under watch now. */
  readonly watched: number;
  /** Findings that it opened, by check and stage, the most frequent first. */
  readonly findings: readonly { readonly check: string; readonly stage: string; readonly count: number }[];
  /** Whether their people were told. */
  readonly told: boolean;
  /** Orders that cannot be read, and the fields that do not fit. */
  readonly quarantined: readonly { readonly order: string; readonly paths: readonly string[] }[];
  readonly calls: RunRecord['tally']['calls'];
}

/** Longer lists are for `--json`. */
const mostShown = 10;

export async function readReport(
  run: string,
  { state, progress, tally, open, requests }: RunRecord,
  { shop, table }: WatchedShop,
): Promise<BackfillReport> {
  const quarantined = (await new DynamoQuarantine(table).list(shop.id)).filter((one) => one.run === run);
  return {
    shop: shop.id,
    run,
    state,
    from: progress ? iso(progress.from) : null,
    to: progress ? iso(progress.to) : null,
    reached: progress ? iso(progress.reached) : null,
    found: tally.pulled,
    watched: open,
    findings: await openedBy(run, shop.id, new DynamoOrderBook(table)),
    told: requests.length > 0,
    quarantined: quarantined.map(({ order, paths }) => ({ order, paths })),
    calls: tally.calls,
  };
}

async function openedBy(run: string, shop: string, book: DynamoOrderBook): Promise<BackfillReport['findings']> {
  const counts = new Map<string, { readonly check: string; readonly stage: string; count: number }>();
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const page of pagesOf((after) => book.read(shop, shard, after))) {
      for (const { check, stage, last } of page.orders.flatMap(({ findings }) => findings)) {
        if (last.run !== run || last.kind !== 'opened') continue;
        const row = counts.get(`${check} ${stage}`) ?? { check, stage, count: 0 };
        row.count += 1;
        counts.set(`${check} ${stage}`, row);
      }
    }
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count);
}

export function reportText(report: BackfillReport): string {
  const { state, found, watched, findings, told, quarantined, calls, reached, run } = report;
  const total = findings.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(state === 'cancelled' ? [`Cancelled at ${reached ?? 'its beginning'}: what was read stays.`] : []),
    `Found ${counted(found, 'order')} with ${counted(calls.search, 'search', 'searches')} and ${counted(calls.tracking, 'trace read')}.`,
    `${counted(watched, 'order')} are under watch now; ${told ? 'alerted' : 'would have alerted'} about ${counted(total, 'finding')}${total > 0 ? ':' : '.'}`,
    ...findings
      .slice(0, mostShown)
      .map(({ check, stage, count }) => `  ${String(count).padStart(6)}  ${check} (${stage})`),
    ...more(findings),
    ...(quarantined.length > 0 ? [`${counted(quarantined.length, 'order')} could not be read and left aside:`] : []),
    ...quarantined
      .slice(0, mostShown)
      .map(({ order, paths }) => `  ${plain(order, 60)}: ${plain(paths.join(', '), 120)}`),
    ...more(quarantined),
    `Run: ${run}`,
  ].join('\n');
}

function more(rows: readonly unknown[]): readonly string[] {
  return rows.length > mostShown ? [`  … and ${rows.length - mostShown} more (--json).`] : [];
}
