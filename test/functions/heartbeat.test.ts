import { Logger } from '@aws-lambda-powertools/logger';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heartbeatTo } from '../../functions/runtime/heartbeat.ts';
import { CapturedOutput } from './captured-output.ts';

let server: Server;
let output: CapturedOutput;
let calls: (string | undefined)[];
let status: number;

beforeEach(async () => {
  calls = [];
  status = 200;
  server = createServer((request, response) => {
    calls.push(request.url);
    response.writeHead(status).end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  output = new CapturedOutput();
});

afterEach(() => {
  output.release();
  server.close();
});

function url(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/uuid-1`;
}

describe('the heartbeat', () => {
  it('calls the URL once and says nothing', async () => {
    expect(await heartbeatTo(url(), new Logger())()).toBe(true);
    expect(calls).toEqual(['/ping/uuid-1']);
    expect(output.lines).toEqual([]);
  });

  it('that is not taken is a warning and no failure of the round', async () => {
    status = 404;
    expect(await heartbeatTo(url(), new Logger())()).toBe(false);
    expect(output.lines).toMatchObject([{ level: 'WARN', message: 'Heartbeat not taken', status: 404 }]);
  });

  it('that reaches nobody is a warning without the URL, which is a secret', async () => {
    const gone = url();
    await new Promise((closed) => {
      server.close(closed);
    });
    expect(await heartbeatTo(gone, new Logger())()).toBe(false);
    expect(output.lines).toMatchObject([{ level: 'WARN', message: 'Heartbeat not delivered' }]);
    expect(output.text).not.toContain('uuid-1');
  });
});
