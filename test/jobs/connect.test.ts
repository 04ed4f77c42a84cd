import { beforeEach, describe, expect, it } from 'vitest';
import { after, days, minutes } from '../../shared/domain/time.ts';
import type { Consent } from '../../shared/ports/connections.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aShop } from '../support/a-shop.ts';
import { Crash } from '../support/crash-plan.ts';
import { now } from '../support/moments.ts';
import { aConsent, app, harbour, nonce, orchid, scopes, Story } from './a-consent.ts';

let story: Story;
beforeEach(() => {
  story = new Story();
});

describe('a seller who agrees', () => {
  it('has all shops watched from then on, and looked at at once', async () => {
    expect(await story.answer()).toEqual({
      is: 'connected',
      replayed: false,
      shops: [
        { id: '71', name: 'Harbour Lane UK', market: 'GB', is: 'new' },
        { id: '72', name: 'Orchid House', market: 'US', is: 'new' },
      ],
    });
    expect(await story.found()).toMatchObject([
      { id: '71', zone: 'Europe/London', cipher: 'GCP_1', seller: { appKey: app, openId: '701' }, connectedAt: now },
      { id: '72', zone: 'America/Los_Angeles', recipients: [{ address: 'owner@example.com', locale: 'zh-CN' }] },
    ]);
    expect(story.consents.kept).toEqual(new Map([[`${app}/701`, 'access']]));
    expect(story.outbox.sweeps.map(({ shop }) => shop)).toEqual(['71', '72']);
  });

  it('reads the same page again, and nothing happens twice', async () => {
    const first = await story.answer();
    expect(await story.answer()).toEqual({ ...first, replayed: true });
    expect(await story.answer('code=null&error=auth_denied&state=good')).toEqual({ ...first, replayed: true });
    expect(story.outbox.sweeps.length).toBe(2);
  });

  it('anew keeps what people have set, and takes up what was leaving', async () => {
    const kept = aShop({ id: '71', name: 'Our name for it', cipher: 'old', zone: 'Asia/Shanghai', digest: '09:00' });
    story.shops.put({ ...kept, leaving: { since: now, until: after(now, days(7)) } });
    story.shops.put(aShop({ id: '72', paused: true }));
    story.open({ recipients: [] });
    expect(await story.answer()).toMatchObject({ shops: [{ is: 'renewed' }, { is: 'renewed' }] });
    const [harbourLane, orchidHouse] = await story.found();
    const seller = { appKey: app, openId: '701' };
    const facts = { market: 'GB', sellerType: 'CROSS_BORDER', cipher: 'GCP_1', seller, connectedAt: now };
    expect(harbourLane).toEqual({ ...kept, ...facts });
    expect(orchidHouse).toMatchObject({ paused: true, cipher: 'GCP_2' });
    expect(story.outbox.sweeps.map(({ shop }) => shop)).toEqual(['71']);
  });

  it('gives no new shop to nobody', async () => {
    story.open({ recipients: [] });
    expect(await story.answer()).toMatchObject({ shops: [{ is: 'no-recipient' }, { is: 'no-recipient' }] });
    expect(await story.found()).toEqual([undefined, undefined]);
  });

  it('is not held up by one shop of which TikTok says something strange', async () => {
    story.authorized = [{ ...harbour, region: 'UK', sellerType: 'FRANCHISE', name: ' ' }, orchid];
    expect(await story.answer()).toMatchObject({
      shops: [
        { id: '71', is: 'unfit', because: 'market, sellerType' },
        { id: '72', is: 'new' },
      ],
    });
  });

  it('in the zone that was asked for, and under its id where a shop has no name', async () => {
    story.open({ zone: 'Asia/Shanghai' });
    story.authorized = [{ ...harbour, name: '' }];
    await story.answer();
    expect(await story.shops.read('71')).toMatchObject({ zone: 'Asia/Shanghai', name: '71' });
  });
});

