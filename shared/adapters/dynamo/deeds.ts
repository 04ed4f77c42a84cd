import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Deed, DeedKind, Deeds } from '../../domain/deed.ts';
import { days, instant } from '../../domain/time.ts';
import type { DeedBook, DeedWords } from '../../ports/deeds.ts';
import { attemptIf } from './attempt-if.ts';
import { inLanes, readAll } from './batch.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { expiry, isAlive, keyAttributes, keyOf, readItem } from './item.ts';
import { deedKey, deedPartition } from './keys.ts';
import { refuse } from './pack.ts';
import { readPartition } from './query.ts';

/**
 * An order is watched and counted for 60 days, and nobody asks for the word on one that is not (house rule, 2026). All
 * of it is read every sweep: a shop that attests two things of 1,000 orders a day reads 61,000 items of 143 bytes with
 * 2,135 read units (measured 2026-11), some 20 US cents a month. To ask for open orders alone takes a unit each.
 */
const life = days(61);

/** How the values of each kind are read back; the names are attributes of the stored item. */
const readers: { readonly [Kind in DeedKind]-?: (value: AttributeValue) => Required<Deeds>[Kind] } = {
  extendedUntil: readTime,
  qrLabel: oneOf('attached'),
  declaredName: oneOf('matches', 'differs'),
  label: oneOf('platform', 'other'),
  battery: oneOf('declared', 'none'),
  pickStartedAt: readTime,
};
const kinds = Object.keys(readers) as readonly DeedKind[];

/**
 * One item per order, in as many shards as the open book, so that a review reads both side by side. Each kind is an
 * attribute of its own, `{value, at, by}`: whoever writes one never touches what others wrote.
 */
export class DynamoDeeds implements DeedBook, DeedWords {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async ofShard(shop: string, shard: number): Promise<ReadonlyMap<string, Deeds>> {
    return this.#byOrder(await readPartition(this.#table, deedPartition(shop, shard)));
  }

  async find(shop: string, orders: readonly string[]): Promise<ReadonlyMap<string, Deeds>> {
    return this.#byOrder(
      await readAll(
        this.#table,
        orders.map((order) => deedKey(shop, order)),
      ),
    );
  }

  async said(shop: string, order: string): Promise<readonly Deed[]> {
    const [item] = await readAll(this.#table, [deedKey(shop, order)]);
    return item && isAlive(item, this.#table.clock) ? wordsIn(order, item) : [];
  }

  async write(shop: string, deeds: readonly Deed[]): Promise<readonly Deed[]> {
    const ofOrders = [...Map.groupBy(deeds, ({ order }) => order).values()];
    return (await inLanes(ofOrders, (some) => this.#writeInTurn(shop, some))).flat();
  }

  /** One after the other: of two words on the same thing at the same time the last one holds. */
  async #writeInTurn(shop: string, deeds: readonly Deed[]): Promise<readonly Deed[]> {
    const older: Deed[] = [];
    for (const deed of deeds) if (!(await this.#writeOne(shop, deed))) older.push(deed);
    return older;
  }

  #byOrder(items: readonly Item[]): ReadonlyMap<string, Deeds> {
    const alive = items.filter((item) => isAlive(item, this.#table.clock));
    return new Map(alive.map((item) => [keyOf(item).sk, decodeDeeds(item)]));
  }

  #writeOne(shop: string, { order, kind, value, at, by }: Deed): Promise<boolean> {
    const word = { value: typeof value === 'number' ? { N: String(value) } : { S: value }, at: { N: String(at) } };
    return attemptIf(`shop ${shop}: write down a deed`, () =>
      this.#table.client.send(
        new UpdateItemCommand({
          TableName: this.#table.name,
          Key: keyAttributes(deedKey(shop, order)),
          UpdateExpression: 'SET #kind = :word, #ttl = :ttl',
          // A file that is imported again must not undo what was written down since.
          ConditionExpression: 'attribute_not_exists(#kind) OR #kind.#at <= :at',
          ExpressionAttributeNames: { '#kind': kind, '#at': 'at', '#ttl': 'ttl' },
          ExpressionAttributeValues: {
            ':word': { M: { ...word, by: { S: by } } },
            ':at': word.at,
            ':ttl': expiry(this.#table.clock.wall(), life)['ttl'] ?? refuse('no end of life'),
          },
        }),
      ),
    );
  }
}

/** Attributes of other kinds are for other readers. */
function decodeDeeds(item: Item): Deeds {
  const known = kinds.filter((kind) => item[kind] !== undefined);
  return Object.fromEntries(
    known.map((kind) => [
      kind,
      readItem(item, kind, ({ M: word }) => readers[kind](word?.['value'] ?? refuse('no value'))),
    ]),
  );
}

function wordsIn(order: string, item: Item): readonly Deed[] {
  const deeds = decodeDeeds(item);
  return kinds
    .filter((kind) => item[kind] !== undefined)
    .map((kind) => {
      const said = readItem(item, kind, ({ M: word }) => ({
        at: readTime(word?.['at'] ?? refuse('no time')),
        by: word?.['by']?.S ?? refuse('no name'),
      }));
      return { order, kind, value: deeds[kind], ...said } as Deed;
    });
}

function readTime({ N }: AttributeValue) {
  const time = Number(N ?? refuse('not a time'));
  return Number.isSafeInteger(time) ? instant(time) : refuse('not a time');
}

function oneOf<Word extends string>(...words: readonly Word[]): (value: AttributeValue) => Word {
  return ({ S }) => words.find((word) => word === S) ?? refuse(`none of ${words.join(', ')}`);
}
