import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/adapters/dynamo/item.ts';
import { openKey } from '../../../shared/adapters/dynamo/keys.ts';
import { decodeOrder, encodeOrder } from '../../../shared/adapters/dynamo/order-item.ts';
import { packScans } from '../../../shared/adapters/dynamo/packed-scans.ts';
import { packWord } from '../../../shared/adapters/dynamo/words.ts';
import { milestones } from '../../../shared/domain/milestone.ts';
import type { WatchedOrder } from '../../../shared/ports/order-book.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aWatchedOrder } from '../../support/a-watched-order.ts';
import { anOrder, anOrderInTransit, aParcel } from '../../support/an-order.ts';
import { at } from '../../support/moments.ts';
import { aRealisticOrder } from '../../support/realistic-orders.ts';
import { anyWatchedOrder } from '../../support/watched-orders.ts';

function encode(watched: WatchedOrder): Item {
  return encodeOrder(openKey('7495510238846614801', watched.order.id), watched);
}

const run = '2026-01-15T11:00:00.000Z';

/** What is stored today must be readable for as long as an order lives: change this only together with `v`. */
const firstVersion = {
  order: aWatchedOrder({
    order: anOrderInTransit({
      createdAt: at('2026-01-10T08:53:12Z'),
      paidAt: at('2026-01-10T08:53:40Z'),
      confirmedAt: at('2026-01-10T20:00:00Z'),
      collectedAt: at('2026-01-11T09:15:00Z'),
      updatedAt: at('2026-01-11T09:15:00Z'),
      platform: { rts_sla_time: at('2026-01-12T23:59:59Z'), tts_sla_time: at('2026-01-13T23:59:59Z') },
      tag: 'SPLIT',
      carrierId: '7117858858072016645',
      warehouse: '',
      parcels: [aParcel(), aParcel({ id: '1153131168834490070', number: undefined, carrier: 'Evri|2' })],
      flags: { address: 'latin', postcode: 'ok' },
    }),
    trace: {
      scans: [at('2026-01-11T09:15:00Z'), at('2026-01-12T03:20:11.123Z')],
      lastText: 'Departed | from "Leeds"',
    },
    findings: [
      aFinding({
        since: at('2026-01-14T03:20:11.123Z'),
        openedAt: at('2026-01-14T04:00:00Z'),
        deadline: {
          at: at('2026-01-15T03:20:11.123Z'),
          source: { kind: 'clause', pack: 'article', clause: 'trace-silent' },
        },
        stage: 'tracking-stale',
        last: { kind: 'escalated', at: at('2026-01-15T11:00:00Z'), run },
      }),
      aFinding({
        check: 'new-check',
        stage: 'new-stage',
        state: 'resolved',
        resolvedBecause: 'order-closed',
        quiet: true,
        facts: { parcels: 2, hub: 'Leeds' },
        openedAt: at('2026-01-14T04:00:00Z'),
        since: at('2026-01-14T03:20:11Z'),
        deadline: { at: at('2026-01-13T23:59:59Z'), source: { kind: 'platform', field: 'tts_sla_time' } },
        last: { kind: 'resolved', at: at('2026-01-15T11:00:00Z'), run: '2026-01-15T11:00:00Z' },
      }),
    ],
    run,
  }),
  item: {
    pk: { S: 'open#7495510238846614801#13' },
    sk: { S: '578230114599817301' },
    v: { N: '1' },
    m: { S: 'tstn---slo-' },
    t: { S: 't8n4ooU1vocPsRuvcC1vocA4vbbB6pzb' },
    s: { S: 'Royal Mail|7117858858072016645||~e|20.47|GBP' },
    p: { S: '1153131168834490069|JD0002274300018|~=;1153131168834490070||Evri~p2' },
    c: { S: '1voc,.12rk2b' },
    x: { S: 'Departed | from "Leeds"' },
    f: {
      S: [
        '6|8|oe-|1|.5dv5bn|713c|9f7c|9f7c|.6tazzn|c|d|6',
        "'new-check|'new-stage|rrqd|1|6z8z|713c|9f7c|!9f7c|6pzb|p|j||+|'parcels|#2|'hub|'Leeds",
      ].join(';'),
    },
    r: { S: '9f7c' },
  },
};

