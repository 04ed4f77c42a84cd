import { describe, expect, it } from 'vitest';
import type { Authorization } from '../../shared/domain/credential.ts';
import { departureFacts, departureOf, toldDeparture, withDeparture } from '../../shared/domain/departure.ts';
import { after, before, days, minutes, seconds } from '../../shared/domain/time.ts';
import { aFinding } from '../support/a-finding.ts';
import { aShop } from '../support/a-shop.ts';
import { daysAgo, daysFromNow, hoursAgo, now } from '../support/moments.ts';

const refused: Authorization = { refusedSince: hoursAgo(1) };
const heardAt = hoursAgo(1);

describe('a shop leaves', () => {
  const begun = { since: heardAt, until: daysFromNow(7) };

  it.each([
    ['TikTok refuses and says why', refused, { heardAt, watermark: hoursAgo(2) }, begun],
    [
      'the notification came first',
      refused,
      { heardAt: hoursAgo(1.5), watermark: hoursAgo(2) },
      { ...begun, since: hoursAgo(1.5) },
    ],
    ['the notification came last', { refusedSince: daysAgo(3) }, { heardAt, watermark: daysAgo(4) }, begun],
    ['the clocks differ by minutes', refused, { heardAt, watermark: after(heardAt, minutes(5)) }, begun],
    [
      'the seller consented before',
      { ...refused, consentedAt: daysAgo(9) },
      { heardAt, watermark: hoursAgo(2) },
      begun,
    ],
    ['TikTok refuses and says nothing', refused, { watermark: hoursAgo(2) }, undefined],
    ['TikTok says so and lets us in', {}, { heardAt, watermark: hoursAgo(2) }, undefined],
    ['TikTok has let us in since', refused, { heardAt: hoursAgo(3), watermark: hoursAgo(2) }, undefined],
    [
      'the seller has consented since',
      { ...refused, consentedAt: heardAt },
      { heardAt, watermark: hoursAgo(2) },
      undefined,
    ],
  ] as const)('or not: %s', (_, known, seen, departure) => {
    expect(departureOf(known, seen, now)).toEqual(departure);
  });

  const told = { since: hoursAgo(5), until: daysFromNow(6) };
  it.each([
    ['TikTok says it again', refused, { told, heardAt }, told],
    ['nobody knows the notification any more', refused, { told }, told],
    ['the seller has consented, and taken it back', { ...refused, consentedAt: hoursAgo(2) }, { told, heardAt }, begun],
    ['the seller has consented', { ...refused, consentedAt: hoursAgo(2) }, { told }, undefined],
    ['TikTok lets us in', {}, { told, heardAt }, undefined],
  ] as const)('at the time that people were told, when %s', (_, known, seen, departure) => {
    expect(departureOf(known, { watermark: hoursAgo(6), ...seen }, now)).toEqual(departure);
  });
});

describe('the settings', () => {
  const since = hoursAgo(1);
  const until = daysFromNow(7);
  const finding = aFinding({
    check: 'credential-expiry',
    stage: 'authorization-withdrawn',
    facts: departureFacts({ since, until }),
  });
  const leaving = { since, until };

  it('say that the shop leaves, and why', () => {
    expect(withDeparture(aShop(), finding, refused, now)).toEqual(aShop({ leaving, deauthorized: since }));
  });

  it.each([
    ['nobody was told', aShop(), undefined, refused],
    ['that is over', aShop(), { ...finding, state: 'resolved' as const }, refused],
    ['somebody says that it is no problem', aShop(), { ...finding, state: 'dismissed' as const }, refused],
    ['something else is refused', aShop(), { ...finding, stage: 'token-refresh-failing' }, refused],
    ['the date is not known', aShop(), { ...finding, facts: {} }, refused],
    ['TikTok refuses nothing any more', aShop(), finding, {}],
    ['the seller has consented since', aShop(), finding, { ...refused, consentedAt: since }],
    ['its people have resumed it', aShop({ deauthorized: since }), finding, refused],
    ['its people have paused it', aShop({ paused: true }), finding, refused],
    ['its people have removed it', aShop({ leaving: { since: now, until: now } }), finding, refused],
  ])('stay as they are when %s', (_, shop, known, authorization) => {
    expect(withDeparture(shop, known, authorization, now)).toBeUndefined();
  });

  it('give people six days at least, however late it is', () => {
    const late = after(until, seconds(-30));
    expect(withDeparture(aShop(), finding, refused, late)?.leaving).toEqual({ since, until: after(late, days(6)) });
  });

  it.each([
    ['the seller consents', { since, until }, { accessExpiresAt: daysFromNow(7) }, true],
    ['the seller does not', { since, until }, { ...refused, accessExpiresAt: daysFromNow(7) }, false],
    ['nothing is known of the seller', { since, until }, {}, false],
    ['its people removed it', { since: before(now, days(1)), until }, { accessExpiresAt: daysFromNow(7) }, false],
  ])('of one that leaves say that it stays, or not: %s', (_, leaving, known, stays) => {
    const shop = aShop({ leaving, deauthorized: since });
    expect(withDeparture(shop, undefined, known, now)).toEqual(stays ? aShop({ deauthorized: since }) : undefined);
  });

  it('go by the finding that speaks of it alone', () => {
    expect(toldDeparture(finding)).toEqual(leaving);
    expect(toldDeparture(aFinding())).toBeUndefined();
  });
});
