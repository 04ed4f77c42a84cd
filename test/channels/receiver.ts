import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';

export interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

/** An HTTP server on this machine that keeps what it is sent and answers what it is told. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;
  #answers: Answer[] = [];
  #answering: ((request: Received) => Answer) | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const received = {
          url: request.url ?? '/',
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        };
        this.received.push(received);
        const answer = this.#answering?.(received) ?? this.#next();
        if (!answer) {
          // Nothing to say: hang up, as a broken network would.
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  /** The last answer is repeated; without answers every call is cut off. */
  answer(...answers: readonly Answer[]): void {
    this.#answers = [...answers];
    this.#answering = undefined;
    this.received.length = 0;
  }

  /** Each call is answered by what it asks. */
  answerBy(answering: (request: Received) => Answer): void {
    this.#answering = answering;
    this.received.length = 0;
  }

  #next(): Answer | undefined {
    return this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
