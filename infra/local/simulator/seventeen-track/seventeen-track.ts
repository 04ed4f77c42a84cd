import type { Answer } from '../envelope.ts';
import type { RateMode } from '../rate-limit.ts';
import { headerOf, type WireRequest } from '../signature.ts';
import { slidingSecond } from '../sliding-second.ts';
import type { World } from '../world.ts';
import { numberIndex } from './number-index.ts';
import { refused, registrations, type Entry } from './registrations.ts';
import { noFaults, type SecondFaults } from './second-faults.ts';
import { trackInfo } from './track-info.ts';

export interface SeventeenTrackSimulator {
  readonly key: string;
  readonly faults: SecondFaults;
  /** Calls answered or refused, by endpoint; those above the rate limit by themselves. */
  readonly calls: { register: number; gettrackinfo: number; limited: number };
  /** Somebody told it of every number up to now before, as an ERP does; these numbers. */
  knowAll(): readonly string[];
  /** Numbers of the parcels of this shop that are neither delivered nor cancelled. */
  underway(shop: string): readonly string[];
  answer(request: WireRequest): Answer;
}

const mostNumbers = 40;
const callsPerSecond = 3;

/** First data come some minutes after the registration (documented so). */
const firstData = 5 * 60;

/** 17TRACK v2.2 over the same parcels: numbers are registered, then asked about. In `virtual` time nobody is limited. */
export function seventeenTrack(world: World, key: string, mode: RateMode): SeventeenTrackSimulator {
  const parcels = numberIndex(world);
  const faults = noFaults();
  const known = registrations(() => world.now(), faults);
  const calls = { register: 0, gettrackinfo: 0, limited: 0 };
  const limit = slidingSecond(mode === 'wall' ? callsPerSecond : Number.POSITIVE_INFINITY, () => performance.now());
  function info(number: string): Entry {
    const since = known.since(number);
    if (since === undefined) return refused(number, -18_019_902, 'The tracking number is not registered.');
    if (world.now() - since < firstData) return refused(number, -18_019_909, 'No tracking information at this time.');
    const track_info = trackInfo(number, parcels.find(number), world.now(), faults);
    return { accepted: { number, carrier: 0, track_info } };
  }
  function serve(what: 'register' | 'gettrackinfo', request: WireRequest): Answer {
    if (faults.down) return { is: 'answer', status: 503, body: 'upstream connect error', type: 'text' };
    if (faults.keyRefused || headerOf(request, '17token') !== key)
      return failed(-18_010_002, 'The access token is invalid.');
    if (!limit.admit(key)) {
      calls.limited += 1;
      return { is: 'answer', status: 429, body: 'Too Many Requests', type: 'text' };
    }
    const numbers = numbersIn(request);
    if (!numbers) return failed(-18_010_013, 'Submitted data is invalid.');
    if (numbers.length > mostNumbers) return failed(-18_010_014, 'No more than 40 tracking numbers.');
    return reply(200, {
      code: 0,
      data: sorted(numbers.map((number) => (what === 'register' ? known.register(number) : info(number)))),
    });
  }
  return {
    key,
    faults,
    calls,
    knowAll() {
      const numbers = parcels.all();
      for (const number of numbers) known.know(number, world.now() - firstData);
      return numbers;
    },
    underway(shop) {
      return parcels.all().filter((number) => {
        const found = parcels.find(number);
        const { deliveredAt, cancelledAt } = found?.parcel ?? {};
        return found?.shop.id === shop && !((deliveredAt ?? cancelledAt ?? Number.POSITIVE_INFINITY) <= world.now());
      });
    },
    answer(request) {
      const [, what] = /^\/track\/v2\.2\/(register|gettrackinfo)$/.exec(request.path) ?? [];
      if (what !== 'register' && what !== 'gettrackinfo') return reply(404, { code: 404 });
      calls[what] += 1;
      return serve(what, request);
    },
  };
}

function sorted(entries: readonly Entry[]): object {
  return {
    accepted: entries.flatMap(({ accepted }) => accepted ?? []),
    rejected: entries.flatMap(({ rejected }) => rejected ?? []),
  };
}

function failed(code: number, message: string): Answer {
  return reply(200, { code, data: { errors: [{ code, message }] } });
}

function reply(status: number, body: object): Answer {
  return { is: 'answer', status, body: JSON.stringify(body), type: 'json' };
}

function numbersIn({ body }: WireRequest): readonly string[] | undefined {
  try {
    const entries: unknown = JSON.parse(body.toString());
    if (!Array.isArray(entries)) return undefined;
    const numbers = entries.map((entry: { number?: unknown } | null) => entry?.number);
    return numbers.every((number) => typeof number === 'string' && /^.{5,50}$/.test(number))
      ? (numbers as string[])
      : undefined;
  } catch {
    // What is no JSON is refused like any other bad data.
    return undefined;
  }
}
