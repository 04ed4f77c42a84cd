import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { hours, minutes } from '../../shared/domain/time.ts';
import { frontDoor } from '../../shared/jobs/front-door.ts';
import { Door } from '../support/a-door.ts';
import { Crash } from '../support/crash-plan.ts';
import { Gap } from '../support/a-gap.ts';
import { RemedyDesk } from '../support/a-remedy-desk.ts';

const secret = 'a-secret-of-thirty-two-characters';
const channels = [
  { id: 'erp', kind: 'webhook', locale: 'en', hears: { remedies: true } },
  { id: 'other', kind: 'webhook', locale: 'en' },
] as const;

let gap: Gap;
let door: Door;
let request: string;

beforeEach(async () => {
  gap = await Gap.open({ channels });
  const desk = new RemedyDesk(gap.story);
  door = new Door(gap.story, desk.ledger);
  const key = JSON.stringify({ url: 'https://erp.example/tidewatch', secret });
  for (const id of ['erp', 'other']) await door.vault.storeChannelSecret(gap.story.shop.id, `channels/${id}`, key);
  await gap.sweeps(23);
  await desk.carryOut();
  request = gap.story.outbox.remediations[0]?.id ?? '';
});

interface Sent {
  readonly body?: object | string;
  readonly by?: string;
  readonly channel?: string;
  readonly shop?: string;
  readonly signedAt?: number;
  readonly altered?: (body: string) => string;
}

function answer({
  body,
  by = secret,
  channel = 'webhook/erp',
  shop = gap.story.shop.id,
  signedAt,
  altered,
}: Sent = {}) {
  const text =
    typeof body === 'string' ? body : JSON.stringify(body ?? { v: 1, request, outcome: 'filed', reference: 'T-9' });
  const timestamp = String(Math.floor((signedAt ?? gap.story.clock.wallTime) / 1_000));
  const sign = createHmac('sha256', by).update(`${timestamp}.${text}`).digest('hex');
  const headers = {
    'tidewatch-shop': shop,
    'tidewatch-channel': channel,
    'tidewatch-timestamp': timestamp,
    'tidewatch-signature': `v1=${sign}`,
  };
  const sent = new TextEncoder().encode(altered ? altered(text) : text);
  return frontDoor({ method: 'POST', path: '/remediations', query: '', headers, body: sent }, door.ports);
}

describe('the answer of another system', () => {
  it('is noted once, and the request then waits for TikTok from the answer on', async () => {
    await gap.sweeps(20);
    expect(await answer()).toEqual({ is: 'answer-taken', repeated: false });
    expect(await answer()).toEqual({ is: 'answer-taken', repeated: true });
    expect(gap.acts).toMatchObject([{ kind: 'answer', outcome: 'filed', reference: 'T-9', via: 'webhook/erp' }]);
    expect(await gap.sweeps(48)).toEqual([]);
    expect(await gap.sweeps(1)).toEqual(['opened tracking-supplement-pending']);
  });

  it.each([
    ['signed with another secret', { by: 'another-secret-as-long-as-that-one' }],
    ['altered on its way', { altered: (body: string) => body.replace('filed', 'done') }],
    ['five minutes and more old', { signedAt: Number(hours(0)) + 1 }],
    ['of a channel that gets no requests', { channel: 'webhook/other' }],
    ['of a channel nobody has', { channel: 'webhook/none' }],
    ['of another shop', { shop: '77' }],
    ['of a shop with an odd name', { shop: '../shops' }],
  ] as const)('that is %s is refused, and nothing is said of why', async (_, sent) => {
    expect(await answer(sent)).toEqual({ is: 'answer-refused' });
    expect(gap.acts).toEqual([]);
  });

  it('of another ticket is another answer', async () => {
    await answer();
    expect(await answer({ body: { v: 1, request, outcome: 'filed', reference: 'T-10' } })).toMatchObject({
      repeated: false,
    });
    expect(gap.acts).toHaveLength(2);
  });

  it('that it failed is told by the next sweep, until something comes of it', async () => {
    await answer({ body: { v: 1, request, outcome: 'failed' } });
    expect(await gap.sweeps(1)).toEqual(['opened remedy-failed']);
    await gap.sweeps(1);
    await answer({ body: { v: 1, request, outcome: 'done' } });
    expect(await gap.sweeps(1)).toEqual(['resolved remedy-failed']);
  });

  it('may be as late as clocks differ, and no later', async () => {
    const { wallTime } = gap.story.clock;
    expect(await answer({ signedAt: wallTime - minutes(4) })).toMatchObject({ is: 'answer-taken' });
    expect(await answer({ signedAt: wallTime + minutes(4) })).toMatchObject({ is: 'answer-taken' });
    expect(await answer({ signedAt: wallTime - minutes(6) })).toEqual({ is: 'answer-refused' });
    expect(await answer({ signedAt: wallTime + minutes(6) })).toEqual({ is: 'answer-refused' });
  });

  it('names the fields that do not fit, and not what stood in them', async () => {
    expect(await answer({ body: { v: 1, request, outcome: 'buyer-street' } })).toEqual({
      is: 'answer-malformed',
      paths: ['outcome'],
    });
    expect(await answer({ body: 'no json' })).toEqual({ is: 'answer-malformed', paths: ['the whole'] });
  });

  it('to what was never asked is not noted', async () => {
    expect(await answer({ body: { v: 1, request: `${request}x`, outcome: 'done' } })).toEqual({ is: 'answer-unknown' });
    expect(gap.acts).toEqual([]);
  });

  it('whatever call the door dies at, is noted once when it is sent again', async () => {
    const { plan } = gap.story;
    plan.revive();
    await answer();
    const { points } = plan;
    expect(points).toBeGreaterThan(4);
    for (let point = 1; point <= points; point += 1) {
      const body = { v: 1, request, outcome: 'filed', reference: `T-${point}` };
      plan.revive();
      plan.crashAt(point);
      await expect(answer({ body })).rejects.toThrow(Crash);
      plan.revive();
      expect(await answer({ body })).toMatchObject({ is: 'answer-taken' });
      const noted = gap.acts.filter((act) => act.kind === 'answer' && act.reference === `T-${point}`);
      expect(noted, `point ${point}`).toHaveLength(1);
    }
  });

  it('is posted, not fetched', async () => {
    const got = await frontDoor(
      { method: 'GET', path: '/remediations', query: '', headers: {}, body: new Uint8Array() },
      door.ports,
    );
    expect(got).toMatchObject({ is: 'wrong-method' });
  });
});
