import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { meterExchange, type UnitMeter } from './unit-meter.ts';
import type { Write } from './write-account.ts';

/** Stands between a sweep and its DynamoDB, passes everything on, and tells of every item that was written. */
export interface Tap {
  readonly url: string;
  stop(): Promise<void>;
}

type Json = Readonly<Record<string, unknown>>;
type KeyJson = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
type BatchRequest = {
  readonly PutRequest?: { readonly Item: KeyJson & Json };
  readonly DeleteRequest?: { readonly Key: KeyJson };
};
type Batch = Readonly<Record<string, readonly BatchRequest[]>>;

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

export async function startTap(endpoint: string, see: (write: Write) => void, meter?: UnitMeter): Promise<Tap> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((message, response) => void passOn(message, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;

  async function passOn(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(message);
    const { method, headers } = message;
    const onward = request(endpoint, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
      if (answer.statusCode !== 200 || (reads.has(operation) && !meter)) answer.pipe(response);
      else void finish(operation, body, answer, response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  async function finish(
    operation: string,
    body: Buffer,
    answer: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const answered = await buffer(answer);
    // Before the writer hears of it, so that no account is taken too early.
    const [question, reply] = [jsonOf(body), jsonOf(answered)];
    if (!reads.has(operation)) for (const write of writesOf(operation, question, reply)) see(write);
    if (meter) meterExchange(meter, operation, question, reply);
    response.end(answered);
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Throws for an operation it does not know: nothing goes uncounted. */
function writesOf(operation: string, asked: Json, answered: Json): readonly Write[] {
  switch (operation) {
    case 'BatchWriteItem': {
      const undone = new Set(requestsIn(answered['UnprocessedItems']).map((one) => JSON.stringify(one)));
      return requestsIn(asked['RequestItems'])
        .filter((one) => !undone.has(JSON.stringify(one)))
        .flatMap(({ PutRequest: put, DeleteRequest: remove }): Write[] => [
          ...(put ? [{ is: 'put' as const, ...keyOf(put.Item), item: put.Item }] : []),
          ...(remove ? [{ is: 'delete' as const, ...keyOf(remove.Key) }] : []),
        ]);
    }
    case 'PutItem': {
      const item = asked['Item'] as KeyJson & Json;
      return [{ is: 'put', ...keyOf(item), item }];
    }
    case 'DeleteItem':
      return [{ is: 'delete', ...keyOf(asked['Key'] as KeyJson) }];
    case 'UpdateItem':
      return [{ is: 'update', ...keyOf(asked['Key'] as KeyJson) }];
    default:
      throw new Error(`the bench cannot tell what ${operation} writes`);
  }
}

function requestsIn(batch: unknown): readonly BatchRequest[] {
  return Object.values((batch ?? {}) as Batch).flat();
}

function keyOf({ pk, sk }: KeyJson): Pick<Write, 'pk' | 'sk'> {
  return { pk: pk.S, sk: sk.S };
}

function jsonOf(bytes: Buffer): Json {
  return JSON.parse(bytes.toString('utf8')) as Json;
}
