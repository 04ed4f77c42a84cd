import { describe, expect, it } from 'vitest';
import { toldOf } from '../../shared/channels/told.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { Facts } from '../../shared/domain/verdict.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import { orderStageIds } from '../../shared/messages/stage-ids.ts';
import type { Told } from '../../shared/messages/messages.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const field = { kind: 'platform', field: 'pick_up_cut_off_time' } as const;

function told(locale: (typeof locales)[number], stage: string, hoursLeft: number, facts: Facts = {}): Told {
  const at = hoursLeft < 0 ? hoursAgo(-hoursLeft) : hoursFromNow(hoursLeft);
  return toldOf(
    messagesIn(locale),
    aNoticeLine({ stage, since: hoursAgo(20), deadline: { at, source: field }, facts }),
    now,
  );
}

describe('a line that is near and one that has been passed', () => {
  const both = ['fast-dispatch-soon', 'auto-cancel-ship-soon', 'auto-cancel-collect-soon'] as const;
  it.each([...both, 'auto-cancel-deliver-soon'] as const)('%s is told differently', (stage) => {
    for (const locale of locales) {
      const text = messagesIn(locale).stages[stage];
      expect(text.what(told(locale, stage, 3))).not.toBe(text.what(told(locale, stage, -3)));
      expect(text.timing(told(locale, stage, 3))).not.toBe(text.timing(told(locale, stage, -3)));
    }
    expect(messagesIn('en').stages[stage].timing(told('en', stage, 3))).toBe('3 hours left');
    expect(messagesIn('en').stages[stage].timing(told('en', stage, -3))).toBe('3 hours late');
  });

  it('own closing hours are named where they come first', () => {
    for (const stage of ['sea-cutoff-soon', 'auto-cancel-ship-soon', 'auto-cancel-collect-soon'] as const) {
      const facts = { lastCall: hoursFromNow(1) };
      expect(messagesIn('en').stages[stage].what(told('en', stage, 8, facts))).toMatch(/own hours 1 hour remain/);
      expect(messagesIn('zh-CN').stages[stage].what(told('zh-CN', stage, 8, facts))).toMatch(/只剩 1 小时/);
    }
  });

  it('a buyer who asks is told of by what is left, or by how long ago where nobody knows', () => {
    const text = messagesIn('en').stages['cancel-request-due'];
    const undated = toldOf(messagesIn('en'), aNoticeLine({ since: hoursAgo(20), deadline: undefined }), now);
    expect(text.timing(told('en', 'cancel-request-due', 4))).toBe('4 hours left to answer');
    expect(text.timing(undated)).toBe('asked 20 hours ago');
    expect(text.what(undated)).toBe('The buyer asked to cancel 20 hours ago and has no answer yet.');
  });
});

it.each([
  ['scan-before-order', 'JD0002274300018', /day older .* JD0002274300018 may/, /早一天以上.*JD0002274300018/],
  ['scan-before-order', undefined, /its number may belong/, /运单号可能是别的包裹的/],
  ['no-number', undefined, /no tracking number/, /没有运单号/],
  ['odd-number', 'later', /“later” cannot be/, /“later”不是有效/],
])('an abnormal number says why: %s %s', (reason, number, en, zh) => {
  const facts = { reason, ...(number !== undefined && { number }) };
  const said = locales.map((locale) =>
    messagesIn(locale).stages['tracking-id-abnormal'].what(told(locale, 'tracking-id-abnormal', -1, facts)),
  );
  expect(said).toEqual([expect.stringMatching(en), expect.stringMatching(zh)]);
});

it.each(orderStageIds)('%s: one and many agree with their words', (stage) => {
  const english = messagesIn('en').stages[stage];
  expect(english.act(1)).toMatch(/this (order|parcel)\b/);
  expect(english.act(3)).toMatch(/these 3 (order|parcel)s/);
  expect(messagesIn('zh-CN').stages[stage].act(3)).toMatch(/这 3 个(订单|包裹)/);
});
