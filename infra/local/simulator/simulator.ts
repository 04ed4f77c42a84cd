import { instant } from '../../../shared/domain/time.ts';
import type { Duration, Instant } from '../../../shared/domain/time.ts';
import { callCounter } from './calls.ts';
import { consentPath } from './consent.ts';
import { answerControl } from './control.ts';
import { faultBoard } from './faults.ts';
import type { Simulator } from './handle.ts';
import { answerApi, answerAuth } from './hosts.ts';
import { marketOf } from './markets.ts';
import { withNumberChanges } from './number-changes.ts';
import type { NumberChange } from './number-changes.ts';
import { orderIndex } from './order-index.ts';
import { orderSource } from './order-supply.ts';
import type { OrderSupply } from './order-supply.ts';
import { pageTokens } from './page-tokens.ts';
import { parcelIndex } from './parcel-index.ts';
import { rateLimit } from './rate-limit.ts';
import type { RateMode } from './rate-limit.ts';
import type { ErrorStyle } from './refused.ts';
import { appSecrets, shopSecrets } from './secrets.ts';
import { startHost } from './server.ts';
import type { Host } from './server.ts';
import { seventeenTrack } from './seventeen-track/seventeen-track.ts';
import type { SeventeenTrackSimulator } from './seventeen-track/seventeen-track.ts';
import { sellerTokens } from './tokens.ts';
import { minimumOf, truthOfOrder, truthOfShop } from './truth.ts';
import { deauthorizationAt } from './webhooks/events-between.ts';
import { webhookSender } from './webhooks/webhook-sender.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';
import type { ShopWorld, World } from './world.ts';

export interface SimulatedShop {
  /** Market, e.g. `GB`. */
  readonly region: string;
  readonly name?: string;
  /** CROSS_BORDER unless said: most orders leave from China. */
  readonly sellerType?: 'CROSS_BORDER' | 'LOCAL';
  readonly orders: OrderSupply;
}

export interface SimulatorOptions {
  /** Decides every secret, id and generated order. */
  readonly seed: number;
  readonly shops: readonly SimulatedShop[];
  /** Frozen world time; left out = the wall clock. */
  readonly now?: Instant;
  /** 0 (default) takes free ports. */
  readonly port?: number;
  readonly authPort?: number;
  /** The documents leave the HTTP status of errors open; `200` unless said. */
  readonly errorStyle?: ErrorStyle;
  readonly rateMode?: RateMode;
  readonly sellerName?: string;
  readonly scopes?: readonly string[];
  /** How many times sooner than documented an unanswered notification is sent again; 1 unless said. */
  readonly haste?: number;
  /** Life left of the first access and refresh token; 7 and 365 days unless said. */
  readonly tokenLeft?: { readonly access?: Duration; readonly refresh?: Duration };
}

/** Scopes of the documented minimum for a monitor. */
const monitorScopes = [
  'seller.authorization.info',
  'seller.order.info',
  'seller.fulfillment.basic',
  'seller.logistics',
  'seller.shop.info',
];

