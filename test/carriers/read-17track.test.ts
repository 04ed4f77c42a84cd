import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../shared/carriers/read-17track.ts';
import { at, now } from '../support/moments.ts';

function entry(events: readonly unknown[], status = 'InTransit', sub = 'InTransit_Other') {
  return {
    number: 'YT2534512345678901',
    track_info: {
      latest_status: { status, sub_status: sub },
      tracking: { providers: [{ provider: { name: 'YunExpress' }, events }] },
    },
  };
}

const departed = {
  time_iso: '2026-01-04T21:10:00+08:00',
  time_utc: '2026-01-04T13:10:00Z',
  description: 'Departed from origin airport',
};
const taken = {
  time_iso: '2026-01-03T20:00:00+08:00',
  time_utc: '2026-01-03T12:00:00Z',
  description: 'Parcel received at facility',
};

describe('an answer of 17TRACK', () => {
  it('is read: the oldest scan first, each with its milestone', () => {
    expect(readEntry(entry([departed, taken]), now)).toMatchObject({
      number: 'YT2534512345678901',
      source: '17track',
      askedAt: now,
      state: 'traced',
      carrier: 'YunExpress',
      status: 'InTransit_Other',
      events: [
        { at: at('2026-01-03T12:00:00Z'), text: 'Parcel received at facility', zone: 'stated' },
        { at: at('2026-01-04T13:10:00Z'), milestone: 'departed-origin-country', zone: 'stated' },
      ],
    });
  });
  it('tells each scan once, however often and in whatever order it comes', () => {
    expect(readEntry(entry([taken, departed, departed, taken]), now)?.events).toHaveLength(2);
  });
  it('reads a time without a zone as UTC, and says so', () => {
    const bare = { ...departed, time_iso: '2026-01-04T21:10:00', time_utc: null };
    expect(readEntry(entry([bare]), now)?.events).toMatchObject([{ at: at('2026-01-04T21:10:00Z'), zone: 'assumed' }]);
  });
  it('keeps the rest when one scan cannot be read', () => {
    const odd = [null, 'x', { description: 'no time' }, { ...taken, time_utc: '2026-13-44T99:00:00Z', time_iso: 7 }];
    expect(readEntry(entry([...odd, departed]), now)?.events).toHaveLength(1);
  });
  it.each([
    ['NotFound', 'NotFound_Other', 'not-found'],
    ['NotFound', 'NotFound_InvalidCode', 'unreadable'],
    ['InfoReceived', 'InfoReceived', 'traced'],
    ['InTransit', 'InTransit_Other', 'unreadable'],
    ['BrandNewStatus', 'BrandNewStatus_Odd', 'unreadable'],
  ])('%s / %s without a scan is %s, the word kept raw', (status, sub, state) => {
    expect(readEntry(entry([], status, sub), now)).toMatchObject({ state, status: sub });
  });
  it.each(['NotFound', 'BrandNewStatus'])('with scans is traced, even if it is called %s', (status) => {
    expect(readEntry(entry([departed], status, status), now)).toMatchObject({ state: 'traced', status });
  });
  it.each([[{}], ['soon'], [null], [undefined]])('without any status, as in %j, says nothing yet', (info) => {
    expect(readEntry({ number: 'YT2534512345678901', track_info: info }, now)).toMatchObject({ state: 'pending' });
  });
  it('keeps the scans of one carrier when what stands for another cannot be read', () => {
    const whole = entry([departed]);
    const [evri] = whole.track_info.tracking.providers;
    const providers = [null, 7, { provider: 'Evri', events: 'none' }, evri];
    const broken = { ...whole, track_info: { ...whole.track_info, tracking: { providers } } };
    expect(readEntry(broken, now)?.events).toHaveLength(1);
  });
  it.each(['2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', '2026-01-04T24:10:00Z', '2026-02-29T10:00:00'])(
    'takes %s for no time: no calendar has it',
    (time) => expect(readEntry(entry([{ ...departed, time_utc: time, time_iso: time }]), now)?.events).toEqual([]),
  );
  it('keeps no control and bidi characters, in texts or names', () => {
    const odd = 'Departed\u0000\u202E from\n origin\u2066 airport';
    const read = readEntry(entry([{ ...departed, description: odd }], 'In\u202ETransit', 'In\u202ETransit'), now);
    expect(read).toMatchObject({ status: 'InTransit', events: [{ text: 'Departed from origin airport' }] });
  });
  it('names nobody who signed', () => {
    const signed = { ...departed, description: 'Delivered, signed by A. Example' };
    expect(readEntry(entry([signed]), now)?.events).toMatchObject([{ text: 'Delivered', milestone: 'delivered' }]);
    const unclear = { ...departed, description: 'Signature: A. EXAMPLE' };
    expect(readEntry(entry([unclear]), now)?.events).toMatchObject([{ text: '', milestone: 'unrecognised' }]);
  });
  it('keeps a text of any length to 200 characters, whole ones', () => {
    const long = { ...departed, description: `${'🚚'.repeat(300)}\n<b>` };
    const [event] = readEntry(entry([long]), now)?.events ?? [];
    expect(Array.from(event?.text ?? '')).toHaveLength(200);
    expect(event?.text).toBe('🚚'.repeat(200));
  });
  it('never throws, and its scans always ascend', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (whole, events) => {
        readEntry(whole, now);
        const times = readEntry(entry(events), now)?.events.map((event) => event.at) ?? [];
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }),
    );
  });
});

it('the documented example is read', () => {
  const text = readFileSync(new URL('../fixtures/17track-gettrackinfo.json', import.meta.url), 'utf8');
  const [first] = (JSON.parse(text) as { data: { accepted: unknown[] } }).data.accepted;
  expect(readEntry(first, now)).toMatchObject({ state: 'traced', carrier: 'YunExpress', events: [{}, {}] });
});
