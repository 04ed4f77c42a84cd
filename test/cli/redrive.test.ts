import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoChannelStates } from '../../shared/adapters/dynamo/channel-states.ts';
import { SqsFailedMessages } from '../../shared/adapters/failed-messages.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aNotice } from '../support/a-notice.ts';
import { aRemediation } from '../support/a-remediation.ts';
import { startDynamo, type DynamoEngine } from '../support/dynamo-engine.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { hoursAgo } from '../support/moments.ts';
import { startSqs, type SqsEngine } from '../support/sqs-engine.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
let dynamo: DynamoEngine;
let sqs: SqsEngine;
let gateway: Server;
let states: DynamoChannelStates;
let urls: Readonly<Record<string, string>>;

beforeAll(async () => {
  [dynamo, sqs] = await Promise.all([startDynamo(), startSqs()]);
  gateway = createServer((request, response) => void forward(request, response));
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  mkdirSync(join(folder.path, '.tidewatch'));
});

afterAll(async () => {
  await Promise.all([dynamo.stop(), sqs.stop()]);
  gateway.close();
  folder.remove();
});

async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const service = String(request.headers['x-amz-target']).startsWith('DynamoDB') ? dynamo : sqs;
  const { host: _, connection: __, ...headers } = request.headers as Record<string, string>;
  const answer = await fetch(service.endpoint, { method: 'POST', headers, body: await text(request) });
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await answer.text());
}

/** A stack in the folder with fresh queues and an empty table. */
beforeEach(async () => {
  const table = await dynamo.table(new FakeClock(systemClock.world()));
  states = new DynamoChannelStates(table);
  const [work, aside] = [await sqs.queues(), await sqs.queues()];
  urls = {
    'tidewatch-notify': work.notify,
    'tidewatch-remediate': work.remediate,
    'tidewatch-sweep.fifo': work.sweep,
    'tidewatch-notify-dead-letters': aside.notify,
    'tidewatch-remediate-dead-letters': aside.remediate,
    'tidewatch-sweep-dead-letters.fifo': aside.sweep,
  };
  const address = gateway.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const facts = { gatewayUrl: `http://127.0.0.1:${port}`, region: 'eu-west-1', table: table.name, queues: urls };
  writeFileSync(join(folder.path, '.tidewatch', 'local.json'), JSON.stringify(facts));
});

const notice = aNotice();
const shop = notice.shop.id;
const other = aNotice({ id: 'other', shop: { ...notice.shop, id: '749' } });
const because = '404 no_service; make a new incoming webhook in Slack';

function at(name: string): string {
  return urls[name] ?? '';
}

function putAside(name: string, ...bodies: readonly object[]): Promise<unknown> {
  const failed = new SqsFailedMessages(sqs.client, { queue: at(name), deadLetters: at(`${name}-dead-letters`) });
  return Promise.all(bodies.map((body) => failed.putAside(JSON.stringify(body), because)));
}

async function lying(name: string): Promise<readonly unknown[]> {
  return (await sqs.drain(at(name))).map(({ body }) => JSON.parse(body) as unknown);
}

function sendSweep(client: SQSClient, queue: string): Promise<unknown> {
  const body = { v: 1, kind: 'sweep', shop, run: 'r', step: 0 };
  return client.send(
    new SendMessageCommand({
      QueueUrl: at(queue),
      MessageBody: JSON.stringify(body),
      MessageGroupId: shop,
      MessageDeduplicationId: 'shop#r#0',
    }),
  );
}

describe('redrive', () => {
  it('says so when nothing was put aside', async () => {
    const { status, stdout } = await runTidewatch(folder.path, 'redrive');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing lies among the dead letters.\n' });
  });

  it('shows what lies there and why, and sends it again', async () => {
    await putAside('tidewatch-notify', notice, { ...notice, id: 'second' });
    await putAside('tidewatch-remediate', aRemediation());
    const { status, stdout } = await runTidewatch(folder.path, 'redrive');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`notify .*${shop} .*email:en .* 2 .*404 no_service`));
    expect(stdout).toContain('3 sent again.');
    expect(await lying('tidewatch-notify')).toHaveLength(2);
    expect(await lying('tidewatch-remediate')).toEqual([aRemediation()]);
    expect(await lying('tidewatch-notify-dead-letters')).toEqual([]);
  });

  it('sends once what was put aside twice', async () => {
    await putAside('tidewatch-notify', notice, notice);
    const { stdout } = await runTidewatch(folder.path, 'redrive');
    expect(stdout).toContain('1 sent again.');
    expect(await lying('tidewatch-notify')).toEqual([notice]);
    expect(await lying('tidewatch-notify-dead-letters')).toEqual([]);
  });

  it('opens the channels of the notices it sends, and no others', async () => {
    await putAside('tidewatch-notify', notice);
    const state = { since: hoursAgo(3), because, triedAt: hoursAgo(3) };
    await states.disable(shop, { ...state, channel: 'email:en' });
    await states.disable(shop, { ...state, channel: 'slack/ops' });
    await runTidewatch(folder.path, 'redrive');
    expect((await states.list(shop)).map(({ channel }) => channel)).toEqual(['slack/ops']);
  });

  it('leaves those of other shops and queues there, to be had again at once', async () => {
    await putAside('tidewatch-notify', notice, other);
    await putAside('tidewatch-remediate', aRemediation());
    const { stdout } = await runTidewatch(folder.path, 'redrive', '--queue', 'notify', '--shop', '749', '--json');
    expect(JSON.parse(stdout)).toEqual({
      moved: 1,
      deadLetters: [
        { queue: 'notify', shop: '749', channel: 'email:en', because, count: 1, since: expect.any(String) },
      ],
    });
    expect(await lying('tidewatch-notify')).toEqual([other]);
    expect(await lying('tidewatch-notify-dead-letters')).toEqual([notice]);
    expect(await lying('tidewatch-remediate-dead-letters')).toHaveLength(1);
  });

  it('leaves all there and every channel as it is when tried dry', async () => {
    await putAside('tidewatch-notify', notice);
    await states.disable(shop, { channel: 'email:en', since: hoursAgo(3), because, triedAt: hoursAgo(3) });
    const { stdout } = await runTidewatch(folder.path, 'redrive', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ moved: 0, deadLetters: [{ count: 1 }] });
    expect(await lying('tidewatch-notify-dead-letters')).toEqual([notice]);
    expect(await states.list(shop)).toHaveLength(1);
  });

  it('sends a sweep again though its queue has just seen the same', async () => {
    await sendSweep(sqs.client, 'tidewatch-sweep.fifo');
    await lying('tidewatch-sweep.fifo');
    await sendSweep(sqs.client, 'tidewatch-sweep-dead-letters.fifo');
    await runTidewatch(folder.path, 'redrive');
    expect(await lying('tidewatch-sweep.fifo')).toMatchObject([{ kind: 'sweep', shop }]);
  });

  it('knows three queues, and refuses the name of another', async () => {
    const { status, stderr } = await runTidewatch(folder.path, 'redrive', '--queue', 'mails');
    expect(status).toBe(2);
    expect(stderr).toContain('notify, remediate, sweep');
  });
});
