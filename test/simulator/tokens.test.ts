import { describe, expect, it } from 'vitest';
import { days, hours, instant, minutes } from '../../shared/domain/time.ts';
import { askForToken, call } from './client.ts';
import type { Answered } from './client.ts';
import { aSimulator, noon } from './world.ts';

type Simulator = Awaited<ReturnType<typeof aSimulator>>;

function refresh(simulator: Simulator, token: unknown): Promise<Answered> {
  return askForToken(simulator, 'refresh', { grant_type: 'refresh_token', refresh_token: String(token) });
}

function useToken(simulator: Simulator, token: unknown): Promise<Answered> {
  const headers = { 'x-tts-access-token': String(token) };
  return call(simulator, '/authorization/202309/shops', { without: ['shop_cipher'], headers });
}

describe('the first tokens', () => {
  it('follow from seed and start, and look like real ones', async () => {
    const [one, same, other] = [await aSimulator(), await aSimulator(), await aSimulator({ seed: 8 })];
    expect(one.accessToken).toMatch(/^ROW_[\w-]{60,}$/);
    expect([one.appKey, one.appSecret, one.openId].map((text) => text.length)).toEqual([12, 40, 48]);
    expect([same.accessToken, same.refreshToken, same.appSecret, same.shops]).toEqual([
      one.accessToken,
      one.refreshToken,
      one.appSecret,
      one.shops,
    ]);
    for (const [mine, theirs] of [
      [one.appKey, other.appKey],
      [one.appSecret, other.appSecret],
      [one.accessToken, other.accessToken],
      [one.shops[0]?.cipher, other.shops[0]?.cipher],
    ]) {
      expect(mine).not.toBe(theirs);
    }
  });

  it('live for 7 and 365 days, or as long as asked', async () => {
    const usual = await aSimulator();
    expect([usual.accessExpiresAt, usual.refreshExpiresAt]).toEqual([noon + days(7), noon + days(365)]);
    const short = await aSimulator({ tokenLeft: { access: hours(3), refresh: days(12) } });
    expect([short.accessExpiresAt, short.refreshExpiresAt]).toEqual([noon + hours(3), noon + days(12)]);
  });

  it('are still known after a restart with the same seed', async () => {
    const before = await aSimulator();
    const { data } = await refresh(before, before.refreshToken);
    const after = await aSimulator({ now: instant(noon + days(8)) });
    expect((await useToken(after, data['access_token'])).code).toBe(105002);
    expect((await refresh(after, data['refresh_token'])).code).toBe(0);
    expect((await useToken(await aSimulator({ seed: 9 }), before.accessToken)).code).toBe(105001);
  });
});

describe('a refresh', () => {
  it('answers with absolute expiry seconds in world time, and does not prolong the authorization', async () => {
    const simulator = await aSimulator();
    simulator.setNow(instant(noon + days(6)));
    const { data, code } = await refresh(simulator, simulator.refreshToken);
    expect(code).toBe(0);
    expect(data).toEqual({
      access_token: simulator.accessToken,
      access_token_expire_in: (noon + days(13)) / 1000,
      refresh_token: simulator.refreshToken,
      refresh_token_expire_in: (noon + days(365)) / 1000,
      open_id: simulator.openId,
      seller_name: 'Sample Gadgets',
      seller_base_region: 'CN',
      user_type: 0,
      granted_scopes: expect.arrayContaining(['seller.order.info', 'seller.logistics']) as unknown,
    });
    expect((await useToken(simulator, data['access_token'])).code).toBe(0);
  });

  it('leaves the old refresh token good until the new access token was used', async () => {
    const simulator = await aSimulator();
    const old = simulator.refreshToken;
    const lost = await refresh(simulator, old);
    const again = await refresh(simulator, old);
    expect([lost.code, again.code]).toEqual([0, 0]);
    expect(again.data['refresh_token']).not.toBe(old);
    expect((await useToken(simulator, again.data['access_token'])).code).toBe(0);
    expect((await refresh(simulator, old)).code).toBe(98001006);
    expect((await refresh(simulator, again.data['refresh_token'])).code).toBe(0);
  });

  it('is refused after the end of the authorization', async () => {
    const simulator = await aSimulator();
    simulator.setNow(instant(noon + days(365)));
    expect((await refresh(simulator, simulator.refreshToken)).code).toBe(98001006);
  });

  it.each([
    ['a token of nobody', { refresh_token: 'ROW_nobody', grant_type: 'refresh_token' }, 98001006],
    ['an access token in its place', { grant_type: 'refresh_token', use: 'access' }, 98001006],
    ['no grant_type', { grant_type: '' }, 98001004],
    ['the wrong grant_type', { grant_type: 'authorization_code' }, 98001004],
    ['the wrong app secret', { grant_type: 'refresh_token', app_secret: 'x' }, 36009004],
    ['the wrong app key', { grant_type: 'refresh_token', app_key: 'x' }, 36009004],
  ])('refuses %s', async (_, { use, ...query }: Record<string, string>, code) => {
    const simulator = await aSimulator();
    const token = use === 'access' ? simulator.accessToken : simulator.refreshToken;
    expect((await askForToken(simulator, 'refresh', { refresh_token: token, ...query })).code).toBe(code);
  });
});

describe('an auth code', () => {
  it('works once, for thirty minutes', async () => {
    const simulator = await aSimulator();
    const [code, late] = [simulator.issueAuthCode(), simulator.issueAuthCode()];
    const query = { grant_type: 'authorized_code' };
    expect((await askForToken(simulator, 'get', { ...query, auth_code: 'nobody' })).code).toBe(36004004);
    const first = await askForToken(simulator, 'get', { ...query, auth_code: code });
    expect((await useToken(simulator, first.data['access_token'])).code).toBe(0);
    expect((await askForToken(simulator, 'get', { ...query, auth_code: code })).code).toBe(98001005);
    simulator.setNow(instant(noon + minutes(30)));
    expect((await askForToken(simulator, 'get', { ...query, auth_code: late })).code).toBe(36004004);
  });

  it('is asked for on the auth host only', async () => {
    const simulator = await aSimulator();
    const api = await fetch(`${simulator.url}/api/v2/token/get`);
    const auth = await fetch(`${simulator.authUrl}/authorization/202309/shops`);
    const posted = await fetch(`${simulator.authUrl}/api/v2/token/get`, { method: 'POST' });
    const codes = await Promise.all(
      [api, auth, posted].map(async (answer) => ((await answer.json()) as { code: number }).code),
    );
    expect(codes).toEqual([36009009, 36009009, 36009010]);
  });
});
