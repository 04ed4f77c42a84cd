import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { declaredName } from '../../shared/checks/declared-name.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const packed = anOrderAwaitingCollection();
const differs: Deeds = { declaredName: 'differs' };
const attesting: Partial<Setting['shop']> = { attests: ['declared-name'] };
const fires = 'declared-name-mismatch by ';

describe('the declared name is that of the goods', () => {
  const rows: [string, Order, Deeds, Partial<Setting['shop']>, string][] = [
    ['it matches', packed, { declaredName: 'matches' }, {}, 'ok'],
    ['it differs', packed, differs, {}, fires],
    ['it differs, and no shipment is arranged yet', anOrder(), differs, attesting, fires],
    ['it differs in a shop of the market itself', packed, differs, { sellerType: 'LOCAL' }, fires],
    ['it differs, and the parcel has left', anOrderInTransit(), differs, {}, 'ok'],
    ['nobody has looked yet in a shop where people look', packed, {}, attesting, 'ok'],
    ['nobody looks', packed, {}, {}, 'unknown: needs-attestations'],
    ['nobody looks, and the parcel has left', anOrderInTransit(), {}, {}, 'ok'],
    ['what crosses no border is not declared', packed, {}, { sellerType: 'LOCAL' }, 'ok'],
    ['a free sample', anOrder({ sample: true }), differs, {}, 'ok'],
    ['a state nobody knows', anOrder({ status: 'unrecognised' }), differs, {}, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, deeds, shop, expected) => {
    expect(toldVerdict(declaredName.judge({ ...subject(order), deeds }, aSetting('GB', now, shop)))).toBe(expected);
  });

  it('names its rule', () => {
    expect(declaredName.judge({ ...subject(packed), deeds: differs }, aSetting())).toMatchObject({
      since: hoursAgo(4),
      facts: { pack: 'article', clause: 'declared-name' },
    });
  });
});
