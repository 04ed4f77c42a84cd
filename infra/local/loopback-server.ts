import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface LoopbackServer {
  readonly url: string;
  /** Cuts open connections. */
  stop(): Promise<void>;
}

/** The largest body taken: SQS's and Lambda's limits lie well below, a SES message with attachments too. */
const longestBody = 32 * 1024 * 1024;

/**
 * An HTTP server that only this machine reaches. Requests of web pages from elsewhere are refused: they carry a
 * foreign `Origin`, or, after DNS rebinding, a foreign `Host`.
 */
export function startLoopbackServer(answer: Answer): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    if (isForeign(request)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Only this machine may call.\n');
      return;
    }
    Promise.resolve(answer(request, response)).catch((error: unknown) => {
      // A caller that went away in the middle (a killed function) hears no answer, and is no fault.
      if (response.destroyed) return;
      process.stderr.write(`${request.method} ${pathOf(request)} failed: ${String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than any client keeps an idle connection: none is closed under a request on its way.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => stop(server) });
    });
  });
}

/** As it was sent, so that an address of whatever form can be told of in an error. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/[?#].*$/s, '');
}

/** `/mails/1` is `['mails', '1']`; undefined when it is not well encoded. */
export function stepsOf(request: IncomingMessage): readonly string[] | undefined {
  try {
    return pathOf(request).split('/').slice(1).map(decodeURIComponent);
  } catch (error) {
    // Recovery: nothing lies at such an address.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new Error('The request body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Web pages from elsewhere, and those that pretend to be from here. */
export function isForeign({ headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, '');
  const known = host === '127.0.0.1' || host === 'localhost';
  return !known || (headers.origin !== undefined && headers.origin !== `http://${headers.host}`);
}

function stop(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
