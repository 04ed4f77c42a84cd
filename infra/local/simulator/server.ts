import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isForeign } from '../loopback-server.ts';
import type { Reply } from './envelope.ts';
import type { WireRequest } from './signature.ts';

/** A host on loopback that answers whole requests. */
export interface Host {
  readonly url: string;
  /** Stops listening and hangs up: connections are refused from then on. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  resume(): Promise<void>;
}

type Responder = (request: WireRequest) => Promise<Reply>;

/** Port 0 takes a free one. Rejects when the port is taken. */
export async function startHost(port: number, respond: Responder): Promise<Host> {
  const server = createServer((message, response) => void handle(message, response, respond));
  // Longer than clients keep idle connections, so that none is closed under a request on its way.
  server.keepAliveTimeout = 60_000;
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    stop: () => stop(server),
    resume: () => listen(server, taken),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(message: IncomingMessage, response: ServerResponse, respond: Responder): Promise<void> {
  if (isForeign(message)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only this machine may call.\n');
    return;
  }
  const body = await bytesOf(message);
  // The client hung up while it was still asking: there is nobody to answer.
  if (body === undefined) return;
  const target = message.url ?? '/';
  const queryStart = target.indexOf('?');
  const reply = await respond({
    method: message.method ?? 'GET',
    path: queryStart === -1 ? target : target.slice(0, queryStart),
    query: new URLSearchParams(queryStart === -1 ? '' : target.slice(queryStart + 1)),
    headers: message.headers,
    body,
  });
  if (reply.is === 'reset') {
    message.socket.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(reply.body);
  response
    .writeHead(reply.status, {
      'content-type': types[reply.type],
      'content-length': bytes.length,
      ...(reply.location !== undefined && { location: reply.location }),
    })
    .end(bytes);
}

const types = {
  json: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;

function bytesOf(message: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('close', () => resolve(undefined));
    message.on('error', () => resolve(undefined));
  });
}
