import type { Shop } from '../../../shared/domain/shop.ts';
import { age, hours, instant, type Instant } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import { plain } from '../../../shared/messages/plain.ts';
import type { FindingRow } from '../../local/watching/finding-row.ts';
import { findingTable, rulesText } from '../finding-table.ts';

/** A shop, and up to when what is known of it is complete; left out: nobody has swept it yet. */
export interface KnownShop {
  readonly shop: Pick<Shop, 'id' | 'name'>;
  readonly watermark?: Instant | undefined;
}

export interface ShownFindings {
  readonly now: number;
  readonly shops: readonly KnownShop[];
  /** All that were asked for, the most urgent first. */
  readonly rows: readonly FindingRow[];
  readonly most: number;
  /** Some were left out by what was asked for. */
  readonly isChosen: boolean;
}

/** Sweeps are hourly; what is older than two of them hides whatever has happened since. */
const stale = hours(2);

/** The table and the rules behind it, and which shops are not known as they stand now. */
export function findingsText(of: ShownFindings): string {
  return [tableText(of), ...rulesText(of.rows.slice(0, of.most)), ...staleText(of)].join('\n');
}

/** The table and what is stale alone, for a screen of a few lines. */
export function findingsScreen(of: ShownFindings): string {
  return [tableText(of), ...staleText(of)].join('\n');
}

function tableText({ now, shops, rows, most, isChosen }: ShownFindings): string {
  if (shops.length === 0) return 'No shop is watched.';
  if (rows.length === 0 && isChosen) return 'No finding fits what was asked for.';
  const names = new Map(shops.map(({ shop }) => [shop.id, shop.name]));
  const table = findingTable(rows.slice(0, most), { now, names, by: 'name' });
  return rows.length > most ? `${table}\n… and ${rows.length - most} more.` : table;
}

function staleText({ now, shops }: ShownFindings): readonly string[] {
  return shops.flatMap(({ shop, watermark }) => {
    const name = plain(shop.name, 60);
    if (watermark === undefined) return [`${name}: not swept yet.`];
    const old = age(watermark, instant(now));
    return old > stale ? [`${name}: known as it was ${en.duration(old)} ago; tidewatch doctor says why.`] : [];
  });
}
