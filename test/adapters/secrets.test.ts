import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSsmClient, SsmSellerVault } from '../../shared/adapters/secrets.ts';
import { minutes } from '../../shared/domain/time.ts';
import type { SellerVault } from '../../shared/ports/credentials.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aSeller } from '../support/a-shop.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import type { SsmStandIn } from '../support/ssm-stand-in.ts';
import { startSsm } from '../support/ssm-stand-in.ts';

interface SeededVault extends SellerVault {
  storeAppSecret(appKey: string, secret: string): Promise<void>;
  storeChannelSecret(shop: string, place: string, secret: string): Promise<void>;
}

const url = 'https://hooks.slack.com/services/T000/B000/sesame';

let ssm: SsmStandIn;
let sets = 0;
let prefix: string;
let clock: FakeClock;

function overSsm(): SsmSellerVault {
  const client = createSsmClient({
    endpoint: ssm.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return new SsmSellerVault(client, prefix, clock);
}

beforeAll(async () => {
  ssm = await startSsm();
});
afterAll(() => ssm.stop());
beforeEach(() => {
  sets += 1;
  prefix = `/tidewatch-${sets}`;
  clock = new FakeClock();
});

const vaults: readonly (readonly [string, () => SeededVault])[] = [
  ['fake', () => new FakeSellerVault()],
  ['SSM', overSsm],
];

describe.each(vaults)('the vault (%s)', (_, fresh) => {
  it('has nothing before something was stored', async () => {
    const vault = fresh();
    expect(await vault.readTokens(aSeller)).toBeUndefined();
    expect(await vault.readAppSecret(aSeller.appKey)).toBeUndefined();
    expect(await vault.readChannelSecret('7495510238846614801', 'slack')).toBeUndefined();
  });

  it('gives back what was stored last', async () => {
    const vault = fresh();
    await vault.storeTokens(aSeller, { accessToken: 'a1', refreshToken: 'r1' });
    await vault.storeTokens(aSeller, { accessToken: 'a2', refreshToken: 'r2' });
    await vault.storeAppSecret(aSeller.appKey, 'open sesame');
    await vault.storeChannelSecret('7495510238846614801', 'slack', url);
    expect(await vault.readTokens(aSeller)).toEqual({ accessToken: 'a2', refreshToken: 'r2' });
    expect(await vault.readAppSecret(aSeller.appKey)).toBe('open sesame');
    expect(await vault.readChannelSecret('7495510238846614801', 'slack')).toBe(url);
  });

  it('keeps sellers, apps and shops apart', async () => {
    const vault = fresh();
    await vault.storeTokens(aSeller, { accessToken: 'a1', refreshToken: 'r1' });
    await vault.storeAppSecret(aSeller.appKey, 'open sesame');
    await vault.storeChannelSecret('shop-a', 'slack', url);
    expect(await vault.readTokens({ ...aSeller, openId: 'another' })).toBeUndefined();
    expect(await vault.readTokens({ ...aSeller, appKey: 'another' })).toBeUndefined();
    expect(await vault.readAppSecret('another')).toBeUndefined();
    expect(await vault.readChannelSecret('shop-b', 'slack')).toBeUndefined();
    expect(await vault.readChannelSecret('shop-a', 'channels/ops')).toBeUndefined();
  });

  it('stores the tokens of a grant and nothing else of it', async () => {
    const vault = fresh();
    const grant = { accessToken: 'a', refreshToken: 'r', accessExpiresAt: clock.world(), openId: 'x' };
    await vault.storeTokens(aSeller, grant);
    expect(await vault.readTokens(aSeller)).toEqual({ accessToken: 'a', refreshToken: 'r' });
  });
});

describe('secrets in SSM', () => {
  it('keep the old refresh token in the history of the parameter', async () => {
    const vault = overSsm();
    await vault.storeTokens(aSeller, { accessToken: 'a1', refreshToken: 'r1' });
    await vault.storeTokens(aSeller, { accessToken: 'a2', refreshToken: 'r2' });
    const versions = ssm.versions.get(`${prefix}/sellers/${aSeller.appKey}/${aSeller.openId}`) ?? [];
    expect(versions.map((version) => JSON.parse(version))).toEqual([
      { accessToken: 'a1', refreshToken: 'r1' },
      { accessToken: 'a2', refreshToken: 'r2' },
    ]);
  });

  it('are read from where people put them', async () => {
    ssm.put(`${prefix}/apps/key`, '{"appSecret": "s"}');
    ssm.put(`${prefix}/shops/shop/slack`, url);
    ssm.put(`${prefix}/shops/shop/channels/ops`, '{"url": "…"}');
    expect(await overSsm().readAppSecret('key')).toBe('s');
    expect(await overSsm().readChannelSecret('shop', 'slack')).toBe(url);
    expect(await overSsm().readChannelSecret('shop', 'channels/ops')).toBe('{"url": "…"}');
  });

  it('are asked for once in five minutes, but never remembered as missing', async () => {
    const vault = overSsm();
    const name = `${prefix}/apps/key`;
    const asked = () => ssm.reads.filter((read) => read === name).length;
    await vault.readAppSecret('key');
    ssm.put(name, '{"appSecret": "first"}');
    expect(await vault.readAppSecret('key')).toBe('first');
    ssm.put(name, '{"appSecret": "second"}');
    expect(await vault.readAppSecret('key')).toBe('first');
    expect(asked()).toBe(2);
    clock.advance(minutes(5));
    expect(await vault.readAppSecret('key')).toBe('second');
    await vault.storeAppSecret('key', 'third');
    expect(await vault.readAppSecret('key')).toBe('third');
  });

  it('are never remembered when they are tokens', async () => {
    const vault = overSsm();
    await vault.storeTokens(aSeller, { accessToken: 'a1', refreshToken: 'r1' });
    await vault.readTokens(aSeller);
    ssm.put(`${prefix}/sellers/${aSeller.appKey}/${aSeller.openId}`, '{"accessToken": "a2", "refreshToken": "r2"}');
    expect((await vault.readTokens(aSeller))?.accessToken).toBe('a2');
  });

  it.each([
    ['no JSON', 'sesame,open', 'not JSON'],
    ['a missing refresh token', '{"accessToken": "sesame"}', 'does not fit at refreshToken (invalid_type)'],
    ['an empty token', '{"accessToken": "sesame", "refreshToken": ""}', 'does not fit at refreshToken (too_small)'],
  ])('that hold %s are reported by the name of the parameter, never by the value', async (_, value, said) => {
    const name = `${prefix}/sellers/${aSeller.appKey}/${aSeller.openId}`;
    ssm.put(name, value);
    await expect(overSsm().readTokens(aSeller)).rejects.toThrow(`parameter ${name}: ${said}`);
    await expect(overSsm().readTokens(aSeller)).rejects.not.toThrow('sesame');
  });

  it('cannot be named by an id that leads elsewhere', async () => {
    await expect(overSsm().readChannelSecret('../apps/key', 'slack')).rejects.toThrow('cannot be part of a parameter');
  });

  it.each([
    ['throttling passes', 'ThrottlingException', 400],
    ['a failure of SSM passes', 'InternalServerError', 500],
  ])('%s', async (_, type, status) => {
    ssm.fail(1, type, status);
    await expect(overSsm().readTokens(aSeller)).rejects.toThrow(Transient);
  });

  it('a missing permission does not pass', async () => {
    ssm.fail(1, 'AccessDeniedException', 400);
    await expect(overSsm().readTokens(aSeller)).rejects.not.toThrow(Transient);
  });
});
