import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTraceFile } from '../../shared/carriers/csv-drop.ts';
import { at, now } from '../support/moments.ts';

const header = 'number,time,zone,text,carrier';

function read(...lines: readonly string[]) {
  return readTraceFile([header, ...lines].join('\n'), now);
}

describe('a file of traces', () => {
  it('is read by number, the oldest scan first, each with its milestone', () => {
    const { traces, lines, refused } = read(
      'YT2600512345678901,2026-01-12 21:10,Asia/Shanghai,Out for delivery,YunExpress',
      'YT2600512345678901,2026-01-11T08:00:00Z,,Picked up by carrier,',
      'JD0002274300018,2026/1/10 9:05,+01:00,Arrived at depot,',
    );
    expect(refused).toEqual([]);
    expect(lines).toBe(3);
    expect(traces).toMatchObject([
      {
        number: 'YT2600512345678901',
        source: 'csv',
        askedAt: now,
        state: 'traced',
        carrier: 'YunExpress',
        events: [
          { at: at('2026-01-11T08:00:00Z'), zone: 'stated', milestone: 'picked-up' },
          { at: at('2026-01-12T13:10:00Z'), zone: 'stated', milestone: 'out-for-delivery' },
        ],
      },
      { number: 'JD0002274300018', events: [{ at: at('2026-01-10T08:05:00Z'), zone: 'stated' }] },
    ]);
    expect(traces[1]).not.toHaveProperty('carrier');
  });

  it('a time that nobody gave a zone is read as UTC, and said to be assumed', () => {
    expect(read('JD0002274300018,2026-01-10 09:05,,Arrived,').traces[0]?.events).toMatchObject([
      { at: at('2026-01-10T09:05:00Z'), zone: 'assumed' },
    ]);
  });

  it.each([
    ['', '2026-01-10 09:05', 'UTC', 'Arrived', 'number', /is empty and is not a tracking number/],
    ['5.78E+17', '2026-01-10 09:05', 'UTC', 'Arrived', 'number', /spreadsheet has shortened/],
    ['JD0002274300018', 'yesterday', 'UTC', 'Arrived', 'time', /is not a time: write e\.g\./],
    ['JD0002274300018', '2026-02-30 09:05', 'UTC', 'Arrived', 'time', /is no date that exists/],
    ['JD0002274300018', '2031-02-03 09:05', 'UTC', 'Arrived', 'time', /lies in the future/],
    ['JD0002274300018', '2026-01-10 09:05', 'Atlantis/Centre', 'Arrived', 'zone', /is no zone: write/],
    ['JD0002274300018', '2026-01-10 09:05', '+25:00', 'Arrived', 'zone', /is no zone: write/],
    ['JD0002274300018', '2026-01-10 09:05', 'UTC', '', 'text', /is empty: write what/],
  ])('line %j %j %j %j is refused alone: %s', (number, time, zone, text, field, problem) => {
    const { refused, traces } = read(
      `${number},${time},${zone},${text},`,
      'JD0002274300019,2026-01-10 09:05,UTC,Arrived,',
    );
    expect(refused).toEqual([{ line: 2, field, problem: expect.stringMatching(problem) }]);
    expect(traces.map((trace) => trace.number)).toEqual(['JD0002274300019']);
  });

  it('lines with markup stay text, cut to 200 characters', () => {
    const [trace] = read(`JD0002274300018,2026-01-10 09:05,UTC,"<img src=x>=HYPERLINK(1) ${'é'.repeat(300)}",`).traces;
    expect(trace?.events[0]?.text).toMatch(/^<img src=x>=HYPERLINK\(1\) é+$/);
    expect(trace?.events[0]?.text).toHaveLength(200);
  });

  it('names nobody who signed', () => {
    const [trace] = read('JD0002274300018,2026-01-10 09:05,UTC,"Delivered, signed by Jane Example",').traces;
    expect(trace?.events).toMatchObject([{ text: 'Delivered', milestone: 'delivered' }]);
  });

  it('keeps whole letters, and no control or bidi characters', () => {
    const [trace] = read(`JD0002274300018,2026-01-10 09:05,UTC,Arr\u202Eived\u0007,${'🚚'.repeat(300)}`).traces;
    expect(trace).toMatchObject({ carrier: '🚚'.repeat(200), events: [{ text: 'Arrived' }] });
    const [refused] = read(`${'🚚'.repeat(50)},2026-01-10 09:05,UTC,Arrived,`).refused;
    expect(refused?.problem).toMatch(/^"🚚{40}" is not/u);
  });

  it('without its header is no file of traces', () => {
    expect(() => readTraceFile('number,time\nX,Y', now)).toThrow(/no column zone, text/);
  });

  it('never throws behind the header, and its scans always ascend', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        for (const { events } of read(...lines).traces) {
          const times = events.map((event) => event.at);
          expect(times).toEqual(times.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});
