import { describe, expect, it } from 'vitest';
import { sourceText } from '../../shared/channels/deadline-source.ts';
import { toldOf } from '../../shared/channels/told.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const en = messagesIn('en');

describe('what the sentences about a line may name', () => {
  it('whether the deadline lies back', () => {
    const source = { kind: 'platform', field: 'rts_sla_time' } as const;
    expect(toldOf(en, aNoticeLine({ deadline: { at: hoursFromNow(2), source } }), now).isPast).toBe(false);
    expect(toldOf(en, aNoticeLine({ deadline: { at: now, source } }), now).isPast).toBe(false);
    expect(toldOf(en, aNoticeLine({ deadline: { at: hoursAgo(2), source } }), now).isPast).toBe(true);
  });

  it('how long the own people can still act, until they no longer can', () => {
    expect(toldOf(en, aNoticeLine({ facts: { lastCall: hoursFromNow(3) } }), now).ownLeft).toBe('3 hours');
    expect(toldOf(en, aNoticeLine({ facts: { lastCall: now } }), now)).not.toHaveProperty('ownLeft');
    expect(toldOf(en, aNoticeLine({ facts: { lastCall: hoursAgo(3) } }), now)).not.toHaveProperty('ownLeft');
    expect(toldOf(en, aNoticeLine(), now)).not.toHaveProperty('ownLeft');
  });
});

describe('where a deadline comes from', () => {
  const rows: [string, string, string, string][] = [
    [
      'a rule of TikTok with its page and first day',
      'us',
      'pickup-by',
      "rule pack “us”, clause pickup-by; seller-us.tiktok.com: Late Dispatch Rate guide (page of 2 Mar 2026); in force from 2026-01-26; TikTok's rule, our calculation",
    ],
    [
      'a rule known from the press',
      'sea',
      'pickup-by-cross-border-2024',
      "rule pack “sea”, clause pickup-by-cross-border-2024; TikTok Shop notice of 23 Dec 2024, as reported by bigseller.com on 19 Dec 2024; in force from 2024-12-23, before 2026-06-18; as the press has it; not TikTok's word",
    ],
    ['a clause that is gone, by its name alone', 'us', 'gone', "rule pack “us”, clause gone; not TikTok's word"],
  ];
  it.each(rows)('%s', (_, pack, clause, text) => {
    expect(sourceText(en, { kind: 'clause', pack, clause })).toBe(text);
  });
});
