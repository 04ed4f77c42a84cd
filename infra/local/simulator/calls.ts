/** What is counted, limited and broken separately. */
export const endpoints = ['search', 'detail', 'tracking', 'packages', 'webhooks', 'shops', 'token'] as const;
export type Endpoint = (typeof endpoints)[number];
type ShopEndpoint = Exclude<Endpoint, 'shops' | 'token'>;

/** Requests that reached an endpoint, answered or refused, since the start or the last reset. */
export interface CallReport {
  readonly perShop: Readonly<Record<string, Readonly<Record<ShopEndpoint, number>>>>;
  /** Calls that belong to the seller, not to one shop, and shop calls without a known `shop_cipher`. */
  readonly seller: Readonly<Record<Endpoint, number>>;
  /** Of all of these, how many got an error code, a broken answer or none. */
  readonly failed: number;
  /** Every 429 given; `at` is wall time in epoch milliseconds. */
  readonly limited: readonly { readonly at: number; readonly shop: string | undefined; readonly endpoint: Endpoint }[];
  /** Rate limit in virtual time: how long these requests would have taken at the documented pace. */
  readonly virtual: readonly {
    readonly shop: string | undefined;
    readonly endpoint: Endpoint;
    readonly requests: number;
    readonly durationMs: number;
  }[];
}

export interface CallCounter {
  count(endpoint: Endpoint, shop: string | undefined): void;
  fail(): void;
  limit(endpoint: Endpoint, shop: string | undefined): void;
  report(virtual: CallReport['virtual']): CallReport;
  reset(): void;
}

function keyOf(endpoint: Endpoint, shop: string | undefined): string {
  return `${shop ?? ''}/${endpoint}`;
}

export function callCounter(shops: readonly string[]): CallCounter {
  let counts = new Map<string, number>();
  let failed = 0;
  let limited: CallReport['limited'][number][] = [];
  function tally<Name extends Endpoint>(names: readonly Name[], shop?: string): Record<Name, number> {
    const entries = names.map((name) => [name, counts.get(keyOf(name, shop)) ?? 0]);
    return Object.fromEntries(entries) as Record<Name, number>;
  }
  return {
    count(endpoint, shop) {
      counts.set(keyOf(endpoint, shop), (counts.get(keyOf(endpoint, shop)) ?? 0) + 1);
    },
    fail() {
      failed += 1;
    },
    limit(endpoint, shop) {
      limited.push({ at: Date.now(), shop, endpoint });
    },
    report: (virtual) => ({
      perShop: Object.fromEntries(
        shops.map((shop) => [shop, tally(['search', 'detail', 'tracking', 'packages', 'webhooks'], shop)]),
      ),
      seller: tally(endpoints),
      failed,
      limited: [...limited],
      virtual,
    }),
    reset() {
      counts = new Map();
      failed = 0;
      limited = [];
    },
  };
}
