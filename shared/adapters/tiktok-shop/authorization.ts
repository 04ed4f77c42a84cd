import type { Seller } from '../../domain/shop.ts';
import { type Instant, isPast } from '../../domain/time.ts';
import type { SellerCredentials, SellerVault } from '../../ports/credentials.ts';
import { Rejected, Transient } from '../../ports/errors.ts';
import { Keyring } from './keyring.ts';
import type { StaleToken } from './refusal.ts';
import { type Renewal, type RenewalParts, hasTimeLeft, renew } from './renewal.ts';
import type { Secret } from './secret.ts';
import type { Tally } from './tally.ts';

interface AuthorizationParts extends RenewalParts {
  readonly vault: SellerVault;
}

/** What a signed call needs. */
export interface Pass {
  readonly access: Secret;
  readonly appSecret: Secret;
}

interface Sweep {
  readonly now: Instant;
  readonly tally: Tally;
}

/** One seller's leave to call TikTok, shared by all of the seller's shops in a warm process. */
export class Authorization {
  readonly #seller: Seller;
  readonly #parts: AuthorizationParts;
  readonly #keyring: Keyring;
  #known: SellerCredentials = {};
  #renewing: Promise<Renewal> | undefined;

  constructor(seller: Seller, parts: AuthorizationParts) {
    this.#seller = seller;
    this.#parts = parts;
    this.#keyring = new Keyring(parts.vault, seller);
  }

  /** As last read or recorded; a refusal in the middle of a sweep shows here. */
  get credentials(): SellerCredentials {
    return this.#known;
  }

  /** Makes the access token last for the sweep. Answers whether there is one to use, and a passing reason if not. */
  async prepare(sweep: Sweep): Promise<{ readonly usable: boolean; readonly transient?: string }> {
    const known = await this.#parts.sellers.read(this.#seller);
    if (known.accessExpiresAt !== this.#known.accessExpiresAt) await this.#keyring.readAgain();
    this.#known = known;
    if (hasTimeLeft(known, sweep.now) && (await this.#hasSecrets())) return { usable: true };
    const renewal = await this.#renew(sweep);
    if (renewal.is === 'renewed' || (await this.#stillWorks(sweep.now))) return { usable: true };
    return renewal.is === 'failed' ? { usable: false, transient: renewal.because } : { usable: false };
  }

  async pass(): Promise<Pass> {
    const [keys, appSecret] = await Promise.all([this.#keyring.keys(), this.#keyring.appSecret()]);
    const { appKey, openId } = this.#seller;
    if (!keys) throw new Rejected(`no tokens stored for app ${appKey}, seller ${openId}`, 'credential');
    if (!appSecret) throw new Rejected(`no app secret stored for app ${appKey}`, 'credential');
    return { access: keys.access, appSecret };
  }

  /** A token was turned away: renews it, unless that has happened meanwhile. Throws what the caller must hear. */
  async replace(pass: Pass, turnedAway: StaleToken, sweep: Sweep): Promise<Pass> {
    const current = await this.pass();
    if (!current.access.equals(pass.access)) return current;
    const renewal = await this.#renew(sweep, pass.access);
    switch (renewal.is) {
      case 'renewed':
        return { ...pass, access: renewal.keys.access };
      case 'refused':
        throw turnedAway;
      case 'failed':
        throw new Transient(renewal.because);
    }
  }

  /** Calls under way at the same time share one renewal. */
  async #renew(sweep: Sweep, stale?: Secret): Promise<Renewal> {
    this.#renewing ??= this.#startRenewal(sweep, stale);
    return await this.#renewing;
  }

  async #startRenewal(sweep: Sweep, stale?: Secret): Promise<Renewal> {
    try {
      const renewal = await renew({ ...this.#parts, seller: this.#seller, keyring: this.#keyring, ...sweep, stale });
      this.#known = renewal.credentials;
      return renewal;
    } finally {
      this.#renewing = undefined;
    }
  }

  async #stillWorks(now: Instant): Promise<boolean> {
    const { accessExpiresAt } = this.#known;
    return accessExpiresAt !== undefined && !isPast(accessExpiresAt, now) && (await this.#hasSecrets());
  }

  async #hasSecrets(): Promise<boolean> {
    const [keys, appSecret] = await Promise.all([this.#keyring.keys(), this.#keyring.appSecret()]);
    return keys !== undefined && appSecret !== undefined;
  }
}
