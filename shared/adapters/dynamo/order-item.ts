import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { inShape, type Trace } from '../../domain/order.ts';
import type { WatchedOrder } from '../../ports/order-book.ts';
import type { Item } from './item.ts';
import { keyOf, readItem } from './item.ts';
import type { Key } from './keys.ts';
import { packRun, refuse, unpackRun, wellFormed } from './pack.ts';
import { packFindings, unpackFindings } from './packed-findings.ts';
import { packMarks, unpackMarks } from './packed-marks.ts';
import { packNames, packParcels, unpackNames, unpackParcels } from './packed-parcels.ts';
import { packScans, unpackScans } from './packed-scans.ts';
import { packTimes, unpackTimes } from './packed-times.ts';

/** The form described by the attributes below. A new form gets a new number; readers know all of them. */
const version = '1';

/**
 * An order's item: `v` form, `m` marks, `t` times, `s` names, `p` parcels, `c` scans, `x` last scan's text,
 * `f` findings, `r` run that wrote it. The order's id is the sort key and is not repeated.
 */
export function encodeOrder(key: Key, { order, trace, findings, run }: WatchedOrder): Item {
  const { createdAt, parcels } = order;
  return {
    pk: { S: key.pk },
    sk: { S: key.sk },
    v: { N: version },
    m: { S: packMarks(order) },
    t: { S: packTimes(order) },
    s: { S: packNames(order) },
    r: { S: packRun(run, createdAt) },
    ...(parcels.length > 0 && { p: { S: packParcels(order) } }),
    ...(trace.scans.length > 0 && { c: { S: packScans(trace, createdAt) } }),
    ...(trace.lastText !== undefined && { x: encodeText(trace.lastText) }),
    ...(findings.length > 0 && { f: { S: packFindings(findings, createdAt) } }),
  };
}

/** Throws an error naming key and attribute when the item is of another form: a bug, never an empty order. */
export function decodeOrder(item: Item): WatchedOrder {
  const { sk } = keyOf(item);
  readItem(item, 'v', ({ N }) => (N === version ? N : refuse(`form ${N} is not known to this version of Tidewatch`)));
  const times = readItem(item, 't', (value) => unpackTimes(textOf(value)));
  const names = readItem(item, 's', (value) => unpackNames(textOf(value)));
  const base = times.createdAt;
  return {
    order: inShape({
      id: sk,
      ...readItem(item, 'm', (value) => unpackMarks(textOf(value))),
      ...times,
      ...names,
      parcels: item['p'] ? readItem(item, 'p', (value) => unpackParcels(textOf(value), names.carrier)) : [],
    }),
    trace: decodeTrace(item, base),
    findings: item['f'] ? readItem(item, 'f', (value) => unpackFindings(textOf(value), base)) : [],
    run: readItem(item, 'r', (value) => unpackRun(textOf(value), base)),
  };
}

function decodeTrace(item: Item, base: WatchedOrder['order']['createdAt']): Trace {
  const scans = item['c'] ? readItem(item, 'c', (value) => unpackScans(textOf(value), base)) : { scans: [] };
  if (!item['x']) return scans;
  return { ...scans, lastText: readItem(item, 'x', (value) => (value.NULL ? '' : textOf(value))) };
}

/** Not every DynamoDB-compatible engine takes an empty text. */
function encodeText(text: string): AttributeValue {
  return text === '' ? { NULL: true } : { S: wellFormed(text) };
}

function textOf({ S }: AttributeValue): string {
  return S ?? refuse('not a text');
}
