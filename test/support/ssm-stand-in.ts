import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The calls of SSM that Tidewatch makes, over its wire format, with every version of every parameter. */
export interface SsmStandIn {
  readonly endpoint: string;
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** Names of the parameters that were asked for, in order. */
  readonly reads: readonly string[];
  /** The next calls are answered with this error. */
  fail(times: number, type: string, status: number): void;
  /** Encrypted, unless it is said to be `plain`. */
  put(name: string, value: string, kind?: 'plain'): void;
  /** As if every parameter had been deleted. */
  forget(): void;
  stop(): Promise<void>;
}

/** Pages of ten, as SSM gives them unasked. */
interface Listing {
  readonly ParameterFilters: readonly [{ readonly Values: readonly [string] }];
  readonly NextToken?: string;
}

export async function startSsm(): Promise<SsmStandIn> {
  const versions = new Map<string, string[]>();
  const reads: string[] = [];
  let failure = { times: 0, type: '', status: 0 };

  const plain = new Set<string>();

  function put(name: string, value: string, kind?: 'plain'): void {
    if (kind === 'plain') plain.add(name);
    versions.set(name, [...(versions.get(name) ?? []), value]);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = JSON.parse(await text(request)) as Partial<Record<string, string | boolean>>;
    const name = String(input['Name']);
    if (failure.times > 0) {
      failure = { ...failure, times: failure.times - 1 };
      return answer(response, failure.status, { __type: failure.type, message: 'as the test asked' });
    }
    switch (request.headers['x-amz-target']) {
      case 'AmazonSSM.GetParameter': {
        reads.push(name);
        const value = versions.get(name)?.at(-1);
        if (value === undefined) return answer(response, 400, { __type: 'ParameterNotFound' });
        // Without the key's permission SSM gives the cipher text, so a reader that forgets to ask reads nonsense.
        const shown = input['WithDecryption'] === true || plain.has(name) ? value : 'AQICAHg…';
        return answer(response, 200, { Parameter: { Name: name, Value: shown, Version: versions.get(name)?.length } });
      }
      case 'AmazonSSM.PutParameter': {
        if (versions.has(name) && input['Overwrite'] !== true) {
          return answer(response, 400, { __type: 'ParameterAlreadyExists' });
        }
        if (input['Type'] !== 'SecureString') return answer(response, 400, { __type: 'ValidationException' });
        put(name, String(input['Value']));
        return answer(response, 200, { Version: versions.get(name)?.length });
      }
      case 'AmazonSSM.DeleteParameter':
        return versions.delete(name)
          ? answer(response, 200, {})
          : answer(response, 400, { __type: 'ParameterNotFound' });
      case 'AmazonSSM.DescribeParameters': {
        const { ParameterFilters, NextToken = '0' } = input as unknown as Listing;
        const path = ParameterFilters[0].Values[0];
        const below = [...versions.keys()].filter((known) => known.startsWith(`${path}/`));
        const to = Number(NextToken) + 10;
        const page = below.slice(Number(NextToken), to).map((Name) => ({ Name }));
        return answer(response, 200, { Parameters: page, ...(to < below.length && { NextToken: String(to) }) });
      }
      case 'AmazonSSM.DeleteParameters': {
        const { Names } = input as unknown as { readonly Names: readonly string[] };
        if (Names.length > 10) return answer(response, 400, { __type: 'ValidationException' });
        for (const gone of Names) versions.delete(gone);
        return answer(response, 200, { DeletedParameters: Names });
      }
      default:
        return answer(response, 400, { __type: 'UnknownOperationException' });
    }
  }

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    versions,
    reads,
    fail(times, type, status) {
      failure = { times, type, status };
    },
    put,
    forget: () => versions.clear(),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
