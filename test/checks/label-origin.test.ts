import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { labelOrigin } from '../../shared/checks/label-origin.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const attesting: Partial<Setting['shop']> = { attests: ['qr-label', 'label'] };
const packed = anOrderAwaitingCollection({ shipping: 'seller' });
const gone = anOrderInTransit({ shipping: 'seller' });
const [platform, other, nothing]: readonly Deeds[] = [{ label: 'platform' }, { label: 'other' }, {}];
const fires = 'label-not-platform by ';

describe('a label comes from TikTok or from an ERP through its API', () => {
  const rows: [string, Order, Deeds | undefined, Partial<Setting['shop']>, string][] = [
    ['TikTok issues the labels of TikTok Shipping', anOrderAwaitingCollection(), nothing, {}, 'ok'],
    ['people may know of another one even there', anOrderAwaitingCollection(), other, {}, fires],
    ['people say that the platform issued it', packed, platform, {}, 'ok'],
    ['people say that somebody else did', packed, other, {}, fires],
    ['it stays a fake shipment once it has left', gone, other, {}, fires],
    ['a label printed ahead of the confirmation', anOrder({ shipping: 'seller' }), other, {}, fires],
    ['still in the house, still to be attested', packed, nothing, attesting, 'ok'],
    ['it has left and nobody said anything', gone, nothing, attesting, 'unknown: needs-attestations'],
    [
      'a shop that attests other things alone',
      packed,
      nothing,
      { attests: ['qr-label'] },
      'unknown: needs-attestations',
    ],
    ['a shop that attests nothing', packed, nothing, {}, 'unknown: needs-attestations'],
    [
      'nobody knows who ships',
      anOrderAwaitingCollection({ shipping: 'unrecognised' }),
      nothing,
      {},
      'unknown: needs-attestations',
    ],
    ['there is no label before the confirmation', anOrder({ shipping: 'seller' }), nothing, {}, 'ok'],
    ['delivered', anOrderInTransit({ shipping: 'seller', status: 'DELIVERED' }), other, {}, 'ok'],
    ['TikTok ships it from its warehouse', { ...packed, fulfilledBy: 'tiktok' }, other, {}, 'ok'],
    ['a state nobody knows', { ...packed, status: 'unrecognised' }, other, {}, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, deeds, shop, expected) => {
    const judged = { ...subject(order), deeds: deeds ?? {} };
    expect(toldVerdict(labelOrigin.judge(judged, aSetting('GB', now, shop)))).toBe(expected);
  });

  it('names the rule whose fine it risks', () => {
    expect(labelOrigin.judge({ ...subject(packed), deeds: { label: 'other' } }, aSetting())).toEqual({
      is: 'firing',
      stage: 'label-not-platform',
      since: hoursAgo(4),
      facts: { pack: 'article', clause: 'platform-label' },
    });
  });
});
