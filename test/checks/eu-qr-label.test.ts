import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { euQrLabel } from '../../shared/checks/eu-qr-label.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, seconds } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const attests: Partial<Setting['shop']> = { attests: ['qr-label'] };

function told(order: Order, market = 'GB', shop = attests, deeds: Deeds = {}): string {
  return toldVerdict(euQrLabel.judge({ ...subject(order), deeds }, aSetting(market, now, shop)));
}

const packed = anOrderAwaitingCollection();
const fires = 'eu-qr-label-missing by ';

describe('parcels to the United Kingdom, Germany and France bear the QR label', () => {
  it.each(['GB', 'DE', 'FR'])('to %s', (market) => expect(told(packed, market)).toBe(fires));
  it.each(['US', 'TH', 'ES', 'IE'])('not to %s', (market) => expect(told(packed, market)).toBe('ok'));

  it('of orders from 1 April 2024 on, on the clock of the market', () => {
    // Summer time began the day before.
    const first = at('2024-03-31T23:00:00Z');
    expect(told(anOrderAwaitingCollection({ createdAt: first }))).toBe(fires);
    expect(told(anOrderAwaitingCollection({ createdAt: before(first, seconds(1)) }))).toBe('ok');
    expect(told(anOrderAwaitingCollection({ createdAt: before(first, seconds(1)) }), 'DE')).toBe(fires);
  });

  const rows: [string, string, string][] = [
    ['it is attached', told(packed, 'GB', attests, { qrLabel: 'attached' }), 'ok'],
    ['other attestations are no answer', told(packed, 'GB', attests, { label: 'platform' }), fires],
    [
      'a shop that does not attest it is not watched',
      told(packed, 'GB', { attests: ['label'] }),
      'unknown: needs-attestations',
    ],
    ['there it is not asked for in other markets', told(packed, 'US', {}), 'ok'],
    ['a shop in the market itself', told(packed, 'DE', { ...attests, sellerType: 'LOCAL' }), fires],
    ['a shop whose packs do not have the rule', told(packed, 'GB', { ...attests, packs: ['gb'] }), 'ok'],
    ['not confirmed yet: nothing is packed', told(anOrder()), 'ok'],
    ['not confirmed and not attested', told(anOrder(), 'GB', {}), 'ok'],
    ['it has left', told(anOrderInTransit()), 'ok'],
    ['TikTok packs it', told({ ...packed, fulfilledBy: 'tiktok' }), 'ok'],
    ['a state nobody knows', told({ ...packed, status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, said, expected) => expect(said).toBe(expected));

  it('names its rule, since the confirmation', () => {
    expect(euQrLabel.judge(subject(packed), aSetting('GB', now, attests))).toMatchObject({
      since: hoursAgo(4),
      facts: { pack: 'article', clause: 'qr-label' },
    });
  });
});
