import type { Seller } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { ConsentingSellers, SellerCredentials, Sellers } from '../../shared/ports/credentials.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

export class FakeSellers implements Sellers, ConsentingSellers {
  readonly #credentials = new Map<string, SellerCredentials>();
  readonly #leases = new Map<string, Lease>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  read(seller: Seller): Promise<SellerCredentials> {
    return underPlan(this.#plan, 'sellers.read', () => this.#credentials.get(keyOf(seller)) ?? {});
  }

  acquireRefresh(seller: Seller, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return underPlan(this.#plan, 'sellers.acquireRefresh', () => {
      const lease = this.#leases.get(keyOf(seller));
      if (lease && lease.holder !== holder && lease.until > wall) return false;
      this.#leases.set(keyOf(seller), { holder, until });
      return true;
    });
  }

  recordRefresh(seller: Seller, holder: string, credentials: SellerCredentials): Promise<void> {
    return underPlan(this.#plan, 'sellers.recordRefresh', () => {
      if (this.#leases.get(keyOf(seller))?.holder !== holder) {
        throw new Transient(`seller ${seller.openId}: the refresh lease was lost`);
      }
      this.#credentials.set(keyOf(seller), credentials);
      this.#leases.delete(keyOf(seller));
    });
  }

  recordConsent(seller: Seller, credentials: SellerCredentials): Promise<void> {
    return underPlan(this.#plan, 'sellers.recordConsent', () => this.seed(seller, credentials));
  }

  seed(seller: Seller, credentials: SellerCredentials): void {
    this.#credentials.set(keyOf(seller), credentials);
  }
}

function keyOf({ appKey, openId }: Seller): string {
  return `${appKey}#${openId}`;
}
