import type { Seller } from '../../domain/shop.ts';
import { type Instant, after, age, before, hours } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SellerCredentials, Sellers } from '../../ports/credentials.ts';
import { Rejected, Transient } from '../../ports/errors.ts';
import { sleep } from '../clock.ts';
import type { Keyring, Keys } from './keyring.ts';
import type { Patience } from './patience.ts';
import type { Secret } from './secret.ts';
import type { Tally } from './tally.ts';
import { type RenewedTokens, requestGrant } from './token-grant.ts';
import type { Wire } from '../wire.ts';

export interface RenewalParts {
  readonly clock: Clock;
  readonly sellers: Sellers;
  readonly authWire: Wire;
  readonly holder: string;
  readonly patience: Patience;
}

interface RenewalOf extends RenewalParts {
  readonly seller: Seller;
  readonly keyring: Keyring;
  readonly tally: Tally;
  /** The world's time of the sweep. */
  readonly now: Instant;
  /** The access token that was turned away; without one, a renewal is due when little time is left. */
  readonly stale?: Secret | undefined;
}

export type Renewal =
  | { readonly is: 'renewed'; readonly keys: Keys; readonly credentials: SellerCredentials }
  | { readonly is: 'refused'; readonly credentials: SellerCredentials }
  | { readonly is: 'failed'; readonly because: string; readonly credentials: SellerCredentials };

/** An access token lives 7 days (official, 2025-12); the last one is kept for trying again. */
const renewAhead = hours(24);

export function hasTimeLeft(known: SellerCredentials, now: Instant): boolean {
  return (
    known.refusedSince === undefined &&
    known.accessExpiresAt !== undefined &&
    before(known.accessExpiresAt, renewAhead) >= now
  );
}

/**
 * Renews a seller's tokens, one holder at a time. The new pair is stored before anything else is written, so whoever
 * comes next after a crash goes on with it. A refusal is recorded with its first date.
 */
export async function renew(of: RenewalOf): Promise<Renewal> {
  for (let waited = 0; waited <= of.patience.leaseWait; waited += of.patience.leaseLook) {
    if (waited > 0) await sleep(of.patience.leaseLook);
    const wall = of.clock.wall();
    const mine = await of.sellers.acquireRefresh(of.seller, of.holder, wall, after(wall, of.patience.lease));
    if (mine) return await renewAsHolder(of);
  }
  await of.keyring.readAgain();
  const credentials = await of.sellers.read(of.seller);
  return { is: 'failed', because: 'token refresh: another holder has not finished', credentials };
}

async function renewAsHolder(of: RenewalOf): Promise<Renewal> {
  const known = await of.sellers.read(of.seller);
  const keys = await of.keyring.readAgain();
  const appSecret = await of.keyring.appSecret();
  if (!keys || !appSecret) return await refuse(of, known);
  if (isDone(of, known, keys)) return await giveBack(of, { is: 'renewed', keys, credentials: known });
  const asked = of.clock.wall();
  let tokens: RenewedTokens;
  try {
    const request = { appKey: of.seller.appKey, appSecret, refreshToken: keys.refresh };
    tokens = await requestGrant(request, { wire: of.authWire, tally: of.tally, patience: of.patience });
  } catch (error) {
    // Recovery: the lease goes back either way; a sweep goes on with the old token for as long as that lives.
    if (error instanceof Rejected) return await refuse(of, known);
    if (!(error instanceof Transient)) throw error;
    return await giveBack(of, { is: 'failed', because: error.message, credentials: known });
  }
  const slept = age(asked, of.clock.wall()) > of.patience.lease / 2;
  return slept && (await isOvertaken(of, keys)) ? await letGo(of) : await adopt(of, tokens);
}

/** Somebody else was faster while we waited for the lease. */
function isDone(of: RenewalOf, known: SellerCredentials, keys: Keys): boolean {
  return of.stale ? !keys.access.equals(of.stale) : hasTimeLeft(known, of.now);
}

/** A process can sleep between question and answer. Whoever took over meanwhile has tokens that came after ours. */
async function isOvertaken(of: RenewalOf, asked: Keys): Promise<boolean> {
  const wall = of.clock.wall();
  if (!(await of.sellers.acquireRefresh(of.seller, of.holder, wall, after(wall, of.patience.lease)))) return true;
  const stored = await of.keyring.readAgain();
  return stored !== undefined && !stored.refresh.equals(asked.refresh);
}

/** The tokens that came too late are forgotten; the next call goes on with the stored ones. */
async function letGo(of: RenewalOf): Promise<Renewal> {
  await of.keyring.readAgain();
  const credentials = await of.sellers.read(of.seller);
  return { is: 'failed', because: 'token refresh: the answer came too late, another holder was faster', credentials };
}

async function adopt(of: RenewalOf, tokens: RenewedTokens): Promise<Renewal> {
  const keys = await of.keyring.store(tokens);
  const { accessExpiresAt, refreshExpiresAt } = tokens;
  return await giveBack(of, { is: 'renewed', keys, credentials: { accessExpiresAt, refreshExpiresAt } });
}

async function refuse(of: RenewalOf, known: SellerCredentials): Promise<Renewal> {
  const refusedSince = known.refusedSince ?? of.now;
  return await giveBack(of, { is: 'refused', credentials: { ...known, refusedSince } });
}

async function giveBack(of: RenewalOf, outcome: Renewal): Promise<Renewal> {
  await of.sellers.recordRefresh(of.seller, of.holder, outcome.credentials);
  return outcome;
}
