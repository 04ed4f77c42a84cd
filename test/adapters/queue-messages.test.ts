import { describe, expect, it } from 'vitest';
import {
  parseNotifyRequest,
  parseRemediationRequest,
  parseSweepRequest,
} from '../../shared/adapters/queue-messages.ts';
import { digests } from '../channels/digests.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';
import { aRemediation } from '../support/a-remediation.ts';
import { aBackfill, aSweep } from '../support/a-sweep-request.ts';

describe('a message that cannot be read', () => {
  const sweep = JSON.stringify(aSweep());
  const notice = JSON.stringify(aNotice());
  const remediation = JSON.stringify(aRemediation());
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ['no JSON', () => parseSweepRequest('{"secret'), 'sweep request: the body is not JSON'],
    ['another document', () => parseSweepRequest('[]'), 'sweep request: does not fit at the whole (invalid_type)'],
    [
      'a newer form',
      () => parseSweepRequest(sweep.replace('"v":1', '"v":2')),
      'v is 2, this version of Tidewatch reads 1: deploy the version that sent it',
    ],
    [
      'a form that is no number',
      () => parseNotifyRequest(notice.replace('"v":1', '"v":"secret"')),
      'notice request: v is no number',
    ],
    [
      'a kind nobody knows',
      () => parseSweepRequest(sweep.replace('"sweep"', '"secret"')),
      'does not fit at kind (invalid_union)',
    ],
    [
      'half a backfill',
      () => parseSweepRequest(JSON.stringify({ ...aBackfill, reached: 'secret' })),
      'does not fit at reached (invalid_type)',
    ],
    [
      'a wrong line',
      () => parseNotifyRequest(notice.replace('"warning","subject"', '"secret","subject"')),
      'notice request: does not fit at lines.0.severity (invalid_value)',
    ],
    [
      'too many lines',
      () => parseNotifyRequest(JSON.stringify(aNotice({ lines: Array.from({ length: 101 }, () => aNoticeLine()) }))),
      'does not fit at lines (too_big)',
    ],
    [
      'an item without key',
      () => parseRemediationRequest(remediation.replace('"key"', '"secret"')),
      'remediation request: does not fit at items.0.key (invalid_type)',
    ],
  ];

  it.each(cases)('is refused with its path and without its values: %s', (_, parse, said) => {
    expect(parse).toThrow(said);
    expect(parse).not.toThrow('secret');
  });
});

describe('a notice that can be read', () => {
  it('is what was sent, with what is at risk and what is not watched', () => {
    const share = { amount: '107.07', currency: 'GBP', assumption: { kind: 'share', share: 0.83 } } as const;
    const rule = { pack: 'article', clause: 'trace-silent' };
    const sent = aNotice({
      kind: 'first-look',
      lines: [
        aNoticeLine({ risk: { ...share, rule } }),
        aNoticeLine({ risk: { amount: '5', currency: 'USD', assumption: { kind: 'fine' } } }),
      ],
      notWatched: {
        checks: [
          { check: 'deliver-by', stage: 'delivery-overdue', kind: 'order', because: 'no-deadline-known', count: 3 },
        ],
        rules: [{ needs: 'learned-lanes', rules: ['stale-predicted'] }],
      },
    });
    expect(parseNotifyRequest(JSON.stringify(sent))).toEqual(sent);
  });
});

describe('a digest that can be read', () => {
  it.each(Object.entries(digests))('is what was sent: %s', (_, sent) => {
    expect(parseNotifyRequest(JSON.stringify(sent))).toEqual(sent);
  });

  it('is refused with its path where it does not fit', () => {
    const text = JSON.stringify(digests.busy).replace(
      '"is":"rate","metric":"confirm-late-rate"',
      '"is":"rate","metric":"secret"',
    );
    expect(() => parseNotifyRequest(text)).toThrow('notice request: does not fit at budgets.0.metric (invalid_value)');
    expect(() => parseNotifyRequest(text)).not.toThrow('secret');
  });
});
