import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived: bytes untouched, query values decoded. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rawQuery: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
}

export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | { readonly text: string; readonly status?: number }
  /** The connection breaks: before the headers, or in the middle of the body. */
  | 'reset'
  | 'break-off'
  /** No answer ever comes. */
  | 'hang';

type Behaviour = (request: Seen, count: number) => Answer | Promise<Answer>;

/** TikTok at the wire: records what arrives and answers as told. */
export class FakeTikTok {
  readonly seen: Seen[] = [];
  behave: Behaviour = () => ok({});
  /** The most requests that were open at once. */
  mostAtOnce = 0;
  /** Connections made so far. */
  connections = 0;
  #open = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#handle(request, response);
    });
    this.#server.on('connection', () => {
      this.connections += 1;
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests of one path, in order. */
  on(path: string): readonly Seen[] {
    return this.seen.filter((request) => request.path === path);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://fake');
    const seen: Seen = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      rawQuery: url.search,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      at: performance.now(),
    };
    this.seen.push(seen);
    give(response, await this.behave(seen, this.seen.length));
    this.#open -= 1;
  }
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer === 'break-off') {
    response.writeHead(200, { 'content-length': '5000' });
    response.write('{"code":0,"data":{"orders":[');
    setTimeout(() => response.socket?.destroy(), 20);
    return;
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
  response.end('json' in answer ? JSON.stringify(answer.json) : answer.text);
}

const request_id = '20260115120000A1B2C3D4E5F60718293A';

export function ok(data: unknown): Answer {
  return { json: { code: 0, message: 'Success', request_id, data } };
}

export function refused(code: number, message = 'refused', status = 200): Answer {
  return { json: { code, message, request_id, data: null }, status };
}
