import type { Connection, ConnectionEnd, ConsentTrouble } from '../../shared/domain/connection.ts';
import type { Seller } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { ConnectionRef, Connections, Consent, Consents, Redeemed } from '../../shared/ports/connections.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeConnections implements Connections {
  readonly #known = new Map<string, Connection>();
  readonly #held = new Map<string, { readonly holder: string; readonly until: Instant }>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  open(connection: Connection): void {
    this.#known.set(keyOf(connection), connection);
  }

  read(ref: ConnectionRef): Promise<Connection | undefined> {
    return underPlan(this.#plan, 'connections.read', () => this.#known.get(keyOf(ref)));
  }

  acquire(ref: ConnectionRef, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return underPlan(this.#plan, 'connections.acquire', () => {
      const held = this.#held.get(keyOf(ref));
      if (held && held.holder !== holder && held.until > wall) return false;
      this.#held.set(keyOf(ref), { holder, until });
      return true;
    });
  }

  noteSeller(ref: ConnectionRef, openId: string): Promise<void> {
    return this.#set('connections.noteSeller', ref, { openId });
  }

  noteTrouble(ref: ConnectionRef, trouble: ConsentTrouble): Promise<void> {
    this.#held.delete(keyOf(ref));
    return this.#set('connections.noteTrouble', ref, { trouble });
  }

  end(ref: ConnectionRef, end: ConnectionEnd): Promise<void> {
    return this.#set('connections.end', ref, { end });
  }

  #set(call: string, ref: ConnectionRef, change: Partial<Connection>): Promise<void> {
    return underPlan(this.#plan, call, () => {
      const known = this.#known.get(keyOf(ref));
      if (!known) throw new Error(`${keyOf(ref)} was never opened`);
      this.#known.set(keyOf(ref), { ...known, ...change });
    });
  }
}

/** Codes that work once, as TikTok's do. */
export class FakeConsents implements Consents {
  /** Access tokens by app and seller. */
  readonly kept = new Map<string, string>();
  readonly #codes = new Map<string, Redeemed>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  give(code: string, redeemed: Redeemed): void {
    this.#codes.set(code, redeemed);
  }

  redeem(_: string, code: string): Promise<Redeemed> {
    return underPlan(this.#plan, 'consents.redeem', () => {
      const redeemed = this.#codes.get(code) ?? { is: 'code-expired' };
      if (redeemed.is === 'granted') this.#codes.set(code, { is: 'code-used' });
      return redeemed;
    });
  }

  keep(app: string, { openId, accessToken }: Consent): Promise<Seller> {
    return underPlan(this.#plan, 'consents.keep', () => {
      this.kept.set(`${app}/${openId}`, accessToken);
      return { appKey: app, openId };
    });
  }
}

function keyOf({ app, nonce }: ConnectionRef): string {
  return `${app}/${nonce}`;
}
