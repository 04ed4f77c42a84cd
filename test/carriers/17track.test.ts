import { afterAll, describe, expect, it } from 'vitest';
import { startHost, type Host } from '../../infra/local/simulator/server.ts';
import { SeventeenTrack } from '../../shared/carriers/17track.ts';
import { openTraceSources } from '../../shared/carriers/registry.ts';
import { after, before, days, instant, minutes } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aShop } from '../support/a-shop.ts';
import { failureOf } from '../support/failure-of.ts';
import { now } from '../support/moments.ts';
import { aSimulator, noon } from '../simulator/world.ts';

/** A source over a simulated world, and some numbers of parcels on their way in it. */
async function aSource() {
  const simulator = await aSimulator();
  const { seventeenTrack: far, seventeenTrackUrl: url } = simulator;
  const numbers = far.knowAll();
  const source = new SeventeenTrack({ url, key: far.key, callsPerSecond: 1_000 });
  return { simulator, far, url, source, parcels: numbers.slice(-30).map((number) => ({ number })) };
}

describe('17TRACK', () => {
  it('is told of numbers, knows nothing at first, and then what the carriers know', async () => {
    const { simulator, source } = await aSource();
    simulator.setNow(after(noon, minutes(60 * 24 * 3)));
    const fresh = simulator.seventeenTrack
      .knowAll()
      .slice(-1)
      .map((number) => ({ number }));
    const unheard = [{ number: 'YT0000000000000001' }, ...fresh];
    expect(await source.register(unheard, now)).toMatchObject({
      traces: [{ state: 'pending' }, { state: 'pending' }],
      registered: 1,
      isUsedUp: false,
    });
    expect(await source.query([{ number: 'YT0000000000000001' }], now)).toMatchObject([
      { state: 'pending', announced: true, events: [] },
    ]);
    simulator.setNow(after(noon, minutes(60 * 24 * 3 + 6)));
    expect(await source.query([{ number: 'YT0000000000000001' }], now)).toMatchObject([{ state: 'not-found' }]);
  });

  it('answers one trace for each number, in the order asked', async () => {
    const { source, parcels } = await aSource();
    const traces = await source.query(parcels, now);
    expect(traces.map(({ number }) => number)).toEqual(parcels.map(({ number }) => number));
    expect(traces.some(({ state, events }) => state === 'traced' && events.length > 1)).toBe(true);
    expect(source.calls).toBe(1);
  });

  it('says of a number that it was never told of it, beside the answers about others', async () => {
    const { source, parcels } = await aSource();
    const [known] = parcels;
    if (!known) throw new Error('no parcels');
    const [answer, untold] = await source.query([known, { number: 'YT0000000000000002', carrier: 'YunExpress' }], now);
    expect(answer).toMatchObject({ announced: true });
    expect(untold).toMatchObject({ number: 'YT0000000000000002', state: 'pending' });
    expect(untold).not.toHaveProperty('announced');
  });

  it.each([
    ['quota', 'quota'],
    ['limit of the day', 'dailyLimit'],
  ] as const)('whose %s is used up takes no more numbers, and still answers about the others', async (_, limit) => {
    const { source, far, parcels } = await aSource();
    far.faults[limit] = 2;
    const fresh = [1, 2, 3].map((place) => ({ number: `YT000000000000010${place}` }));
    expect(await source.register(fresh, now)).toMatchObject({
      traces: [{ number: fresh[0]?.number }, { number: fresh[1]?.number }],
      registered: 2,
      isUsedUp: true,
    });
    expect(await source.query(parcels, now)).toHaveLength(parcels.length);
  });

  it('that cannot tell whose a number is, or was told the wrong carrier, does not follow it', async () => {
    const { source, far } = await aSource();
    const [one, other] = ['YT0000000000000201', 'YT0000000000000202'];
    Object.assign(far.faults, { undetected: [one], wrongCarrier: [other] });
    const { traces, registered } = await source.register([{ number: one }, { number: other }], now);
    expect(traces).toMatchObject([{ state: 'unreadable' }, { state: 'unreadable' }]);
    expect(registered).toBe(0);
  });

  it('that shows another parcel’s scans under the number is read as it is', async () => {
    const { source, far, parcels } = await aSource();
    const own = await source.query(parcels, now);
    far.faults.reused = parcels.map(({ number }) => number);
    const reused = await source.query(parcels, now);
    const scanned = own.findIndex(({ events }) => events.length > 0);
    expect(reused[scanned]).toMatchObject({ carrier: 'Sample Express' });
    expect(reused[scanned]?.events[0]?.at).toBe(before(own[scanned]?.events[0]?.at ?? now, days(365)));
  });

  it('times without a zone are told as assumed; events twice and in disorder come out once and ascending', async () => {
    const { source, far, parcels } = await aSource();
    const straight = await source.query(parcels, now);
    Object.assign(far.faults, { hoursOff: 8, disorder: true });
    const odd = await source.query(parcels, now);
    const [one, other] = [straight, odd].map((traces) => traces.flatMap(({ events }) => events));
    expect(other?.map(({ at }) => instant(at - minutes(480)))).toEqual(one?.map(({ at }) => at));
    expect(new Set(other?.map(({ zone }) => zone))).toEqual(new Set(['assumed']));
  });

  it('that is down is a passing failure, tried three times', async () => {
    const { source, far, parcels } = await aSource();
    far.faults.down = true;
    await expect(source.query(parcels, now)).rejects.toThrow(Transient);
    expect(source.calls).toBe(3);
  });

  it('that refuses the key says so at once, and never shows it', async () => {
    const { url, parcels } = await aSource();
    const wrong = new SeventeenTrack({ url, key: 'a-key-that-is-not-theirs', callsPerSecond: 1_000 });
    const failure = await wrong.query(parcels, now).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Rejected);
    expect(failure).toMatchObject({ about: 'credential' });
    expect(String(failure)).not.toContain('a-key');
    expect(wrong.calls).toBe(1);
  });

  it.each([
    ['wall', [200, 200, 200, 429]],
    ['virtual', [200, 200, 200, 200]],
  ] as const)('in %s time answers four calls at once with %j', async (rateMode, statuses) => {
    const { seventeenTrack: far } = await aSimulator({ rateMode });
    const request = {
      method: 'POST',
      path: '/track/v2.2/gettrackinfo',
      query: new URLSearchParams(),
      headers: { '17token': far.key },
      body: Buffer.from('[]'),
    };
    expect(statuses.map(() => far.answer(request))).toMatchObject(statuses.map((status) => ({ status })));
    expect(far.calls.limited).toBe(statuses.filter((status) => status === 429).length);
  });
});

