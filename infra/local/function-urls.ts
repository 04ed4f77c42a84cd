import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudAssembly } from './cloud-assembly.ts';
import { throttled } from './function-pool.ts';
import type { Lambda } from './lambda.ts';
import { pathOf, readBytes, startLoopbackServer } from './loopback-server.ts';

/** Addresses of functions by the logical id of their `AWS::Lambda::Url`, known before anything runs behind them. */
export interface FunctionUrls {
  readonly byId: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const Answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** What answers behind the addresses. */
export interface Behind {
  readonly lambda: Pick<Lambda, 'invoke'>;
  /** Functions by the logical id of their URL. */
  readonly functions: ReadonlyMap<string, string>;
}

/** What Lambda takes at once. */
const longestBody = 6 * 1024 * 1024;

/** `behind` is asked at every request: an address must be known before its function can be made. */
export async function startFunctionUrls(
  { template }: CloudAssembly,
  behind: () => Behind | undefined,
): Promise<FunctionUrls> {
  const ids = Object.entries(template.Resources).flatMap(([id, { Type }]) => (Type === 'AWS::Lambda::Url' ? [id] : []));
  const servers = await Promise.all(
    ids.map(async (id) => {
      const server = await startLoopbackServer((request, response) => forward(request, response, id, behind()));
      return [id, server] as const;
    }),
  );
  return {
    // As on AWS, an address ends in a slash.
    byId: Object.fromEntries(servers.map(([id, { url }]) => [id, `${url}/`])),
    stop: async () => {
      await Promise.all(servers.map(([, server]) => server.stop()));
    },
  };
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  behind: Behind | undefined,
): Promise<void> {
  const target = behind?.functions.get(id);
  if (behind === undefined || target === undefined) {
    response.writeHead(503).end();
    return;
  }
  const asked = await readBytes(request);
  if (asked.length > longestBody) return refuse(response, 413, 'Request Entity Too Large');
  const outcome = await behind.lambda.invoke(target, JSON.stringify(eventOf(request, asked)));
  if (outcome === throttled) return refuse(response, 429, 'Rate Exceeded.');
  const answer = outcome.ok ? Answer.safeParse(JSON.parse(outcome.payload)).data : undefined;
  // The function failed, or said nothing that Lambda understands.
  if (answer === undefined) return refuse(response, 502, 'Internal Server Error');
  const { statusCode, headers, body, isBase64Encoded } = answer;
  response.writeHead(statusCode, headers).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

/** What Lambda answers itself. */
function refuse(response: ServerResponse, status: number, Message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ Message }));
}

/** As Lambda hands a request to a function: payload format 2.0 (Lambda documents, 2026-11). */
function eventOf(request: IncomingMessage, body: Buffer) {
  const { method = 'GET', url = '/', headers } = request;
  const rawPath = pathOf(request);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: url.slice(rawPath.length).replace(/^\?/, '').replace(/#.*$/s, ''),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    ),
    ...(headers.cookie !== undefined && { cookies: headers.cookie.split('; ') }),
    requestContext: {
      requestId: randomUUID(),
      domainName: headers.host,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      stage: '$default',
      timeEpoch: Date.now(),
    },
    // Always: a body that is text survives it, and one that is not does too.
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}
