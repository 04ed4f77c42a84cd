import { Pool } from 'undici';
import { Transient } from '../ports/errors.ts';

/** What came back over the wire, whatever it is. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One host, its connections kept alive between sweeps of a warm process. */
export class Wire {
  readonly #pool: Pool;
  readonly #base: string;

  constructor(url: string) {
    const { origin, pathname } = new URL(url);
    this.#pool = new Pool(origin, { connect: { timeout: 3_000 } });
    this.#base = pathname.replace(/\/$/, '');
  }

  /** One attempt. Throws Transient when no whole answer came, naming the endpoint and the network's code only. */
  async send(endpoint: string, request: WireRequest, signal: AbortSignal): Promise<Reply> {
    try {
      const { statusCode, body } = await this.#pool.request({
        method: request.method,
        path: `${this.#base}${request.path}?${encode(request.query)}`,
        headers: request.headers,
        body: request.body ?? null,
        signal,
      });
      return { status: statusCode, text: await body.text() };
    } catch (error) {
      throw asTransient(endpoint, error);
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function encode(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Faults in how we call undici or Node. All other codes are the network's, or the far side's. */
const ours = /^(UND_ERR_(INVALID|NOT_SUPPORTED|DESTROYED|CLOSED)|ERR_INVALID)/;

/** The original is not kept as a cause: HTTP parser errors carry a piece of the payload. */
function asTransient(endpoint: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'TimeoutError') return new Transient(`${endpoint}: timed out`);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code === undefined || ours.test(code) ? error : new Transient(`${endpoint}: ${code}`);
}
