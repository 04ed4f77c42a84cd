import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { Duration, Instant } from '../../domain/time.ts';
import { after } from '../../domain/time.ts';
import { misfits } from '../domain-schema.ts';
import type { Key } from './keys.ts';
import { refuse } from './pack.ts';

export type Item = Record<string, AttributeValue>;

export function keyAttributes({ pk, sk }: Key): Item {
  return { pk: { S: pk }, sk: { S: sk } };
}

export function keyOf(item: Item): Key {
  const pk = item['pk']?.S;
  const sk = item['sk']?.S;
  if (pk === undefined || sk === undefined) throw new Error('an item without its key was read');
  return { pk, sk };
}

/** Reads one attribute; whatever is wrong with it is reported with the item's key and the attribute's name. */
export function readItem<Value>(item: Item, attribute: string, read: (value: AttributeValue) => Value): Value {
  const value = item[attribute];
  try {
    return value ? read(value) : refuse('missing');
  } catch (error) {
    const { pk, sk } = keyOf(item);
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new Error(`item ${pk} / ${sk}: attribute ${attribute}: ${why}`, { cause: error });
  }
}

/** An item takes 400 KB (DynamoDB, 2026-11); what people may want to read stays a text while it is small. */
const mostText = 50_000;

/** A JSON document as one attribute: as a text, and a large one compressed. */
export function documentAttribute(document: object): AttributeValue {
  const text = JSON.stringify(document);
  return text.length > mostText ? { B: gzipSync(text) } : { S: text };
}

/** A JSON document in one attribute, checked against its schema; errors name paths, never values. */
export function readDocument<Schema extends z.ZodType>(item: Item, attribute: string, schema: Schema): z.infer<Schema> {
  return readItem(item, attribute, ({ S, B }) => {
    const checked = schema.safeParse(parseJson(B ? gunzipSync(B).toString() : (S ?? refuse('not a text'))));
    if (checked.success) return checked.data;
    return refuse(`does not fit at ${misfits(checked.error)}`);
  });
}

export function readText(item: Item, attribute: string): string {
  return readItem(item, attribute, ({ S }) => S ?? refuse('not a text'));
}

export function readNumber(item: Item, attribute: string): number {
  return readItem(item, attribute, ({ N }) => (N === undefined ? refuse('not a number') : Number(N)));
}

/** `ttl`: epoch seconds, wall clock. */
export function expiry(wall: Instant, life: Duration): Item {
  return { ttl: { N: String(Math.ceil(after(wall, life) / 1_000)) } };
}

/** DynamoDB deletes expired items within days, not at once, so every reader looks for itself. */
export function isAlive(item: Item, clock: Clock): boolean {
  return item['ttl'] === undefined || readNumber(item, 'ttl') * 1_000 > clock.wall();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, and stored text is never repeated.
    return refuse('not JSON');
  }
}
