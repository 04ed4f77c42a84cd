import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  parseNotifyRequest,
  parseRemediationRequest,
  parseSweepRequest,
} from '../../shared/adapters/queue-messages.ts';
import { createSqsClient, SqsOutbox } from '../../shared/adapters/queue.ts';
import type { NotifyRequest } from '../../shared/domain/digest.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import { Transient } from '../../shared/ports/errors.ts';
import type { Outbox, SweepRequest } from '../../shared/ports/messaging.ts';
import { aDailyDigest, aWeeklyReport } from '../support/a-digest.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';
import { aRemediation, aRemedyItem } from '../support/a-remediation.ts';
import { aBackfill, aSweep } from '../support/a-sweep-request.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { now } from '../support/moments.ts';
import type { SqsEngine } from '../support/sqs-engine.ts';
import { startSqs } from '../support/sqs-engine.ts';

interface OpenedOutbox {
  readonly outbox: Outbox;
  sweeps(): Promise<readonly SweepRequest[]>;
  notices(): Promise<readonly NotifyRequest[]>;
  remediations(): Promise<readonly RemediationRequest[]>;
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let sqs: SqsEngine;
beforeAll(async () => {
  sqs = await startSqs();
});
afterAll(() => sqs.stop());
afterEach(() => {
  vi.unstubAllEnvs();
});

async function overSqs(): Promise<OpenedOutbox> {
  const urls = await sqs.queues();
  return {
    outbox: new SqsOutbox(sqs.client, urls),
    sweeps: async () => (await sqs.drain(urls.sweep)).map(({ body }) => parseSweepRequest(body)),
    notices: async () => (await sqs.drain(urls.notify)).map(({ body }) => parseNotifyRequest(body)),
    remediations: async () => (await sqs.drain(urls.remediate)).map(({ body }) => parseRemediationRequest(body)),
  };
}

function faked(): Promise<OpenedOutbox> {
  const outbox = new FakeOutbox();
  return Promise.resolve({
    outbox,
    sweeps: () => Promise.resolve(outbox.sweeps),
    notices: () => Promise.resolve([...outbox.notices, ...outbox.digests]),
    remediations: () => Promise.resolve(outbox.remediations),
  });
}

describe.each([
  ['fake', faked],
  ['SQS', overSqs],
])('the outbox (%s)', (_, fresh) => {
  it('carries every sweep to its receiver, more than one call can take', async () => {
    const opened = await fresh();
    const sent = Array.from({ length: 25 }, (_unused, place) => aSweep({ shop: `shop-${place + 10}`, now }));
    await opened.outbox.sweep(sent);
    const received = await opened.sweeps();
    expect(received.toSorted((a, b) => (a.shop < b.shop ? -1 : 1))).toEqual(sent);
  });

  it('keeps the steps of one shop in order', async () => {
    const opened = await fresh();
    await opened.outbox.sweep([aSweep({ step: 0 }), aSweep({ step: 1 }), aBackfill]);
    await opened.outbox.sweep([aSweep({ step: 2 })]);
    expect(await opened.sweeps()).toEqual([aSweep({ step: 0 }), aSweep({ step: 1 }), aBackfill, aSweep({ step: 2 })]);
  });

  it('takes a step that is sent twice for one message', async () => {
    const opened = await fresh();
    await opened.outbox.sweep([aSweep({ step: 1 })]);
    await opened.outbox.sweep([aSweep({ step: 1 })]);
    expect(await opened.sweeps()).toEqual([aSweep({ step: 1 })]);
  });

  it('carries notices and remediations as they are', async () => {
    const opened = await fresh();
    const notice = aNotice({ lines: [aNoticeLine({ lastEvent: { at: now, text: '已到达' }, facts: { days: 3 } })] });
    await opened.outbox.notice([notice]);
    await opened.outbox.remediation([aRemediation()]);
    expect(await opened.notices()).toEqual([notice]);
    expect(await opened.remediations()).toEqual([aRemediation()]);
  });

  it('carries digests as notices are carried', async () => {
    const opened = await fresh();
    await opened.outbox.digest([aDailyDigest(), aWeeklyReport()]);
    const ids = (await opened.notices()).map(({ id, kind }) => `${kind} ${id}`);
    expect(ids.toSorted()).toEqual([`daily ${aDailyDigest().id}`, `weekly ${aWeeklyReport().id}`]);
  });

  it('has nothing to do with nothing', async () => {
    const opened = await fresh();
    await opened.outbox.sweep([]);
    await opened.outbox.notice([]);
    await opened.outbox.digest([]);
    await opened.outbox.remediation([]);
    expect(await opened.notices()).toEqual([]);
  });
});

describe('messages on SQS', () => {
  it('are grouped by shop and known by their step', async () => {
    const urls = await sqs.queues();
    await new SqsOutbox(sqs.client, urls).sweep([aSweep({ step: 4 })]);
    const [message] = await sqs.drain(urls.sweep);
    expect(message).toMatchObject({ group: 'shop-a', deduplication: `shop-a#${aSweep().run}#4` });
  });

  it.each([
    ['is too long', 'x'.repeat(130)],
    ['has letters that SQS refuses', 'лавка'],
  ])('go by a hash where the name %s', async (_, shop) => {
    const urls = await sqs.queues();
    await new SqsOutbox(sqs.client, urls).sweep([aSweep({ shop })]);
    const [message] = await sqs.drain(urls.sweep);
    expect(message?.group).toMatch(/^[0-9a-f]{64}$/);
    expect(message?.deduplication).toMatch(/^[0-9a-f]{64}$/);
  });

  it('go to the endpoint of the environment, wherever the address of the queue points', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', sqs.endpoint);
    const client = createSqsClient({ region: 'eu-west-1', credentials });
    const { notify } = await sqs.queues();
    const elsewhere = notify.replace(/^https?:\/\/[^/]+/, 'http://127.0.0.1:9');
    await new SqsOutbox(client, { notify: elsewhere }).notice([aNotice()]);
    expect(await sqs.drain(notify)).toHaveLength(1);
  });

  it('never fill a call beyond what SQS takes', async () => {
    const urls = await sqs.queues();
    const bulky = Array.from({ length: 100 }, (_, place) =>
      aNoticeLine({ order: `order-${place}`, carrier: '运'.repeat(400) }),
    );
    const notices = Array.from({ length: 9 }, (_, place) =>
      aNotice({ id: `n${place}`, lines: bulky.slice(0, place % 3 === 0 ? 100 : 10) }),
    );
    const sizes: number[] = [];
    await new SqsOutbox(weighing(sizes), urls).notice(notices);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(262_144);
    expect(sizes.length).toBeLessThan(notices.length);
    const ids = (await sqs.drain(urls.notify)).map(({ body }) => parseNotifyRequest(body).id);
    expect(ids.toSorted()).toEqual(notices.map(({ id }) => id));
  });

  it('that no queue could ever take are a bug, named by its id', async () => {
    const urls = await sqs.queues();
    const items = [aRemedyItem({ carrier: 'x'.repeat(300_000) })];
    const sending = new SqsOutbox(sqs.client, urls).remediation([aRemediation({ id: 'too-large', items })]);
    await expect(sending).rejects.toThrow(/^too-large: \d+ bytes are more than a queue takes/);
  });

  it('are sent again when the queue refuses some for the moment', async () => {
    const urls = await sqs.queues();
    const outbox = new SqsOutbox(refusing(2, false), urls, () => Promise.resolve());
    const sent = Array.from({ length: 12 }, (_, place) => aSweep({ shop: `shop-${place + 10}` }));
    await outbox.sweep(sent);
    const shops = (await sqs.drain(urls.sweep)).map(({ group = '' }) => group);
    expect(shops.toSorted()).toEqual(sent.map(({ shop }) => shop));
  });

  it('are given up as passing when the queue goes on refusing', async () => {
    const urls = await sqs.queues();
    const outbox = new SqsOutbox(refusing(100, false), urls, () => Promise.resolve());
    await expect(outbox.sweep([aSweep(), aSweep({ step: 1 })])).rejects.toThrow(Transient);
    await expect(outbox.sweep([aSweep({ step: 5 })])).rejects.toThrow(`queue sweep: refused shop-a#${aSweep().run}#5`);
  });

  it('are a bug when the queue says that the sender is wrong', async () => {
    const urls = await sqs.queues();
    const outbox = new SqsOutbox(refusing(1, true), urls, () => Promise.resolve());
    await expect(outbox.notice([aNotice({ id: 'a notice' })])).rejects.toThrow('a notice cannot be sent: Refused');
  });

  it('cannot be sent to a queue the function was not given', async () => {
    await expect(new SqsOutbox(sqs.client, {}).notice([aNotice()])).rejects.toThrow('no address for the queue notify');
  });

  it('wait for the next run when SQS cannot be reached', async () => {
    const client = createSqsClient({
      endpoint: 'http://127.0.0.1:9',
      region: 'eu-west-1',
      credentials,
      maxAttempts: 1,
    });
    const outbox = new SqsOutbox(client, { notify: 'http://127.0.0.1:9/000000000000/notify' });
    await expect(outbox.notice([aNotice()])).rejects.toThrow(Transient);
  });
});

