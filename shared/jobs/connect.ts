import {
  missingScopes,
  type ConnectedShop,
  type Connection,
  type ConsentTrouble,
  type FirstSettings,
} from '../domain/connection.ts';
import type { Seller, Shop } from '../domain/shop.ts';
import { after, iso, isPast, minutes, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Connections, Consents, ConsentStates } from '../ports/connections.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { AuthorizedShop } from '../ports/marketplace.ts';
import type { Outbox } from '../ports/messaging.ts';
import type { Shops } from '../ports/records.ts';
import type { DoorRequest } from './door.ts';

export interface ConnectPorts {
  readonly states: Pick<ConsentStates, 'read'>;
  readonly connections: Connections;
  readonly consents: Consents;
  /** Throws Transient or Rejected. */
  readonly authorizedShops: (seller: Seller) => Promise<readonly AuthorizedShop[]>;
  readonly shops: Pick<Shops, 'read'> & { write(shop: Shop): Promise<void> };
  /** A shop's settings from what TikTok says; a text names the fields that cannot be used. */
  readonly settle: {
    first(consented: Consented, settings: FirstSettings): Shop | string;
    anew(consented: Consented, shop: Shop): Shop | string;
  };
  readonly outbox: Pick<Outbox, 'sweep'>;
  readonly clock: Pick<Clock, 'wall'>;
  /** Who works on an answer: new for each. */
  readonly holder: () => string;
}

interface Consented {
  readonly listed: AuthorizedShop;
  readonly seller: Seller;
  readonly wall: Instant;
}

/** `no-state`: not begun by us, as when an app is installed from the App Store. `refused`: not one of our links. */
type Plain = 'not-found' | 'wrong-method' | 'no-state' | 'refused' | 'expired' | 'busy' | 'declined' | 'no-code';

/** What a page is made of. */
export type ConnectOutcome =
  | { readonly [Is in Plain]: { readonly is: Is } }[Plain]
  | ConsentTrouble
  | { readonly is: 'connected'; readonly shops: readonly ConnectedShop[]; readonly replayed: boolean };

/** Longer than any answer takes; after it, one that died is over. */
const longestWork = minutes(1);

/**
 * A seller's answer, brought back by the browser: `/connect/<app>?code=…&state=…`. Tokens are stored before anything
 * else is written and shops before the link is used up, so whoever opens the page again goes on where it stopped. Only a
 * code that was exchanged and died before its tokens were stored is lost; consenting again under the same link mends it.
 */
export async function connect(request: DoorRequest, ports: ConnectPorts): Promise<ConnectOutcome> {
  const [, app] = /^\/connect\/([\w.-]{1,60})$/.exec(request.path) ?? [];
  if (app === undefined) return { is: 'not-found' };
  if (request.method !== 'GET') return { is: 'wrong-method' };
  const query = new URLSearchParams(request.query);
  const state = query.get('state') ?? '';
  if (state === '') return { is: 'no-state' };
  const signed = await ports.states.read(app, state);
  const connection = signed && (await ports.connections.read({ app, nonce: signed.nonce }));
  if (!signed || !connection) return { is: 'refused' };
  const { end } = connection;
  if (end) return end.is === 'declined' ? end : { ...end, replayed: true };
  if (signed.is === 'expired' || isPast(connection.expiresAt, ports.clock.wall())) return { is: 'expired' };
  return answerTo(connection, query, ports);
}

async function answerTo(connection: Connection, query: URLSearchParams, ports: ConnectPorts): Promise<ConnectOutcome> {
  const code = query.get('code') ?? '';
  const isDeclined = query.has('error');
  // The documents write a refusal as `code=null`.
  if (!isDeclined && (code === '' || code === 'null')) return { is: 'no-code' };
  const wall = ports.clock.wall();
  if (!(await ports.connections.acquire(connection, ports.holder(), wall, after(wall, longestWork)))) {
    return { is: 'busy' };
  }
  if (isDeclined) {
    await ports.connections.end(connection, { is: 'declined' });
    return { is: 'declined' };
  }
  const came = await takeOn(connection, code, ports);
  if ('is' in came) {
    await ports.connections.noteTrouble(connection, came);
    return came;
  }
  await ports.connections.end(connection, { is: 'connected', shops: came.shops });
  return { is: 'connected', shops: came.shops, replayed: false };
}

type Came = ConsentTrouble | { readonly shops: readonly ConnectedShop[] };

async function takeOn(connection: Connection, code: string, ports: ConnectPorts): Promise<Came> {
  try {
    const seller = await sellerBehind(connection, code, ports);
    if ('is' in seller) return seller;
    const listed = await ports.authorizedShops(seller);
    if (listed.length === 0) return { is: 'no-shops' };
    const shops: ConnectedShop[] = [];
    for (const one of listed) shops.push(await watch(one, seller, connection, ports));
    return { shops };
  } catch (error) {
    // Recovery: nothing is lost, the page can be opened again.
    if (error instanceof Transient) return { is: 'unreachable' };
    if (error instanceof Rejected) return { is: 'app-refused', because: error.message };
    throw error;
  }
}

/** Whoever consented; with a code that was exchanged before, the one whose tokens that gave. */
async function sellerBehind(
  connection: Connection,
  code: string,
  { consents, connections }: ConnectPorts,
): Promise<Seller | ConsentTrouble> {
  const { app, openId } = connection;
  const redeemed = await consents.redeem(app, code);
  if (redeemed.is !== 'granted') {
    const isOver = redeemed.is === 'code-used' || redeemed.is === 'code-expired';
    return isOver && openId !== undefined ? { appKey: app, openId } : redeemed;
  }
  const { consent } = redeemed;
  if (consent.isSeller === false) return { is: 'not-a-seller' };
  const scopes = missingScopes(consent.scopes);
  if (scopes.length > 0) return { is: 'scopes-missing', scopes };
  const seller = await consents.keep(app, consent);
  await connections.noteSeller(connection, consent.openId);
  return seller;
}

/** Puts one shop under watch, or authorizes it anew; its first look at TikTok says nothing. */
async function watch(
  listed: AuthorizedShop,
  seller: Seller,
  { settings }: Connection,
  { shops, settle, outbox, clock }: ConnectPorts,
): Promise<ConnectedShop> {
  const { id, name, region: market } = listed;
  const wall = clock.wall();
  const known = await shops.read(id);
  if (!known && settings.recipients.length === 0) return { id, name, market, is: 'no-recipient' };
  const settled = known
    ? settle.anew({ listed, seller, wall }, known)
    : settle.first({ listed, seller, wall }, settings);
  if (typeof settled === 'string') return { id, name, market, is: 'unfit', because: settled };
  await shops.write(settled);
  if (!settled.paused) await outbox.sweep([{ v: 1, kind: 'sweep', shop: id, run: iso(wall), step: 0 }]);
  return { id, name, market, is: known ? 'renewed' : 'new' };
}
