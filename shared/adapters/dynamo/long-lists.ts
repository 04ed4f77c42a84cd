import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { NoticeLine } from '../../domain/notice.ts';
import { days, type Instant } from '../../domain/time.ts';
import type { LongLists } from '../../ports/long-lists.ts';
import { lineSchema } from '../notice-parts.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readItem, readNumber, type Item } from './item.ts';
import { recordPartition } from './keys.ts';
import { refuse } from './pack.ts';

const life = days(30);

/** Lines of one item: compressed they are a few dozen kilobytes, well below the 400 KB of an item (DynamoDB, 2026-11). */
const perItem = 500;

const linesSchema = z.array(lineSchema);

export class DynamoLongLists implements LongLists {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async put(shop: string, id: string, lines: readonly NoticeLine[], wall: Instant): Promise<void> {
    const pk = recordPartition('list', shop);
    const parts = Math.max(1, Math.ceil(lines.length / perItem));
    const ttl = expiry(wall, life);
    await putAll(
      this.#table,
      Array.from({ length: parts }, (_, part) => ({
        ...keyAttributes({ pk, sk: partName(id, part) }),
        parts: { N: String(parts) },
        lines: { B: gzipSync(JSON.stringify(lines.slice(part * perItem, (part + 1) * perItem))) },
        ...ttl,
      })),
    );
  }

  async find(shop: string, id: string): Promise<readonly NoticeLine[] | undefined> {
    const pk = recordPartition('list', shop);
    const [first] = await this.#read([{ pk, sk: partName(id, 0) }]);
    if (!first) return undefined;
    const rest = Array.from({ length: readNumber(first, 'parts') - 1 }, (_, part) => ({
      pk,
      sk: partName(id, part + 1),
    }));
    const others = rest.length === 0 ? [] : await this.#read(rest);
    return [first, ...others].toSorted((one, other) => placeOf(one) - placeOf(other)).flatMap(linesIn);
  }

  async #read(keys: Parameters<typeof readAll>[1]): Promise<readonly Item[]> {
    const items = await readAll(this.#table, keys);
    return items.filter((item) => isAlive(item, this.#table.clock));
  }
}

function partName(id: string, part: number): string {
  return `${id}#${part}`;
}

function placeOf(item: Item): number {
  return Number(item['sk']?.S?.split('#').at(-1));
}

function linesIn(item: Item): readonly NoticeLine[] {
  return readItem(item, 'lines', ({ B }) => {
    const checked = linesSchema.safeParse(JSON.parse(gunzipSync(B ?? refuse('not binary')).toString()));
    return checked.success ? checked.data : refuse('lines of unknown form');
  });
}
