import type { CallCounter } from './calls.ts';
import type { FaultBoard } from './faults.ts';
import type { Unix } from './life.ts';
import type { NumberChange } from './number-changes.ts';
import type { OrderIndex } from './order-index.ts';
import type { OrderSource } from './order-source.ts';
import type { PageTokens } from './page-tokens.ts';
import type { ParcelIndex } from './parcel-index.ts';
import type { RateLimit } from './rate-limit.ts';
import type { ErrorStyle } from './refused.ts';
import type { AppSecrets, ShopSecrets } from './secrets.ts';
import type { Tokens } from './tokens.ts';
import type { Registrations } from './webhooks/registrations.ts';
import type { OrderSetting } from './wire/order-object.ts';

/** One shop of the simulated seller. */
export interface ShopWorld extends ShopSecrets, OrderSetting {
  readonly name: string;
  readonly region: string;
  readonly sellerType: 'CROSS_BORDER' | 'LOCAL';
  /** The shop code Seller Center shows. */
  readonly code: string;
  readonly source: OrderSource;
  readonly orders: OrderIndex;
  readonly parcels: ParcelIndex;
  /** By parcel. */
  readonly numberChanges: Map<string, NumberChange>;
  /** What the shop has posted where. */
  readonly webhooks: Registrations;
  /** By order position: the newest scan a watcher has been shown. */
  readonly traceShown: Map<number, Unix>;
}

/** What the app's settings say of consents. */
export interface ConsentPage {
  /** Where sellers are sent back to; left out: nowhere. */
  redirectUrl?: string;
}

/** Everything requests are answered from. */
export interface World {
  readonly secrets: AppSecrets;
  readonly sellerName: string;
  readonly scopes: readonly string[];
  readonly shops: readonly ShopWorld[];
  /** World time in whole seconds. */
  now(): Unix;
  readonly tokens: Tokens;
  readonly consent: ConsentPage;
  readonly pages: PageTokens;
  readonly faults: FaultBoard;
  readonly calls: CallCounter;
  readonly limit: RateLimit;
  readonly errorStyle: ErrorStyle;
}

/** The order at this id, if it exists already. */
export function positionOf(shop: ShopWorld, order: string, now: Unix): number | undefined {
  const position = shop.source.positionOf(order);
  return position !== undefined && position < shop.source.visible(now) ? position : undefined;
}
