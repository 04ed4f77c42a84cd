import { beforeEach, describe, expect, it } from 'vitest';
import { openConsents } from '../../../shared/adapters/tiktok-shop/consents.ts';
import { after, days, minutes, seconds } from '../../../shared/domain/time.ts';
import type { Simulator } from '../../../infra/local/simulator/handle.ts';
import type { Consents } from '../../../shared/ports/connections.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import { aSimulator, noon } from '../../simulator/world.ts';
import { CrashPlan } from '../../support/crash-plan.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';
import { quick } from './a-stall.ts';

let simulator: Simulator;
let consents: Consents;
let vault: FakeSellerVault;
let sellers: FakeSellers;
const plan = new CrashPlan();
const clock = new FakeClock(noon);

beforeEach(async () => {
  simulator = await aSimulator();
  vault = new FakeSellerVault(plan);
  sellers = new FakeSellers(plan);
  plan.revive();
  await vault.storeAppSecret(simulator.appKey, simulator.appSecret);
  const patience = { ...quick, leaseWait: seconds(0.05), leaseLook: seconds(0.01) };
  consents = openConsents({ vault: () => vault, sellers, clock, authUrl: simulator.authUrl, patience });
});

describe('a code', () => {
  it('is exchanged once, for tokens, seller and scopes', async () => {
    const code = simulator.issueAuthCode();
    const redeemed = await consents.redeem(simulator.appKey, code);
    expect(redeemed).toMatchObject({
      is: 'granted',
      consent: {
        openId: simulator.openId,
        accessToken: simulator.accessToken,
        accessExpiresAt: after(noon, days(7)),
        refreshExpiresAt: after(noon, days(365)),
        isSeller: true,
      },
    });
    expect(redeemed.is === 'granted' && redeemed.consent.scopes).toContain('seller.order.info');
    expect(await consents.redeem(simulator.appKey, code)).toEqual({ is: 'code-used' });
  });

  it('is too old after half an hour, and unknown codes pass for such', async () => {
    const code = simulator.issueAuthCode();
    simulator.setNow(after(noon, minutes(31)));
    expect(await consents.redeem(simulator.appKey, code)).toEqual({ is: 'code-expired' });
    expect(await consents.redeem(simulator.appKey, 'ROW_nobody')).toEqual({ is: 'code-expired' });
  });

  it('is not even shown to TikTok for an app without a secret', async () => {
    expect(await consents.redeem('unknown', 'c')).toEqual({ is: 'app-refused', because: 'no app secret is stored' });
    expect(simulator.calls().seller.token).toBe(0);
  });

  it('of an app whose secret is wrong says so, with TikTok’s code and no secret', async () => {
    await vault.storeAppSecret(simulator.appKey, 'a-wrong-secret');
    const refused = await consents.redeem(simulator.appKey, simulator.issueAuthCode());
    expect(refused).toMatchObject({ is: 'app-refused', because: expect.stringMatching(/refused: code 36009004/) });
    expect(JSON.stringify(refused)).not.toContain('a-wrong-secret');
  });

  it('waits for better times where TikTok cannot be reached', async () => {
    const code = simulator.issueAuthCode();
    await simulator.stop();
    await expect(consents.redeem(simulator.appKey, code)).rejects.toThrow(Transient);
    await simulator.resume();
    expect(await consents.redeem(simulator.appKey, code)).toMatchObject({ is: 'granted' });
  });
});

describe('tokens that are kept', () => {
  async function aConsent() {
    const redeemed = await consents.redeem(simulator.appKey, simulator.issueAuthCode());
    if (redeemed.is !== 'granted') throw new Error(redeemed.is);
    return redeemed.consent;
  }

  it('take the place of earlier ones and end a refusal', async () => {
    const consent = await aConsent();
    const seller = { appKey: simulator.appKey, openId: consent.openId };
    sellers.seed(seller, { refusedSince: noon });
    expect(await consents.keep(simulator.appKey, consent)).toEqual(seller);
    const { accessExpiresAt, refreshExpiresAt, accessToken, refreshToken } = consent;
    expect(await sellers.read(seller)).toEqual({ accessExpiresAt, refreshExpiresAt });
    expect(await vault.readTokens(seller)).toEqual({ accessToken, refreshToken });
  });

  it('wait for a refresh under way, and not for ever', async () => {
    const consent = await aConsent();
    const seller = { appKey: simulator.appKey, openId: consent.openId };
    await sellers.acquireRefresh(seller, 'a sweep', noon, after(noon, minutes(1)));
    await consents.keep(simulator.appKey, consent);
    expect(plan.passed.filter((point) => point === 'before sellers.acquireRefresh').length).toBeGreaterThan(2);
    expect(await vault.readTokens(seller)).toMatchObject({ accessToken: consent.accessToken });
    expect(await sellers.read(seller)).toMatchObject({ accessExpiresAt: consent.accessExpiresAt });
  });
});
