import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startDynamoEngine } from '../../infra/local/dynamo-engine.ts';
import { startKeeper } from '../../infra/local/keeper.ts';
import { pathOf, startLoopbackServer } from '../../infra/local/loopback-server.ts';
import { startHost } from '../../infra/local/simulator/server.ts';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function loopback(): Promise<string> {
  const server = await startLoopbackServer((asked, response) => void response.end(pathOf(asked)));
  undo.push(() => server.stop());
  return server.url;
}

async function simulator(): Promise<string> {
  const host = await startHost(0, async () => ({ is: 'answer', status: 200, type: 'text', body: 'ok' }));
  undo.push(() => host.stop());
  return host.url;
}

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

function statusOf(url: string, { headers = {}, path = '/' }: Asked = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asking.on('error', reject).end();
  });
}

describe.each([
  ['a stand-in of AWS', loopback],
  ['the simulated TikTok', simulator],
])('%s', (_, start) => {
  it('answers this machine, by name or number', async () => {
    const url = await start();
    expect(await statusOf(url)).toBe(200);
    expect(await statusOf(url, { headers: { host: `localhost:${new URL(url).port}` } })).toBe(200);
  });

  it.each([
    ['of elsewhere', { origin: 'https://evil.example' }],
    ['whose name was made to lead here', { host: 'evil.example:4010' }],
    ['without any place, as from a file', { origin: 'null' }],
  ])('refuses a web page %s', async (__, headers) => {
    expect(await statusOf(await start(), { headers })).toBe(403);
  });
});

it('an address of whatever form is answered and ends nothing', async () => {
  const url = await loopback();
  for (const path of ['//', '/%', '//[', '/a?b#c']) expect(await statusOf(url, { path })).toBe(200);
});

it.skipIf(process.platform === 'darwin')(
  'the table engine, which asks nobody who they are, listens where no page looks',
  async () => {
    const keeper = startKeeper();
    undo.push(() => keeper.stop());
    const { host, port } = await startDynamoEngine(keeper);
    expect(host).toMatch(/^127\.(?!0\.0\.1$)/);
    expect(await statusOf(`http://${host}:${port}`)).toBeDefined();
    await expect(statusOf(`http://127.0.0.1:${port}`)).rejects.toThrow('ECONNREFUSED');
  },
);
