import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { NoticeLine } from '../../domain/notice.ts';
import { jsonBytes } from '../../domain/json-bytes.ts';
import { days, type Instant } from '../../domain/time.ts';
import type { LongLists } from '../../ports/long-lists.ts';
import { lineSchema } from '../notice-parts.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readItem, readNumber, type Item } from './item.ts';
import { recordPartition } from './keys.ts';
import { refuse } from './pack.ts';

const life = days(30);

/** Of one item before it is compressed, to a third at least; an item takes 400 KB (DynamoDB, 2026-11). */
const bytesPerItem = 700_000;

const linesSchema = z.array(lineSchema);

export class DynamoLongLists implements LongLists {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async put(shop: string, id: string, lines: readonly NoticeLine[], wall: Instant): Promise<void> {
    const pk = recordPartition('list', shop);
    const parts = partsOf(lines);
    const ttl = expiry(wall, life);
    await putAll(
      this.#table,
      parts.map((some, part) => ({
        ...keyAttributes({ pk, sk: partName(id, part) }),
        parts: { N: String(parts.length) },
        lines: { B: gzipSync(JSON.stringify(some)) },
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

/** At least one, so that an empty list is known to be empty. */
function partsOf(lines: readonly NoticeLine[]): readonly (readonly NoticeLine[])[] {
  const parts: NoticeLine[][] = [[]];
  let room = bytesPerItem;
  for (const line of lines) {
    const bytes = jsonBytes(line) + 1;
    if (bytes > room) {
      parts.push([]);
      room = bytesPerItem;
    }
    room -= bytes;
    parts.at(-1)?.push(line);
  }
  return parts;
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