/** A client whose queue refuses the first message of each of its first `times` calls. */
function refusing(times: number, forGood: boolean): SqsEngine['client'] {
  const client = createSqsClient({
    endpoint: sqs.endpoint,
    region: 'eu-west-1',
    credentials,
  });
  let calls = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      if (calls > times || !('Entries' in args.input)) return next(args);
      const [first, ...rest] = (args.input.Entries ?? []) as { Id: string }[];
      const Failed = [{ Id: first?.Id, Code: 'Refused', SenderFault: forGood }];
      if (rest.length === 0) return { response: {}, output: { $metadata: {}, Successful: [], Failed } };
      const answer = await next({ ...args, input: { ...args.input, Entries: rest } as typeof args.input });
      return { ...answer, output: { ...answer.output, Failed } };
    },
    { step: 'initialize' },
  );
  return client;
}

/** A client that notes the bytes of every call's bodies. */
function weighing(sizes: number[]): SqsEngine['client'] {
  const client = createSqsClient({ endpoint: sqs.endpoint, region: 'eu-west-1', credentials });
  client.middlewareStack.add(
    (next) => (args) => {
      if ('Entries' in args.input) {
        const bodies = (args.input.Entries ?? []) as { MessageBody?: string }[];
        sizes.push(bodies.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0));
      }
      return next(args);
    },
    { step: 'initialize' },
  );
  return client;
}
