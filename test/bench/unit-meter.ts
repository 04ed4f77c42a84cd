/** What DynamoDB bills, by the first word of the partition: `open`, `shop`, … */
export interface Units {
  readonly read: Readonly<Record<string, number>>;
  readonly write: Readonly<Record<string, number>>;
}

type Value = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Value>>;
type Json = Readonly<Record<string, unknown>>;

/** A unit of writing is a KB of one item, one of consistent reading 4 KB; half of that else (DynamoDB pricing, 2026). */
const kilobyte = 1_024;

/**
 * Counts request units by the documented rules, from what goes over the wire: an emulator's own counts are not to be
 * trusted. An update or delete is billed by the larger of the item before and after it, so sizes are remembered.
 */
export class UnitMeter {
  readonly #sizes = new Map<string, number>();
  #read: Record<string, number> = {};
  #write: Record<string, number> = {};

  /** Since the last time this was asked. */
  take(): Units {
    const units = { read: this.#read, write: this.#write };
    [this.#read, this.#write] = [{}, {}];
    return units;
  }

  /** Mean bytes of the items whose partitions begin so, as they stand. */
  meanBytes(kind: string): number {
    const sizes = [...this.#sizes].flatMap(([key, bytes]) => (kindOf(key) === kind ? [bytes] : []));
    return sizes.length === 0 ? 0 : sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length;
  }

  readItem(pk: string, item: Item | undefined, consistent: boolean): void {
    add(this.#read, kindOf(pk), units(item ? bytesOf(item) : 0, 4, consistent));
  }

  /** A query is billed by the page, not by the item. */
  readPage(pk: string, items: readonly Item[], consistent: boolean): void {
    const bytes = items.reduce((sum, item) => sum + bytesOf(item), 0);
    add(this.#read, kindOf(pk), units(bytes, 4, consistent));
  }

  put(item: Item): void {
    const key = keyOf(item);
    const bytes = bytesOf(item);
    add(this.#write, kindOf(key), Math.ceil(Math.max(1, bytes, this.#sizes.get(key) ?? 0) / kilobyte));
    this.#sizes.set(key, bytes);
  }

  update(key: Item): void {
    add(this.#write, kindOf(keyOf(key)), Math.ceil(Math.max(1, this.#sizes.get(keyOf(key)) ?? 0) / kilobyte));
  }

  remove(key: Item): void {
    this.update(key);
    this.#sizes.delete(keyOf(key));
  }
}

/** Tells the meter of one exchange with DynamoDB. Throws for an operation it does not know: nothing goes uncounted. */
export function meterExchange(meter: UnitMeter, operation: string, asked: Json, answered: Json): void {
  const consistent = asked['ConsistentRead'] === true;
  switch (operation) {
    case 'GetItem':
      return meter.readItem(text((asked['Key'] as Item)['pk']), answered['Item'] as Item | undefined, consistent);
    case 'Query':
      return meter.readPage(partitionAsked(asked), (answered['Items'] ?? []) as Item[], consistent);
    case 'BatchGetItem':
      return meterBatchGet(meter, asked, answered);
    case 'PutItem':
      return meter.put(asked['Item'] as Item);
    case 'UpdateItem':
      return meter.update(asked['Key'] as Item);
    case 'DeleteItem':
      return meter.remove(asked['Key'] as Item);
    case 'BatchWriteItem':
      for (const { PutRequest: put, DeleteRequest: remove } of requestsIn(asked)) {
        if (put) meter.put(put.Item);
        if (remove) meter.remove(remove.Key);
      }
      return;
    default:
      throw new Error(`the bench cannot tell what ${operation} costs`);
  }
}

function meterBatchGet(meter: UnitMeter, asked: Json, answered: Json): void {
  const [wanted] = Object.values(
    (asked['RequestItems'] ?? {}) as Record<string, { Keys: Item[]; ConsistentRead?: boolean }>,
  );
  const [found = []] = Object.values((answered['Responses'] ?? {}) as Record<string, Item[]>);
  const byKey = new Map(found.map((item) => [keyOf(item), item]));
  for (const key of wanted?.Keys ?? [])
    meter.readItem(text(key['pk']), byKey.get(keyOf(key)), wanted?.ConsistentRead === true);
}

type Write = { readonly PutRequest?: { readonly Item: Item }; readonly DeleteRequest?: { readonly Key: Item } };

function requestsIn(asked: Json): readonly Write[] {
  return Object.values((asked['RequestItems'] ?? {}) as Record<string, Write[]>).flat();
}

/** Every query of ours names its one partition among the values. */
function partitionAsked(asked: Json): string {
  const values = Object.values((asked['ExpressionAttributeValues'] ?? {}) as Item);
  return text(values[0]);
}

function units(bytes: number, kilobytes: number, consistent: boolean): number {
  return Math.ceil(Math.max(1, bytes) / (kilobytes * kilobyte)) * (consistent ? 1 : 0.5);
}

function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

/** Numbers take about a byte for two digits and one more; lists and maps three, and one for each element. */
function valueBytes(value: Value): number {
  const [[type, held] = ['', undefined]] = Object.entries(value);
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(held));
    case 'N':
      return Math.ceil(String(held).replace(/\D/g, '').length / 2) + 1;
    case 'B':
      return Math.floor((String(held).length * 3) / 4);
    case 'L':
      return (held as Value[]).reduce((sum, one) => sum + 1 + valueBytes(one), 3);
    case 'M':
      return 3 + Object.keys(held as Item).length + bytesOf(held as Item);
    case 'SS':
      return (held as string[]).reduce((sum, one) => sum + Buffer.byteLength(one), 3);
    default:
      return 1;
  }
}

function keyOf(item: Item): string {
  return `${text(item['pk'])}\n${text(item['sk'])}`;
}

function kindOf(key: string): string {
  return key.split('#', 1)[0]?.split('\n', 1)[0] ?? '';
}

function text(value: Value | undefined): string {
  return String(value?.['S']);
}

function add(sums: Record<string, number>, kind: string, count: number): void {
  sums[kind] = (sums[kind] ?? 0) + count;
}
