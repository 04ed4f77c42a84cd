import { describe, expect, it } from 'vitest';
import { riskOf } from '../../shared/checks/risk-of.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { DeadlineSource, Facts } from '../../shared/domain/verdict.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting } from '../support/a-setting.ts';
import { at, hoursAgo, now } from '../support/moments.ts';

const order = anOrder({ createdAt: hoursAgo(20), amount: '100.00', currency: 'GBP' });
const platform = (field: string): DeadlineSource => ({ kind: 'platform', field });

function told(source: DeadlineSource, of: Order = order, packs = ['article'], market = 'GB'): string {
  const risk = riskOf({ deadline: { at: now, source } }, of, aSetting(market, now, { packs }));
  if (!risk) return 'nothing';
  const { amount, currency, assumption, rule } = risk;
  const share = assumption.kind === 'share' ? `share ${assumption.share}` : 'fine';
  return `${amount} ${currency}, ${share}, ${rule ? `${rule.pack}/${rule.clause}` : 'the field itself'}`;
}

describe('what a finding puts at risk', () => {
  const rows: [string, string, string][] = [
    [
      'by a clause: its own penalty',
      told({ kind: 'clause', pack: 'article', clause: 'trace-silent' }),
      '83.00 GBP, share 0.83, article/trace-silent',
    ],
    ['by a clause that names no money', told({ kind: 'clause', pack: 'article', clause: 'pickup-by' }), 'nothing'],
    ['by a clause that is gone', told({ kind: 'clause', pack: 'article', clause: 'gone' }), 'nothing'],
    [
      "by TikTok's field: the penalty of the shop's clause for the same clock",
      told(platform('rts_sla_time')),
      '100.00 GBP, share 1, article/confirm-by',
    ],
    ["by TikTok's field, for whose clock no penalty is known", told(platform('tts_sla_time')), 'nothing'],
    [
      "by TikTok's field, without a pack that knows the clock",
      told(platform('rts_sla_time'), order, ['eu']),
      'nothing',
    ],
    [
      'by a field after which TikTok cancels: all of it',
      told(platform('shipping_due_time')),
      '100.00 GBP, share 1, the field itself',
    ],
    ['by a field that no clock is known for', told(platform('brand_new_time')), 'nothing'],
    ['by an expiry', told({ kind: 'credential' }), 'nothing'],
    ['of an order whose value is not known', told(platform('rts_sla_time'), anOrder({ amount: undefined })), 'nothing'],
  ];
  it.each(rows)('%s', (_, risk, expected) => expect(risk).toBe(expected));

  it('takes the clause in force when the clock started', () => {
    const source = platform('rts_sla_time');
    const [before, since] = ['2025-10-01T12:00:00Z', '2025-10-30T12:00:00Z'].map((created) =>
      told(source, anOrder({ createdAt: at(created), shipping: 'seller' }), ['us', 'article'], 'US'),
    );
    expect(before).toBe('20.47 GBP, share 1, article/confirm-by');
    expect(since).toBe('nothing');
  });

  it('goes by the rule that a finding without a deadline names', () => {
    const of = (facts: Facts) => riskOf({ facts }, order, aSetting());
    expect(of({ pack: 'us', clause: 'late-dispatch-action' })).toEqual({
      amount: '5.00',
      currency: 'USD',
      assumption: { kind: 'fine' },
      rule: { pack: 'us', clause: 'late-dispatch-action' },
    });
    expect(of({ pack: 'article', clause: 'confirm-by' })).toMatchObject({ amount: '100.00' });
    expect(of({ pack: 'article' })).toBeUndefined();
    expect(of({})).toBeUndefined();
  });
});
