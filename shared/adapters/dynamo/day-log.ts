import { dayOf, type DayTotals } from '../../domain/day-totals.ts';
import { before, days, instant } from '../../domain/time.ts';
import type { DayLog } from '../../ports/day-log.ts';
import { putAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readDocument } from './item.ts';
import { recordPartition } from './keys.ts';
import { readPage } from './query.ts';
import { dayTotalsSchema } from './day-schema.ts';

/** A year and a month more, so that a month can be held against the same one a year ago. */
const life = days(400);

/** Nobody asks for more than a few weeks. */
const daysPerPage = 100;

export class DynamoDayLog implements DayLog {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async write(shop: string, totals: readonly DayTotals[]): Promise<void> {
    const pk = recordPartition('day', shop);
    const ttl = expiry(this.#table.clock.wall(), life);
    const items = totals.map((of) => ({
      ...keyAttributes({ pk, sk: of.day }),
      totals: { S: JSON.stringify(of) },
      ...ttl,
    }));
    await putAll(this.#table, items);
  }

  async since(shop: string, day: string): Promise<readonly DayTotals[]> {
    const found: DayTotals[] = [];
    let after: string | undefined = dayOf(before(instant(Date.parse(day)), days(1)));
    do {
      const page = await readPage(this.#table, recordPartition('day', shop), daysPerPage, after);
      const alive = page.items.filter((item) => isAlive(item, this.#table.clock));
      found.push(...alive.map((item) => readDocument(item, 'totals', dayTotalsSchema)));
      after = page.next;
    } while (after !== undefined);
    return found;
  }
}