describe('an answer that connects nothing', () => {
  const granted = (changes: Partial<Consent>) => ({ is: 'granted', consent: aConsent(changes) }) as const;

  it.each([
    ['not-found', '', '/connect/'],
    ['not-found', '', `/connect/${app}/more`],
    ['no-state', 'code=code', `/connect/${app}`],
    ['refused', 'code=code&state=forged', `/connect/${app}`],
    ['refused', 'code=code&state=good', '/connect/another'],
    ['refused', 'code=code&state=lost', `/connect/${app}`],
    ['expired', 'code=code&state=old', `/connect/${app}`],
    ['no-code', 'state=good', `/connect/${app}`],
    ['no-code', 'code=null&state=good', `/connect/${app}`],
  ])('%s: %s %s', async (is, query, path) => {
    expect(await story.answer(query, path)).toEqual({ is });
    expect(story.consents.kept.size).toBe(0);
    expect(await story.answer()).toMatchObject({ is: 'connected' });
  });

  it.each(['HEAD', 'POST', 'OPTIONS'])('is not even read by %s', async (method) => {
    expect(await story.answer('code=code&state=good', `/connect/${app}`, method)).toEqual({ is: 'wrong-method' });
    expect(story.plan.points).toBe(0);
  });

  it.each(['auth_denied', 'access_denied'])('refusing (%s) uses the link up', async (error) => {
    expect(await story.answer(`code=null&error=${error}&state=good`)).toEqual({ is: 'declined' });
    expect(await story.answer()).toEqual({ is: 'declined' });
    expect(await story.found()).toEqual([undefined, undefined]);
  });

  it('comes too late for its link', async () => {
    story.clock.wallTime = after(now, minutes(61));
    expect(await story.answer()).toEqual({ is: 'expired' });
  });

  it.each([
    ['an expired code', { is: 'code-expired' } as const, { is: 'code-expired' }],
    ['a used code', { is: 'code-used' } as const, { is: 'code-used' }],
    ['another app', { is: 'app-refused', because: 'code 1' } as const, { is: 'app-refused', because: 'code 1' }],
    ['a creator', granted({ isSeller: false }), { is: 'not-a-seller' }],
    [
      'too few scopes',
      granted({ scopes: scopes.slice(0, 2) }),
      { is: 'scopes-missing', scopes: ['Fulfillment Basic', 'Logistics Basic'] },
    ],
  ])('with %s says so, stores nothing, and can be mended under the same link', async (_, redeemed, outcome) => {
    story.consents.give('bad', redeemed);
    expect(await story.answer('code=bad&state=good')).toEqual(outcome);
    expect(await story.connections.read({ app, nonce })).toMatchObject({ trouble: outcome });
    expect(story.consents.kept.size).toBe(0);
    expect(await story.answer()).toMatchObject({ is: 'connected' });
  });

  it('of a seller without shops can be given again by the right account', async () => {
    story.authorized = [];
    expect(await story.answer()).toEqual({ is: 'no-shops' });
    story.authorized = [harbour];
    story.consents.give('second', { is: 'granted', consent: aConsent({ openId: '702' }) });
    expect(await story.answer('code=second&state=good')).toMatchObject({ is: 'connected' });
    expect(await story.shops.read('71')).toMatchObject({ seller: { openId: '702' } });
  });

  it.each([
    [new Transient('authorized shops: HTTP 503'), { is: 'unreachable' }],
    [new Rejected('refused: code 105005', 'credential'), { is: 'app-refused', because: 'refused: code 105005' }],
  ])('goes on where TikTok stopped answering (%s), although its code is used', async (error, outcome) => {
    story.plan.refuseNext('authorizedShops', error);
    expect(await story.answer()).toEqual(outcome);
    expect(await story.answer()).toMatchObject({ is: 'connected', shops: [{ is: 'new' }, { is: 'new' }] });
  });
});

it('two windows with the same answer connect once', async () => {
  const outcomes = await Promise.all([story.answer(), story.answer(), story.answer()]);
  expect(outcomes.map(({ is }) => is).toSorted()).toEqual(['busy', 'busy', 'connected']);
  expect(story.outbox.sweeps.length).toBe(2);
});

describe('killed at any point', async () => {
  const undisturbed = new Story();
  await undisturbed.answer();
  const points = [...undisturbed.plan.passed];

  it.each(points.map((name, place) => [place + 1, name] as const))(
    'and opened again is connected as if nothing had been: %i, %s',
    async (point) => {
      story.plan.crashAt(point);
      await expect(story.answer()).rejects.toThrow(Crash);
      story.plan.revive();
      story.clock.wallTime = after(now, minutes(2));
      story.outbox.forgetSteps();
      const again = await story.answer();
      if (again.is === 'code-used') {
        // The one thing that is lost with the process: what TikTok gave for the code. Agreeing once more mends it.
        expect([
          'after consents.redeem',
          'before consents.keep',
          'after consents.keep',
          'before connections.noteSeller',
        ]).toContain(points[point - 1]);
        story.consents.give('fresh', { is: 'granted', consent: aConsent() });
        expect(await story.answer('code=fresh&state=good')).toMatchObject({ is: 'connected' });
      } else expect(again).toMatchObject({ is: 'connected', shops: [{ id: '71' }, { id: '72' }] });
      expect(await story.found()).toMatchObject([
        { id: '71', seller: { openId: '701' } },
        { id: '72', seller: { openId: '701' } },
      ]);
      expect(story.consents.kept).toEqual(undisturbed.consents.kept);
      expect(new Set(story.outbox.sweeps.map(({ shop }) => shop))).toEqual(new Set(['71', '72']));
    },
  );
});
