import { headerOf, type WireRequest } from '../signature.ts';
import type { Answer } from '../envelope.ts';
import type { Life, Scan, Unix } from '../life.ts';
import { traceText } from '../wire/trace-text.ts';
import type { ShopWorld, World } from '../world.ts';
import { carrierScans } from './carrier-scans.ts';

/** What can be wrong with the source; a test sets it. */
export interface SecondFaults {
  /** Every call fails with 503. */
  down: boolean;
  /** The key is taken for a wrong one. */
  keyRefused: boolean;
  /** Times are told so many hours off, without their zone. */
  hoursOff: number;
  /** Every event comes twice, the newest last. */
  disorder: boolean;
}

export interface SeventeenTrackSimulator {
  readonly key: string;
  readonly faults: SecondFaults;
  /** Calls answered or refused, by endpoint. */
  readonly calls: { register: number; gettrackinfo: number };
  /** Somebody told it of every number up to now before, as an ERP does; these numbers. */
  knowAll(): readonly string[];
  answer(request: WireRequest): Answer;
}

const mostNumbers = 40;

/** First data come some minutes after the registration (documented so). */
const firstData = 5 * 60;

/** 17TRACK v2.2 over the same parcels: numbers are registered, then asked about. Its own rate limit is not played. */
export function seventeenTrack(world: World, key: string): SeventeenTrackSimulator {
  const registered = new Map<string, Unix>();
  const parcels = numberIndex(world);
  const faults: SecondFaults = { down: false, keyRefused: false, hoursOff: 0, disorder: false };
  const calls = { register: 0, gettrackinfo: 0 };
  function register(number: string): Entry {
    if (registered.has(number)) return refused(number, -18_019_901, 'The tracking number has been registered.');
    registered.set(number, world.now());
    return { accepted: { origin: 1, number, carrier: 0, tag: null } };
  }
  function info(number: string): Entry {
    const since = registered.get(number);
    if (since === undefined) return refused(number, -18_019_902, 'The tracking number is not registered.');
    if (world.now() - since < firstData) return refused(number, -18_019_909, 'No tracking information at this time.');
    const found = parcels.find(number);
    return { accepted: { number, carrier: 0, track_info: found ? trackInfo(found, world, faults) : nothing } };
  }
  return {
    key,
    faults,
    calls,
    knowAll() {
      const numbers = parcels.all();
      for (const number of numbers) registered.set(number, world.now() - firstData);
      return numbers;
    },
    answer(request) {
      const what = /^\/track\/v2\.2\/(register|gettrackinfo)$/.exec(request.path)?.[1] as
        | keyof typeof calls
        | undefined;
      if (what === undefined) return reply(404, { code: 404 });
      calls[what] += 1;
      if (faults.down) return { is: 'answer', status: 503, body: 'upstream connect error', type: 'text' };
      if (faults.keyRefused || headerOf(request, '17token') !== key)
        return failed(-18_010_002, 'The access token is invalid.');
      const numbers = numbersIn(request);
      if (!numbers) return failed(-18_010_013, 'Submitted data is invalid.');
      if (numbers.length > mostNumbers) return failed(-18_010_014, 'No more than 40 tracking numbers.');
      return reply(200, { code: 0, data: sorted(numbers.map(what === 'register' ? register : info)) });
    },
  };
}

interface Entry {
  readonly accepted?: object;
  readonly rejected?: object;
}

function refused(number: string, code: number, message: string): Entry {
  return { rejected: { number, error: { code, message } } };
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

interface FoundParcel {
  readonly shop: ShopWorld;
  readonly life: Life;
  readonly carrier: string;
}

/** Parcels by number, as far as the world has come. */
interface NumberIndex {
  all(): readonly string[];
  find(number: string): FoundParcel | undefined;
}

function numberIndex(world: World): NumberIndex {
  const places = new Map<string, { readonly shop: ShopWorld; readonly position: number }>();
  const seen = new Map<ShopWorld, number>();
  function catchUp(): void {
    for (const shop of world.shops) {
      const visible = shop.source.visible(world.now());
      for (let position = seen.get(shop) ?? 0; position < visible; position += 1)
        for (const parcel of shop.source.life(position).parcels) places.set(parcel.number, { shop, position });
      seen.set(shop, visible);
    }
  }
  return {
    all() {
      catchUp();
      return [...places.keys()];
    },
    find(number) {
      catchUp();
      const place = places.get(number);
      const life = place?.shop.source.life(place.position);
      const parcel = life?.parcels.find((one) => one.number === number);
      return place && life && parcel ? { shop: place.shop, life, carrier: parcel.carrier.name } : undefined;
    },
  };
}

const nothing = { latest_status: { status: 'NotFound', sub_status: 'NotFound_Other' }, tracking: { providers: [] } };

function trackInfo({ shop, life, carrier }: FoundParcel, world: World, faults: SecondFaults): object {
  const scans = carrierScans(life, world.now());
  if (scans.length === 0) return nothing;
  const events = scans.map((scan) => eventOf(scan, traceText(scan, life, shop.market), faults)).toReversed();
  const isOnlyLabel = scans.every(({ stage }) => stage === 'label-created');
  return {
    latest_status: isOnlyLabel
      ? { status: 'InfoReceived', sub_status: 'InfoReceived' }
      : { status: 'InTransit', sub_status: 'InTransit_Other' },
    tracking: {
      providers: [
        { provider: { key: 0, name: carrier }, events: faults.disorder ? [...events, ...events.toReversed()] : events },
      ],
    },
  };
}

function eventOf({ at }: Scan, description: string, { hoursOff }: SecondFaults): object {
  const utc = new Date(at * 1000).toISOString().replace('.000Z', 'Z');
  const local = new Date((at + hoursOff * 3600) * 1000).toISOString().replace('.000Z', '');
  const times = hoursOff === 0 ? { time_iso: utc, time_utc: utc } : { time_iso: local, time_utc: null };
  return { ...times, description, location: null, stage: 'InTransit_Other' };
}
