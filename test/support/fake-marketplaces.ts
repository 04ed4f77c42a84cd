import type { Order, Trace } from '../../shared/domain/order.ts';
import { emptyTrace } from '../../shared/domain/order.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { SellerCredentials } from '../../shared/ports/credentials.ts';
import type {
  CallCounts,
  Malformed,
  Marketplace,
  Marketplaces,
  OpenedMarketplace,
  OrderPage,
  OrderWindow,
} from '../../shared/ports/marketplace.ts';
import { someCredentials } from './a-shop.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** What TikTok says about one shop. A test changes it between sweeps. */
export interface ShopScript {
  orders: Order[];
  /** Orders that cannot be parsed; they take their place in the window by `updatedAt`. */
  malformed: (Malformed & { readonly updatedAt: Instant })[];
  traces: Map<string, Trace>;
  /** A trace call for this order fails so; `'*'` stands for every order. */
  traceFailures: Map<string, Error>;
  /** The search fails so, after `pages` answered pages per opening. */
  searchFailure?: { readonly pages: number; readonly error: Error } | undefined;
  credentials: SellerCredentials;
  /** No usable token: `open` answers credentials only. */
  refused: boolean;
  /** A passing failure while refreshing. */
  transient?: string | undefined;
  pageSize: number;
}

export class FakeMarketplaces implements Marketplaces {
  readonly #scripts = new Map<string, ShopScript>();
  readonly #plan: CrashPlan;
  /** Orders whose trace was read, in order, over all shops and openings. */
  readonly tracked: string[] = [];
  readonly windows: OrderWindow[] = [];

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  script(shop: string): ShopScript {
    const known = this.#scripts.get(shop);
    if (known) return known;
    const fresh: ShopScript = {
      orders: [],
      malformed: [],
      traces: new Map(),
      traceFailures: new Map(),
      credentials: someCredentials(),
      refused: false,
      pageSize: 100,
    };
    this.#scripts.set(shop, fresh);
    return fresh;
  }

  /** Puts an order as TikTok now shows it in the place of an earlier one. */
  upsert(shop: string, order: Order, trace?: Trace): void {
    const script = this.script(shop);
    script.orders = [...script.orders.filter(({ id }) => id !== order.id), order];
    if (trace) script.traces.set(order.id, trace);
  }

  open(shop: Shop, _now: Instant): Promise<OpenedMarketplace> {
    return underPlan(this.#plan, 'marketplaces.open', () => {
      const { credentials, refused, transient } = this.script(shop.id);
      if (transient !== undefined) return { credentials, transient };
      if (refused) return { credentials };
      return { credentials, marketplace: new FakeMarketplace(this.script(shop.id), this.#plan, this) };
    });
  }
}

class FakeMarketplace implements Marketplace {
  readonly #script: ShopScript;
  readonly #plan: CrashPlan;
  readonly #log: Pick<FakeMarketplaces, 'tracked' | 'windows'>;
  #search = 0;
  #tracking = 0;

  constructor(script: ShopScript, plan: CrashPlan, log: Pick<FakeMarketplaces, 'tracked' | 'windows'>) {
    this.#script = script;
    this.#plan = plan;
    this.#log = log;
  }

  get calls(): CallCounts {
    return { search: this.#search, detail: 0, tracking: this.#tracking, other: 0, retries: 0 };
  }

  readonly unread = [];

  searchOrders(window: OrderWindow, page?: string): Promise<OrderPage> {
    return underPlan(this.#plan, 'marketplace.searchOrders', () => {
      const failure = this.#script.searchFailure;
      if (failure && this.#search >= failure.pages) throw failure.error;
      this.#search += 1;
      if (page === undefined) this.#log.windows.push(window);
      return pageOf(this.#script, window, page === undefined ? 0 : Number(page));
    });
  }

  readTrace(order: string): Promise<Trace> {
    return underPlan(this.#plan, 'marketplace.readTrace', () => {
      this.#tracking += 1;
      this.#log.tracked.push(order);
      const failure = this.#script.traceFailures.get(order) ?? this.#script.traceFailures.get('*');
      if (failure) throw failure;
      return this.#script.traces.get(order) ?? emptyTrace;
    });
  }
}

type Row = { readonly at: Instant; readonly order: Order } | { readonly at: Instant; readonly malformed: Malformed };

function pageOf(script: ShopScript, window: OrderWindow, from: number): OrderPage {
  const rows: Row[] = [
    ...script.orders.map((order) => ({ at: window.by === 'update_time' ? order.updatedAt : order.createdAt, order })),
    ...script.malformed.map((malformed) => ({ at: malformed.updatedAt, malformed })),
  ];
  const inside = rows.filter(({ at }) => at >= window.from && at < window.to).toSorted((a, b) => a.at - b.at);
  const shown = inside.slice(from, from + script.pageSize);
  const last = shown.at(-1);
  const end = from + shown.length;
  return {
    orders: shown.flatMap((row) => ('order' in row ? [row.order] : [])),
    malformed: shown.flatMap((row) => ('malformed' in row ? [row.malformed] : [])),
    total: inside.length,
    ...(last && { reached: last.at }),
    ...(end < inside.length && { next: String(end) }),
  };
}
