import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { euQrLabel } from '../../shared/checks/eu-qr-label.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, seconds } from '../../shared/domain/time.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { aDeliveredOrder, anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const attests: Partial<Setting['shop']> = { attests: ['qr-label'] };

function told(order: Order, market = 'GB', shop = attests, deeds: Deeds = {}, findings: Finding[] = []): string {
  return toldVerdict(euQrLabel.judge({ ...subject(order), deeds, findings }, aSetting(market, now, shop)));
}

const packed = anOrderAwaitingCollection();
const fires = 'eu-qr-label-open by ';
const soon = 'eu-qr-label-due-soon by ';
const asked = aFinding({ check: 'eu-qr-label', stage: 'eu-qr-label-open' });

function confirmedAgo(ago: number, platform: Order['platform'] = {}): Order {
  return anOrderAwaitingCollection({ createdAt: hoursAgo(ago + 1), confirmedAt: hoursAgo(ago), platform });
}

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
    ['it has left without having been asked about', told(anOrderInTransit()), 'unknown: needs-attestations'],
    [
      'what was asked about another check is no answer',
      told(anOrderInTransit(), 'GB', attests, {}, [aFinding({ check: 'battery' })]),
      'unknown: needs-attestations',
    ],
    [
      'it has left, though it was asked about',
      told(anOrderInTransit(), 'GB', attests, {}, [asked]),
      'eu-qr-label-missing by ',
    ],
    ['it has left with its label', told(anOrderInTransit(), 'GB', attests, { qrLabel: 'attached' }, [asked]), 'ok'],
    [
      'it was asked about and settled, and has left',
      told(anOrderInTransit(), 'GB', attests, {}, [aResolvedFinding({ check: 'eu-qr-label' })]),
      'unknown: needs-attestations',
    ],
    ['it has arrived', told(aDeliveredOrder(), 'GB', attests, {}, [asked]), 'ok'],
    ['exactly twelve hours before the pick-up line', told(confirmedAgo(36)), fires],
    ['later than that', told(confirmedAgo(37)), soon],
    ['the line is passed, but it is still in the house', told(confirmedAgo(60)), soon],
    ["TikTok's own line wins", told(confirmedAgo(37, { tts_sla_time: hoursFromNow(13) })), fires],
    ['its cut-off is near, the line is not', told(confirmedAgo(1, { pick_up_cut_off_time: hoursFromNow(11) })), soon],
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

  it('is listed at first, and told of from the last hours before the hand-over', () => {
    expect(euQrLabel.stages.map(({ id, severity, ...stage }) => [id, severity, stage])).toEqual([
      ['eu-qr-label-open', 'warning', { quiet: true }],
      ['eu-qr-label-due-soon', 'warning', {}],
      ['eu-qr-label-missing', 'breach', {}],
    ]);
  });

  it('says since when: the warning from its beginning, what has left from its collection', () => {
    const judge = (order: Order) =>
      euQrLabel.judge({ ...subject(order), findings: [asked] }, aSetting('GB', now, attests));
    expect(judge(confirmedAgo(40))).toMatchObject({ since: hoursAgo(4), facts: { clause: 'qr-label' } });
    const both = confirmedAgo(40, { pick_up_cut_off_time: hoursFromNow(5) });
    expect(judge(both)).toMatchObject({ since: hoursAgo(7) });
    expect(judge(anOrderInTransit({ collectedAt: hoursAgo(3) }))).toMatchObject({ since: hoursAgo(3) });
    expect(judge(anOrderInTransit({ confirmedAt: hoursAgo(9), collectedAt: undefined }))).toMatchObject({
      since: hoursAgo(9),
    });
    expect(judge(anOrderInTransit({ collectedAt: hoursFromNow(3) }))).toMatchObject({ since: now });
  });
});
