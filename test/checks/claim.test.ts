import { describe, expect, it } from 'vitest';
import { claim } from '../../shared/checks/claim.ts';
import type { Setting } from '../../shared/checks/check.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { aDeliveredOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

// Noon in Los Angeles; the tenth day after it ends on 12 January, 23:59:59 there.
const scanned = at('2026-01-02T20:00:00Z');
const order = anOrderInTransit({ createdAt: at('2026-01-01T20:00:00Z'), collectedAt: at('2026-01-02T08:00:00Z') });

interface Asked {
  readonly order?: Order;
  readonly scans?: readonly Instant[];
  readonly traceRead?: boolean;
  readonly packs?: Setting['shop']['packs'];
}

function judge(
  { order: each = order, scans = [scanned], traceRead = true, packs = ['us'] }: Asked,
  when: string,
): string {
  return toldVerdict(claim.judge(subject(each, { scans }, traceRead), aSetting('US', at(when), { packs })));
}

describe('a parcel of TikTok Shipping that counts as lost can be claimed', () => {
  const eligible = 'claim-eligible by us/parcel-lost';
  const late = '2026-01-13T08:00:00Z';
  const { collectedAt: _, ...neverCollected } = order;
  const rows: [string, Asked, string, string][] = [
    ['silent, in the last second of the tenth day', {}, '2026-01-13T07:59:59Z', 'ok'],
    ['silent past the tenth day', {}, late, eligible],
    ['scanned since', { scans: [scanned, at('2026-01-10T20:00:00Z')] }, late, 'ok'],
    ['never scanned: the pick-up counts as a scan', { scans: [] }, late, eligible],
    ["the seller's own carrier: no claim against TikTok", { order: { ...order, shipping: 'seller' } }, late, 'ok'],
    ['nobody recognises who ships', { order: { ...order, shipping: 'unrecognised' } }, late, 'ok'],
    ['not collected yet', { order: anOrderAwaitingCollection({ confirmedAt: scanned }) }, late, 'ok'],
    ['delivered', { order: aDeliveredOrder() }, late, 'ok'],
    ['a free sample', { order: { ...order, sample: true } }, late, 'ok'],
    ['no pack of the shop says when a parcel is lost', { packs: ['article'] }, late, 'ok'],
    ['the trace was not read in this sweep', { traceRead: false }, late, 'unknown: trace-not-read'],
    ['not read, but not due either', { traceRead: false }, '2026-01-10T00:00:00Z', 'ok'],
    ['neither scan nor pick-up known', { order: neverCollected, scans: [] }, late, 'unknown: never-scanned'],
    [
      'neither known, and not read',
      { order: neverCollected, scans: [], traceRead: false },
      late,
      'unknown: trace-not-read',
    ],
    ['a status nobody knows', { order: { ...order, status: 'unrecognised' } }, late, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_name, asked, when, answer) => expect(judge(asked, when)).toBe(answer));

  it('says since when', () => {
    const line = at('2026-01-13T07:59:59Z');
    const verdict = claim.judge(subject(order, { scans: [scanned] }), aSetting('US', at(late), { packs: ['us'] }));
    expect(verdict).toMatchObject({ is: 'firing', since: expect.any(Number), deadline: { source: { pack: 'us' } } });
    expect(verdict.is === 'firing' && Math.floor(verdict.since / 1_000)).toBe(Math.floor(line / 1_000));
  });
});
