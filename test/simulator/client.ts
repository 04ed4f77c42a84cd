import { createHmac } from 'node:crypto';
import type { Simulator } from '../../infra/local/simulator/handle.ts';

/** One order, parcel or shop as the wire carries it. */
export type Wire = Record<string, unknown>;

export interface Answered {
  readonly status: number;
  readonly code: number;
  readonly data: Wire;
  readonly text: string;
}

/** Everything a test may get wrong on purpose. */
export interface Call {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent instead of the body that was signed. */
  readonly sentBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters to leave out before signing. */
  readonly without?: readonly string[];
  readonly sign?: (right: string) => string | undefined;
  readonly secret?: string;
  readonly shop?: number;
}

function signOf(path: string, query: Readonly<Record<string, string>>, body: string, secret: string): string {
  const parameters = Object.keys(query)
    .toSorted()
    .map((key) => key + query[key])
    .join('');
  return createHmac('sha256', secret).update(`${secret}${path}${parameters}${body}${secret}`).digest('hex');
}

/** Signs as the guide says, with code of its own. */
export async function call(simulator: Simulator, path: string, wanted: Call = {}): Promise<Answered> {
  const body = wanted.body === undefined ? '' : JSON.stringify(wanted.body);
  const all: Record<string, string> = {
    app_key: simulator.appKey,
    timestamp: String(Math.floor(Date.now() / 1000)),
    shop_cipher: simulator.shops[wanted.shop ?? 0]?.cipher ?? '',
    ...wanted.query,
  };
  const query = Object.fromEntries(Object.entries(all).filter(([key]) => !wanted.without?.includes(key)));
  const right = signOf(path, query, body, wanted.secret ?? simulator.appSecret);
  const sign = wanted.sign === undefined ? right : wanted.sign(right);
  const search = new URLSearchParams(sign === undefined ? query : { ...query, sign });
  const sent = wanted.sentBody ?? body;
  const response = await fetch(`${simulator.url}${path}?${search.toString()}`, {
    method: wanted.method ?? (sent === '' ? 'GET' : 'POST'),
    headers: {
      'content-type': 'application/json',
      'x-tts-access-token': simulator.accessToken,
      ...wanted.headers,
    },
    ...(sent === '' ? {} : { body: sent }),
  });
  return answered(response.status, await response.text());
}

function answered(status: number, text: string): Answered {
  try {
    const { code, data } = JSON.parse(text) as { readonly code: number; readonly data: Wire | null };
    return { status, code, data: data ?? {}, text };
  } catch {
    return { status, code: Number.NaN, data: {}, text };
  }
}

/** Unsigned, as the auth host takes it. */
export async function askForToken(
  simulator: Simulator,
  path: 'get' | 'refresh',
  query: Readonly<Record<string, string>>,
): Promise<Answered> {
  const all = { app_key: simulator.appKey, app_secret: simulator.appSecret, ...query };
  const response = await fetch(`${simulator.authUrl}/api/v2/token/${path}?${new URLSearchParams(all).toString()}`);
  return answered(response.status, await response.text());
}

export interface Page {
  readonly orders: readonly Wire[];
  readonly next: string;
  readonly total: number;
}

export async function searchPage(
  simulator: Simulator,
  body: Wire,
  query: Readonly<Record<string, string>> = {},
  shop = 0,
): Promise<Page> {
  const answer = await call(simulator, '/order/202309/orders/search', {
    method: 'POST',
    body,
    shop,
    query: { page_size: '100', ...query },
  });
  if (answer.code !== 0) throw new Error(`search answered ${answer.status} ${answer.text}`);
  const { orders, next_page_token: next, total_count: total } = answer.data;
  return { orders: orders as readonly Wire[], next: next as string, total: Number(total) };
}

/** All pages of a search; `between` runs after each page, e.g. to let the world move. */
export async function searchAll(
  simulator: Simulator,
  body: Wire,
  query: Readonly<Record<string, string>> = {},
  between: () => void = () => {},
): Promise<readonly Wire[]> {
  const found: Wire[] = [];
  for (let token = ''; ;) {
    const page = await searchPage(simulator, body, token === '' ? query : { ...query, page_token: token });
    found.push(...page.orders);
    if (page.next === '') return found;
    token = page.next;
    between();
  }
}
