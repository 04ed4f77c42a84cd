import { describe, expect, it } from 'vitest';
import { SeventeenTrack } from '../../shared/carriers/17track.ts';
import { openTraceSources } from '../../shared/carriers/registry.ts';
import { after, instant, minutes } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aShop } from '../support/a-shop.ts';
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
    expect(await source.register(unheard, now)).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
    expect(await source.query([{ number: 'YT0000000000000001' }], now)).toMatchObject([
      { state: 'pending', events: [] },
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

  it('announces what it was never told of when it is asked about it', async () => {
    const { source } = await aSource();
    expect(await source.query([{ number: 'YT0000000000000002', carrier: 'YunExpress' }], now)).toMatchObject([
      { number: 'YT0000000000000002', state: 'pending' },
    ]);
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
});

describe('the sources of a shop', () => {
  const urls = { '17track': 'https://api.17track.invalid' };
  const connected = aShop({ secondOpinion: { source: '17track', dailyRegistrations: 1 } });

  it('are none where none is connected or no key is stored', async () => {
    expect(await openTraceSources(urls, () => Promise.resolve('k')).open(aShop())).toBeUndefined();
    expect(await openTraceSources(urls, () => Promise.resolve(undefined)).open(connected)).toBeUndefined();
  });
  it('are opened once for each key', async () => {
    let key = 'one';
    const sources = openTraceSources(urls, () => Promise.resolve(key));
    const first = await sources.open(connected);
    expect(await sources.open(connected)).toBe(first);
    key = 'another';
    expect(await sources.open(connected)).not.toBe(first);
  });
});