describe('an answer of 17TRACK that is not as documented', () => {
  const [one, other] = [{ number: 'YT0000000000000001' }, { number: 'YT0000000000000002' }];

  it.each([
    ['accepted and rejected lists that are none', { code: 0, data: { accepted: null } }],
    ['entries without a number', { code: 0, data: { accepted: [null, 7, {}, { number: 5 }], rejected: ['x', {}] } }],
    ['numbers that nobody asked about', { code: 0, data: { accepted: [{ number: 'FOREIGN0001', track_info: {} }] } }],
    ['a code that nobody knows', { code: 0, data: { rejected: [{ number: one.number, error: { code: -1 } }] } }],
  ])('leaves every number as it was: %s', async (_, body) => {
    const source = await answering(200, body);
    expect(await source.query([one, other], now)).toEqual([]);
    expect(await source.register([one, other], now)).toEqual({ traces: [], registered: 0, isUsedUp: false });
  });
  it('counts no number twice, and none that nobody announced', async () => {
    const accepted = [one, one, { number: 'FOREIGN0001' }];
    const source = await answering(200, { code: 0, data: { accepted } });
    expect(await source.register([one, other], now)).toMatchObject({ traces: [one], registered: 1 });
  });
  it.each([-18_019_907, -18_019_908])('refuses the whole call for want of quota (%i): nothing failed', async (code) => {
    const source = await answering(200, { code: -18_010_013, data: { errors: [{ code, message: 'Quota' }] } });
    expect(await source.register([one], now)).toEqual({ traces: [], registered: 0, isUsedUp: true });
    await expect(source.query([one], now)).rejects.toThrow('17track gettrackinfo: the quota is used up');
    expect(source.calls).toBe(2);
  });
  it.each([
    [429, 'Too Many Requests', Transient, 3],
    [503, '', Transient, 3],
    [200, '{"code":', Transient, 3],
    [200, { code: -18_010_003 }, Transient, 3],
    [401, '', Rejected, 1],
    [200, { code: -18_010_013, data: null }, Rejected, 1],
    [200, { message: 'odd' }, Rejected, 1],
  ])('HTTP %i %j fails without a word of what was sent', async (status, body, kind, calls) => {
    const source = await answering(status, body);
    const failure = await failureOf(source.query([one], now));
    expect(failure).toBeInstanceOf(kind);
    expect(source.calls).toBe(calls);
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toMatch(/a-secret-key|YT00/);
  });
});

const hosts: Host[] = [];
afterAll(() => Promise.all(hosts.map((host) => host.stop())));

/** A far side that says the same to every call. */
async function answering(status: number, body: unknown): Promise<SeventeenTrack> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const host = await startHost(0, () => Promise.resolve({ is: 'answer', status, body: text, type: 'json' }));
  hosts.push(host);
  return new SeventeenTrack({ url: host.url, key: 'a-secret-key', callsPerSecond: 1_000 });
}

describe('the sources of a shop', () => {
  const urls = { '17track': 'https://api.17track.invalid' };
  const connected = aShop({ secondOpinion: { source: '17track', dailyRegistrations: 1 } });

  it('are none where none is connected or no key is stored', async () => {
    expect(await openTraceSources(() => Promise.resolve('k'), urls).open(aShop())).toBeUndefined();
    expect(await openTraceSources(() => Promise.resolve(undefined)).open(connected)).toBeUndefined();
  });
  it('are opened once for each key', async () => {
    let key = 'one';
    const sources = openTraceSources(() => Promise.resolve(key), urls);
    const first = await sources.open(connected);
    expect(await sources.open(connected)).toBe(first);
    key = 'another';
    expect(await sources.open(connected)).not.toBe(first);
  });
});
