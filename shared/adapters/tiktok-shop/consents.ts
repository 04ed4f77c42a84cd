import { randomUUID } from 'node:crypto';
import type { Seller } from '../../domain/shop.ts';
import { after } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Consents } from '../../ports/connections.ts';
import type { ConsentingSellers, SellerVault } from '../../ports/credentials.ts';
import { Rejected } from '../../ports/errors.ts';
import { sleep } from '../clock.ts';
import { Wire } from '../wire.ts';
import { type Patience, usualPatience } from './patience.ts';
import { RefusedByCode } from './refusal.ts';
import { Secret } from './secret.ts';
import { Tally } from './tally.ts';
import { requestConsent } from './token-grant.ts';

interface ConsentParts {
  /** Opened for each call: a person may just have mended what is in it. */
  readonly vault: () => Pick<SellerVault, 'readAppSecret' | 'storeTokens'>;
  readonly sellers: ConsentingSellers;
  readonly clock: Pick<Clock, 'wall'>;
  /** `https://auth.tiktok-shops.com`, or a simulator. */
  readonly authUrl: string;
  readonly patience?: Patience;
}

/** The auth host's codes, seen in public SDKs (2025): an unknown or expired code, a bad parameter, a used code. */
const meaning: Readonly<Record<number, 'code-expired' | 'code-used'>> = {
  36004004: 'code-expired',
  98001004: 'code-expired',
  98001005: 'code-used',
};

export function openConsents({ vault, sellers, clock, authUrl, patience = usualPatience }: ConsentParts): Consents {
  const wire = new Wire(authUrl);
  return {
    async redeem(app, code) {
      const appSecret = await vault().readAppSecret(app);
      if (appSecret === undefined) return { is: 'app-refused', because: 'no app secret is stored' };
      const request = { appKey: app, appSecret: new Secret(appSecret), code: new Secret(code) };
      try {
        return { is: 'granted', consent: await requestConsent(request, { wire, tally: new Tally(), patience }) };
      } catch (error) {
        // Recovery: whoever consents is told what to do; what passes by itself goes on to the caller.
        if (!(error instanceof Rejected)) throw error;
        const is = error instanceof RefusedByCode ? meaning[error.code] : undefined;
        return is === undefined ? { is: 'app-refused', because: error.message } : { is };
      }
    },
    async keep(app, consent) {
      const { openId, accessExpiresAt, refreshExpiresAt } = consent;
      const seller = { appKey: app, openId };
      const holder = randomUUID();
      const isHeld = await holdRefresh(seller, holder, { sellers, clock, patience });
      await vault().storeTokens(seller, consent);
      const credentials = { accessExpiresAt, refreshExpiresAt };
      await sellers.recordConsent(seller, credentials);
      if (isHeld) await sellers.recordRefresh(seller, holder, credentials);
      return seller;
    },
  };
}

/**
 * A refresh under way would put older tokens in the place of the new ones, so it is waited for; but not for ever: the
 * code works once, and what it gave is lost with this process.
 */
async function holdRefresh(
  seller: Seller,
  holder: string,
  { sellers, clock, patience }: Required<Pick<ConsentParts, 'sellers' | 'clock' | 'patience'>>,
): Promise<boolean> {
  for (let waited = 0; waited <= patience.leaseWait; waited += patience.leaseLook) {
    if (waited > 0) await sleep(patience.leaseLook);
    const wall = clock.wall();
    if (await sellers.acquireRefresh(seller, holder, wall, after(wall, patience.lease))) return true;
  }
  return false;
}