describe('an order as an item', () => {
  it('comes back exactly as it was, whatever it was', () => {
    fc.assert(
      fc.property(anyWatchedOrder, (watched) => {
        expect(decodeOrder(encode(watched))).toEqual(watched);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes back exactly as it was when it is a real one', () => {
    for (let place = 0; place < 500; place += 1) {
      expect(decodeOrder(encode(aRealisticOrder(place)))).toEqual(aRealisticOrder(place));
    }
  });

  it('stays within one kilobyte for 99 of 100 troubled orders', () => {
    const sizes = Array.from({ length: 5_000 }, (_, place) => sizeOf(encode(aRealisticOrder(place)))).toSorted(
      (a, b) => a - b,
    );
    expect(sizes[Math.floor(sizes.length * 0.99)]).toBeLessThanOrEqual(1_024);
    expect(sizes[sizes.length / 2]).toBeLessThanOrEqual(600);
  });

  it('is stored, and read again, in the form of the first version', () => {
    expect(encode(firstVersion.order)).toEqual(firstVersion.item);
    expect(decodeOrder(firstVersion.item)).toEqual(firstVersion.order);
  });

  it('keeps every short word in its place', () => {
    const words =
      'confirm-by confirm-due-soon confirm-overdue pickup-by pickup-due-soon pickup-overdue trace-silent trace-gap-48 ' +
      'tracking-stale deliver-by delivery-due-soon delivery-overdue delivery-late-counted article pickup-by-gb ' +
      'deliver-by-gb deliver-by-sea deliver-by-us rts_sla_time tts_sla_time delivery_sla_time shipping_due_time ' +
      'collection_due_time delivery_due_time pick_up_cut_off_time delivery_option_required_delivery_time ' +
      'fast_dispatch_sla_time cancel_order_sla_time';
    expect(words.split(' ').map(packWord).join(' ')).toBe('0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r');
  });

  it('keeps what every scan states, by letters that never change', () => {
    const { c } = firstVersion.item;
    const item = { ...firstVersion.item, c: { S: `${c.S.replace(',', ':b,')}:z` } };
    const { trace } = decodeOrder(item);
    expect(trace).toEqual({ ...firstVersion.order.trace, milestones: ['picked-up', 'unrecognised'] });
    expect(encodeOrder(openKey('1', firstVersion.order.order.id), { ...firstVersion.order, trace })).toMatchObject({
      c: item.c,
    });
    const scans = [...milestones, 'unrecognised' as const].map(() => at('2026-01-11T00:00:00Z'));
    const packed = packScans({ scans, milestones: [...milestones, 'unrecognised'] }, at('2026-01-11T00:00:00Z'));
    expect(packed.replaceAll(/0:|,/g, '')).toBe('abcdefghijklmnopqrstuvwxz');
  });

  const unreadable: readonly (readonly [string, Item, string])[] = [
    ['a form from the future', { v: { N: '2' } }, 'attribute v: form 2 is not known'],
    ['no times', { t: { NULL: true } }, 'attribute t: not a text'],
    ['a time of unknown name', { t: { S: 'mkfk5zU0Z1' } }, 'attribute t: an unknown time'],
    ['a time that is none', { t: { S: 'mkfk5zU0P$' } }, 'attribute t: not a packed time'],
    ['no update time', { t: { S: 'mkfk5z' } }, 'attribute t: no update time'],
    ['an unknown status', { m: { S: 'Zstn-------' } }, 'attribute m: an unknown letter'],
    ['a mark that is neither yes nor no', { m: { S: 'tstnx------' } }, 'attribute m: an unknown letter'],
    ['a parcel without id', { p: { S: '|JD1|' } }, 'attribute p: a parcel without id'],
    ['a torn escape', { s: { S: 'Royal~xMail' } }, 'attribute s: an unknown escape'],
    ['a scan that states what nobody knows', { c: { S: '1:y' } }, 'attribute c: an unknown letter'],
    ['a scan that is no time', { c: { S: '1,two three' } }, 'attribute c: not a packed time'],
    ['an unknown word in a finding', { f: { S: 'zz|1|oo-|1|1|1|1|1' } }, 'attribute f: an unknown word'],
    ['a finding that was cut off', { f: { S: '6|7|oo-|1|1' } }, 'attribute f: not a packed time'],
    ['a finding in no known state', { f: { S: '6|7|xo-|1|1|1|1|1' } }, 'attribute f: an unknown letter'],
    ['facts without a value', { f: { S: "6|7|oo-|1|1|1|1|1|||||+|'parcels" } }, 'attribute f: facts of unknown form'],
  ];

  it.each(unreadable)('says key and attribute of an item with %s, and not what stood there', (_, broken, said) => {
    const item = { ...encode(aWatchedOrder({ order: anOrderInTransit({ amount: '999.99' }) })), ...broken };
    expect(() => decodeOrder(item)).toThrow(/^item open#7495510238846614801#\d\d \/ 578230114599817301: attribute /);
    expect(() => decodeOrder(item)).toThrow(said);
    expect(() => decodeOrder(item)).not.toThrow('999.99');
  });

  it('refuses to store what it could not give back', () => {
    const fractional = at('2026-01-15T12:00:00Z') + 0.5;
    const order = anOrder({ paidAt: fractional as ReturnType<typeof at> });
    expect(() => encode(aWatchedOrder({ order }))).toThrow('whole milliseconds');
  });

  it('mends half a letter, which the table would refuse', () => {
    const torn = aWatchedOrder({ trace: { scans: [], lastText: 'ok \ud83d' } });
    expect(decodeOrder(encode(torn)).trace.lastText).toBe('ok \ufffd');
    const parcels = [aParcel({ carrier: '\udc00' })];
    expect(decodeOrder(encode(aWatchedOrder({ order: anOrder({ parcels }) }))).order.parcels[0]?.carrier).toBe(
      '\ufffd',
    );
  });

  it('stores checks that it has no short word for', () => {
    const findings = [aFinding({ check: 'customs-held', stage: 'held-7', facts: { days: 7 } })];
    expect(decodeOrder(encode(aWatchedOrder({ findings }))).findings).toEqual(findings);
  });
});

/** As DynamoDB counts: names and values in UTF-8; a number costs half its digits and one; null one. */
function sizeOf(item: Item): number {
  const sizes = Object.entries(item).map(([name, { S, N }]) => {
    const value = S === undefined ? (N === undefined ? 1 : Math.ceil(N.length / 2) + 1) : Buffer.byteLength(S);
    return Buffer.byteLength(name) + value;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
