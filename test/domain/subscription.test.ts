import { describe, expect, it } from 'vitest';
import { isGap, isReachable, standingsOf, watchedEvents } from '../../shared/domain/subscription.ts';

const ours = 'https://ours.example.com/webhooks/app';
const theirs = 'https://erp.example.com/tiktok';

describe('what is registered with TikTok', () => {
  it('is fine where every watched event comes to us', () => {
    const standings = standingsOf(
      ours,
      watchedEvents.map((event) => ({ event, address: ours })),
    );
    expect(standings).toEqual(watchedEvents.map((event) => ({ event, is: 'fine', address: ours })));
    expect(standings.filter(isGap)).toEqual([]);
  });

  it('is missing where nothing is registered', () => {
    expect(standingsOf(ours, [])).toEqual(watchedEvents.map((event) => ({ event, is: 'missing' })));
    expect(standingsOf(ours, []).every(isGap)).toBe(true);
  });

  it.each([
    ['a watched event of another address', 'PACKAGE_UPDATE', theirs, 'elsewhere', true],
    ['a watched event of nearly our address', 'PACKAGE_UPDATE', `${ours}/`, 'elsewhere', true],
    ['an event that nobody reads, of ours', 'PRODUCT_CREATION', ours, 'needless', true],
    ['an event that nobody reads, of another', 'PRODUCT_CREATION', theirs, 'foreign', false],
  ])('%s', (_, event, address, is, gap) => {
    const standing = standingsOf(ours, [{ event, address }]).find((one) => one.event === event);
    expect(standing).toEqual({ event, is, address });
    expect(standing && isGap(standing)).toBe(gap);
  });
});

describe('TikTok reaches', () => {
  it.each([
    ['https://abc.lambda-url.eu-west-1.on.aws/', true],
    ['http://abc.lambda-url.eu-west-1.on.aws/', false],
    ['https://abc.example.com:8443/', false],
    ['https://192.0.2.7/', false],
    ['https://[2001:db8::1]/', false],
    ['http://127.0.0.1:4010/', false],
    ['https://localhost/', false],
    [`https://example.com/${'a'.repeat(236)}`, false],
    ['nowhere', false],
  ])('%s: %s', (address, reached) => expect(isReachable(address)).toBe(reached));
});
