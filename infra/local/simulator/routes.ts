import type { Endpoint } from './calls.ts';
import { listShops } from './endpoints/authorized-shops.ts';
import { changeNumber, validateNumber } from './endpoints/number-change.ts';
import { readOrders } from './endpoints/order-detail.ts';
import { searchOrders } from './endpoints/order-search.ts';
import { readPackage, searchPackages } from './endpoints/packages.ts';
import type { Served, ShopCall } from './endpoints/parameters.ts';
import { readTracking } from './endpoints/tracking.ts';
import { listWebhooks, removeWebhook, setWebhook } from './endpoints/webhooks.ts';
import { codes, Refused } from './refused.ts';
import type { World } from './world.ts';

interface Path {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `{version}` and `{id}` are filled in by the caller. */
  readonly template: string;
  readonly versions: readonly string[];
  readonly endpoint: Endpoint;
  readonly scope: string;
}

/** Shop-level endpoints need a cipher, seller-level ones refuse it. */
type Route = Path &
  (
    | { readonly level: 'shop'; readonly serve: (call: ShopCall) => Served }
    | { readonly level: 'seller'; readonly serve: (world: World) => Served }
  );

const webhooks = {
  template: '/event/{version}/webhooks',
  versions: ['202309'],
  endpoint: 'webhooks',
  scope: 'seller.authorization.info',
  level: 'shop',
} as const;

const routes: readonly Route[] = [
  {
    method: 'POST',
    template: '/order/{version}/orders/search',
    versions: ['202309'],
    endpoint: 'search',
    scope: 'seller.order.info',
    level: 'shop',
    serve: searchOrders,
  },
  {
    method: 'GET',
    template: '/order/{version}/orders',
    versions: ['202309', '202507'],
    endpoint: 'detail',
    scope: 'seller.order.info',
    level: 'shop',
    serve: readOrders,
  },
  {
    method: 'GET',
    template: '/fulfillment/{version}/orders/{id}/tracking',
    versions: ['202309'],
    endpoint: 'tracking',
    scope: 'seller.logistics',
    level: 'shop',
    serve: readTracking,
  },
  {
    method: 'POST',
    template: '/fulfillment/{version}/packages/search',
    versions: ['202309'],
    endpoint: 'packages',
    scope: 'seller.fulfillment.basic',
    level: 'shop',
    serve: searchPackages,
  },
  {
    method: 'GET',
    template: '/fulfillment/{version}/packages/{id}',
    versions: ['202309'],
    endpoint: 'packages',
    scope: 'seller.fulfillment.basic',
    level: 'shop',
    serve: readPackage,
  },
  {
    method: 'POST',
    template: '/fulfillment/{version}/packages/{id}/shipping_info/update',
    versions: ['202309'],
    endpoint: 'packages',
    scope: 'seller.fulfillment.basic',
    level: 'shop',
    serve: changeNumber,
  },
  {
    method: 'GET',
    template: '/fulfillment/{version}/tts_tracking_validation',
    versions: ['202508'],
    endpoint: 'packages',
    scope: 'seller.logistics',
    level: 'shop',
    serve: validateNumber,
  },
  { ...webhooks, method: 'GET', serve: listWebhooks },
  { ...webhooks, method: 'PUT', serve: setWebhook },
  { ...webhooks, method: 'DELETE', serve: removeWebhook },
  {
    method: 'GET',
    template: '/authorization/{version}/shops',
    versions: ['202309'],
    endpoint: 'shops',
    scope: 'seller.authorization.info',
    level: 'seller',
    serve: listShops,
  },
];

export interface FoundRoute {
  readonly route: Route;
  readonly id: string;
}

const compiled = routes.map((route) => ({
  route,
  pattern: new RegExp(
    `^${route.template.replace('{version}', '(?<version>\\d{6})').replace('{id}', '(?<id>[A-Za-z0-9]+)')}$`,
  ),
}));

/** Throws Refused: unknown path, unknown version, method not allowed, in this order. */
export function findRoute(method: string, path: string): FoundRoute {
  const matches = compiled.flatMap(({ route, pattern }) => {
    const groups = pattern.exec(path)?.groups;
    return groups === undefined ? [] : [{ route, id: groups['id'] ?? '', version: groups['version'] ?? '' }];
  });
  if (matches.length === 0) throw new Refused(codes.unknownPath, 'Unknown path.');
  const current = matches.filter(({ route, version }) => route.versions.includes(version));
  if (current.length === 0) throw new Refused(codes.unknownVersion, 'Unknown version name.');
  // POST …/packages/search also looks like GET …/packages/{id} with the id "search".
  const allowed = current.find(({ route }) => route.method === method);
  if (allowed === undefined) throw new Refused(codes.methodNotAllowed, 'Method not allowed.');
  return allowed;
}