/** TikTok Shop on loopback. Throws RangeError for options that make no world, HistoryError for a bad order file. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  let frozen = options.now;
  const clock = { now: () => frozen ?? instant(Date.now()), set: (now: Instant | undefined) => void (frozen = now) };
  const world = worldOf(options, () => Math.floor(clock.now() / 1000));
  const api = await startHost(options.port ?? 0, async (request) =>
    request.path.startsWith('/control/') ? answerControl(request, simulator) : answerApi(request, world),
  );
  const auth = await startHost(options.authPort ?? 0, (request) => answerAuth(request, world)).catch(
    async (error: unknown) => {
      await api.stop();
      throw error;
    },
  );
  const second = seventeenTrack(world, world.secrets.seventeenTrackKey, options.rateMode ?? 'wall');
  const carriers = await startHost(0, (request) => Promise.resolve(second.answer(request)));
  const webhooks = webhookSender(world, options.haste ?? 1);
  const simulator = handleOf(world, clock, [api, auth, carriers], { second, webhooks });
  return simulator;
}

interface WorldClock {
  readonly now: () => Instant;
  readonly set: (now: Instant | undefined) => void;
}

function handleOf(
  world: World,
  clock: WorldClock,
  [api, auth, carriers]: readonly [Host, Host, Host],
  { second, webhooks }: { readonly second: SeventeenTrackSimulator; readonly webhooks: WebhookSender },
): Simulator {
  const { tokens, secrets } = world;
  async function stop(): Promise<void> {
    await Promise.all([api.stop(), auth.stop()]);
  }
  return {
    url: api.url,
    authUrl: auth.url,
    seventeenTrackUrl: carriers.url,
    seventeenTrack: second,
    webhooks,
    appKey: secrets.appKey,
    appSecret: secrets.appSecret,
    openId: secrets.openId,
    consent: world.consent,
    consentUrl: `${auth.url}${consentPath}?service_id=${secrets.serviceId}`,
    get accessToken() {
      return tokens.newest().accessToken;
    },
    get refreshToken() {
      return tokens.newest().refreshToken;
    },
    get accessExpiresAt() {
      return instant(tokens.newest().accessExpiresAt * 1000);
    },
    get refreshExpiresAt() {
      return instant(tokens.newest().refreshExpiresAt * 1000);
    },
    shops: world.shops.map(({ id, cipher, region, name, sellerType }) => ({ id, cipher, region, name, sellerType })),
    now: clock.now,
    setNow: clock.set,
    faults: world.faults,
    calls: () => world.calls.report(world.limit.virtual()),
    resetCalls() {
      world.calls.reset();
      world.limit.reset();
    },
    minimum: (window) => minimumOf(world, window),
    truth: (shop, order) => (order === undefined ? truthOfShop(world, shop) : truthOfOrder(world, shop, order)),
    issueAuthCode: () => tokens.issueAuthCode(),
    deauthorize() {
      tokens.revoke();
      return webhooks.announce(deauthorizationAt(world.now()));
    },
    stop,
    async resume() {
      await Promise.all([api.resume(), auth.resume()]);
    },
    async close() {
      webhooks.stop();
      await Promise.all([stop(), carriers.stop()]);
    },
  };
}

function worldOf(options: SimulatorOptions, now: () => number): World {
  const { seed, tokenLeft } = options;
  const secrets = appSecrets(seed);
  const tokens = sellerTokens(seed, secrets.sealing, now, {
    ...(tokenLeft?.access === undefined ? {} : { accessLeft: tokenLeft.access / 1000 }),
    ...(tokenLeft?.refresh === undefined ? {} : { refreshLeft: tokenLeft.refresh / 1000 }),
  });
  const shops = options.shops.map((shop, place) => shopWorld(shop, seed, place, now()));
  return {
    secrets,
    sellerName: options.sellerName ?? 'Sample Gadgets',
    scopes: options.scopes ?? monitorScopes,
    shops,
    now,
    tokens,
    consent: {},
    pages: pageTokens(secrets.sealing),
    faults: faultBoard(() => tokens.generations()),
    calls: callCounter(shops.map(({ id }) => id)),
    limit: rateLimit(options.rateMode ?? 'wall'),
    errorStyle: options.errorStyle ?? '200',
  };
}

function shopWorld(shop: SimulatedShop, seed: number, place: number, start: number): ShopWorld {
  const market = marketOf(shop.region);
  const sellerType = shop.sellerType ?? 'CROSS_BORDER';
  const crossBorder = sellerType === 'CROSS_BORDER';
  const numberChanges = new Map<string, NumberChange>();
  const source = withNumberChanges(
    orderSource(shop.orders, { seed, place, market, crossBorder, start }),
    numberChanges,
  );
  const { id, ...secrets } = shopSecrets(seed, place);
  return {
    ...secrets,
    id,
    market,
    region: shop.region,
    name: shop.name ?? `Sample Gadgets ${shop.region}`,
    sellerType,
    code: `${sellerType === 'CROSS_BORDER' ? 'CN' : ''}${shop.region}${id.slice(-8)}`,
    source,
    orders: orderIndex(source),
    parcels: parcelIndex(source),
    numberChanges,
    webhooks: new Map(),
    traceShown: new Map(),
  };
}
