import { gunzipSync, gzipSync } from 'node:zlib';
import { days, instant } from '../../domain/time.ts';
import type { Ledger, LedgerMark } from '../../ports/records.ts';
import { parseNoticeRequest } from '../queue-messages.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { expiry, isAlive, keyAttributes, keyOf, readNumber } from './item.ts';
import { recordPartition } from './keys.ts';

/** Longer than anything it is asked about can still be open: a watched order lives 60 days, a key at most a year. */
const longest = days(400);

type List = 'told' | 'remedy';

export class DynamoLedger implements Ledger {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async has(list: List, shop: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.#read(list, shop, keys)).map((item) => keyOf(item).sk));
  }

  async find(list: List, shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, LedgerMark>> {
    return new Map((await this.#read(list, shop, keys)).map((item) => [keyOf(item).sk, decodeMark(item)]));
  }

  async #read(list: List, shop: string, keys: readonly string[]): Promise<readonly Item[]> {
    const pk = recordPartition(list, shop);
    const items = await readAll(
      this.#table,
      keys.map((key) => ({ pk, sk: key })),
    );
    return items.filter((item) => isAlive(item, this.#table.clock));
  }

  async mark(list: List, shop: string, marks: readonly LedgerMark[]): Promise<void> {
    const pk = recordPartition(list, shop);
    const wall = this.#table.clock.wall();
    const items = marks.map(({ key, at, reference, request, life = longest }) => ({
      ...keyAttributes({ pk, sk: key }),
      at: { N: String(at) },
      ...(reference !== undefined && { reference: { S: reference } }),
      ...(request && { request: { B: gzipSync(JSON.stringify(request)) } }),
      ...expiry(wall, life),
    }));
    await putAll(this.#table, items);
  }
}

function decodeMark(item: Item): LedgerMark {
  const { reference, request } = item;
  return {
    key: keyOf(item).sk,
    at: instant(readNumber(item, 'at')),
    ...(reference?.S !== undefined && { reference: reference.S }),
    ...(request?.B && requestIn(request.B)),
  };
}

function requestIn(packed: Uint8Array): Pick<LedgerMark, 'request'> {
  try {
    return { request: parseNoticeRequest(gunzipSync(packed).toString()) };
  } catch {
    // Recovery: written by another version. Without it the message stays as it is, and news stand in one of their own.
    return {};
  }
}
