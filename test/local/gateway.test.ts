import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startGateway, type Services } from '../../infra/local/gateway.ts';
import type { LoopbackServer } from '../../infra/local/loopback-server.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

/** A gateway in front of a table engine that treats every connection so. */
async function gatewayBefore(engine: (socket: Socket) => void): Promise<LoopbackServer> {
  const server = createServer(engine);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  undo.push(() => server.close());
  const services = { engine: { host: '127.0.0.1', port: portOf(server) } } as Services;
  const gateway = await startGateway(() => services);
  undo.push(() => gateway.stop());
  return gateway;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function getItem({ url }: LoopbackServer): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' }, body: '{}' });
}

it.each<[string, (socket: Socket) => void]>([
  ['hangs up at once', (socket) => socket.destroy()],
  [
    'hangs up after it has read the request',
    (socket) => socket.once('data', () => setTimeout(() => socket.destroy(), 20)),
  ],
])('answers a server error when the engine %s, and lives on', async (_, engine) => {
  const gateway = await gatewayBefore(engine);
  for (const _ of [1, 2]) {
    const response = await getItem(gateway);
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([500, 'InternalServerError']);
  }
});

it('breaks off an answer that the engine breaks off, and lives on', async () => {
  const half = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Item":';
  const gateway = await gatewayBefore((socket) =>
    socket.once('data', () => socket.write(half, () => socket.destroy())),
  );
  for (const _ of [1, 2]) await expect(getItem(gateway).then((response) => response.text())).rejects.toThrow();
});

it('hands the engine’s answer through, whatever it is', async () => {
  const answer = 'HTTP/1.1 400 Bad Request\r\nx-amzn-errortype: Whatever\r\ncontent-length: 2\r\n\r\n{}';
  const gateway = await gatewayBefore((socket) => socket.once('data', () => socket.end(answer)));
  const response = await getItem(gateway);
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'Whatever']);
});

it('says that it is not ready before the services are', async () => {
  const gateway = await startGateway(() => undefined);
  undo.push(() => gateway.stop());
  expect((await getItem(gateway)).status).toBe(503);
  expect(await (await fetch(`${gateway.url}/_tidewatch`)).json()).toEqual({ pid: process.pid });
});
