import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import pThrottle from 'p-throttle';
import * as z from 'zod';
import { Wire } from '../adapters/wire.ts';
import { carrierKey } from '../domain/carrier-name.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import type { Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Announced, AskedParcel, TraceSource } from '../ports/trace-source.ts';
import { carrierKeys } from './17track-keys.ts';
import { readEntry } from './read-17track.ts';

/** Numbers a call, calls a second and key: 17TRACK's documentation of v2.2 (2026-11). */
const batch = 40;
const callsPerSecond = 3;

/** A far side that is down costs a call about three seconds (set 2026-11). */
const attempts = 3;
const oneAttempt = 10_000;

const answerSchema = z.object({
  code: z.int(),
  data: z
    .object({
      accepted: z.array(z.unknown()).nullish(),
      rejected: z.array(z.unknown()).nullish(),
      errors: z.array(z.object({ code: z.int() })).nullish(),
    })
    .nullish(),
});
const numbered = z.object({ number: z.string() });
const rejectedSchema = z.object({ number: z.string(), error: z.object({ code: z.int() }) });

interface Answer {
  readonly accepted: readonly unknown[];
  readonly rejected: readonly Refusal[];
  /** The whole call was refused for want of quota. */
  readonly isUsedUp: boolean;
}

interface Refusal {
  readonly number: string;
  readonly code: number;
}

/** Codes of the documentation. What is in none of these sets is a fault of the one entry, and it is left out. */
const keyRefused: ReadonlySet<number> = new Set([-18_010_001, -18_010_002, -18_010_004, -18_010_005]);
const passing: ReadonlySet<number> = new Set([-18_010_003]);
const quotaUsed: ReadonlySet<number> = new Set([-18_019_907, -18_019_908]);
const alreadyTold = -18_019_901;
const neverTold = -18_019_902;
const notFollowed: ReadonlySet<number> = new Set([-18_019_903, -18_019_910]);
const nothingYet = -18_019_909;

export interface SeventeenTrackSettings {
  readonly url: string;
  readonly key: string;
  readonly callsPerSecond?: number;
}

/** 17TRACK v2.2: numbers are registered once (one quota each) and asked about as often as wanted. */
export class SeventeenTrack implements TraceSource {
  readonly id = '17track';
  readonly batch = batch;
  calls = 0;
  readonly #wire: Wire;
  readonly #key: string;
  readonly #pace: () => Promise<void>;

  constructor({ url, key, callsPerSecond: pace = callsPerSecond }: SeventeenTrackSettings) {
    this.#wire = new Wire(url);
    this.#key = key;
    this.#pace = pThrottle({ limit: 1, interval: 1_000 / pace })(async () => {});
  }

  async register(parcels: readonly AskedParcel[], now: Instant): Promise<Announced> {
    const { accepted, rejected, isUsedUp } = await this.#call('register', parcels);
    const fresh = accepted.flatMap((entry) => numbered.safeParse(entry).data?.number ?? []);
    const known = refusedWith(rejected, (code) => code === alreadyTold);
    return {
      traces: onlyAsked(parcels, [
        ...[...fresh, ...known].map((number) => followed(number, 'pending', now)),
        ...refusedWith(rejected, (code) => notFollowed.has(code)).map((number) => bare(number, 'unreadable', now)),
      ]),
      registered: parcels.filter(({ number }) => fresh.includes(number)).length,
      isUsedUp: isUsedUp || refusedWith(rejected, (code) => quotaUsed.has(code)).length > 0,
    };
  }

  async query(parcels: readonly AskedParcel[], now: Instant): Promise<readonly SecondTrace[]> {
    const { accepted, rejected, isUsedUp } = await this.#call('gettrackinfo', parcels);
    // Documented for registering alone: whoever is refused a question has not been answered.
    if (isUsedUp) throw new Rejected('17track gettrackinfo: the quota is used up');
    return onlyAsked(parcels, [
      ...accepted.flatMap((entry) => readEntry(entry, now) ?? []),
      ...refusedWith(rejected, (code) => code === nothingYet).map((number) => followed(number, 'pending', now)),
      ...refusedWith(rejected, (code) => notFollowed.has(code)).map((number) => followed(number, 'unreadable', now)),
      ...refusedWith(rejected, (code) => code === neverTold).map((number) => bare(number, 'pending', now)),
    ]);
  }

  async #call(what: 'register' | 'gettrackinfo', parcels: readonly AskedParcel[]): Promise<Answer> {
    const backoff = new ExponentialBackoff({ initialDelay: 300, maxDelay: 2_000 });
    return await retry(handleType(Transient), { maxAttempts: attempts - 1, backoff }).execute(async () => {
      await this.#pace();
      this.calls += 1;
      const reply = await this.#wire.send(
        `17track ${what}`,
        {
          method: 'POST',
          path: `/track/v2.2/${what}`,
          query: {},
          headers: { 'content-type': 'application/json', '17token': this.#key },
          body: JSON.stringify(parcels.map(entryOf)),
        },
        AbortSignal.timeout(oneAttempt),
      );
      return open(`17track ${what}`, reply.status, reply.text);
    });
  }
}

/** Throws Transient for what passes by itself, Rejected about the credential where the key is refused. */
function open(endpoint: string, status: number, body: string): Answer {
  if (status === 429 || status >= 500) throw new Transient(`${endpoint}: HTTP ${status}`);
  if (status === 401 || status === 403) throw new Rejected(`${endpoint}: the key is refused`, 'credential');
  const parsed = answerSchema.safeParse(parseJson(endpoint, body));
  if (!parsed.success) throw new Rejected(`${endpoint}: no answer of the documented form, HTTP ${status}`);
  const { code, data } = parsed.data;
  const codes = [code, ...(data?.errors ?? []).map((error) => error.code)];
  const refused = codes.find((one) => keyRefused.has(one));
  if (refused !== undefined) throw new Rejected(`${endpoint}: the key is refused (${refused})`, 'credential');
  if (codes.some((one) => passing.has(one))) throw new Transient(`${endpoint}: code ${code}`);
  const isUsedUp = codes.some((one) => quotaUsed.has(one));
  if (!isUsedUp && (code !== 0 || !data))
    throw new Rejected(`${endpoint}: code ${codes.find((one) => one !== 0) ?? code}`);
  return { accepted: data?.accepted ?? [], rejected: (data?.rejected ?? []).flatMap(refusalIn), isUsedUp };
}

function parseJson(endpoint: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the text. A body cut short passes by itself.
    throw new Transient(`${endpoint}: not JSON`);
  }
}

function entryOf({ number, carrier }: AskedParcel): object {
  const key = carrier === undefined ? undefined : carrierKeys[carrierKey(carrier)];
  return { number, ...(key !== undefined && { carrier: key }) };
}

function bare(number: string, state: SecondTrace['state'], askedAt: Instant): SecondTrace {
  return { number, source: '17track', askedAt, state, events: [] };
}

/** Of a number that it has been told of. */
function followed(number: string, state: SecondTrace['state'], askedAt: Instant): SecondTrace {
  return { ...bare(number, state, askedAt), announced: true };
}

function refusalIn(entry: unknown): readonly Refusal[] {
  const { data } = rejectedSchema.safeParse(entry);
  return data ? [{ number: data.number, code: data.error.code }] : [];
}

function refusedWith(rejected: readonly Refusal[], is: (code: number) => boolean): readonly string[] {
  return rejected.flatMap(({ number, code }) => (is(code) ? number : []));
}

/** What nobody asked for is nobody's: one answer for each number that was asked about. */
function onlyAsked(parcels: readonly AskedParcel[], traces: readonly SecondTrace[]): readonly SecondTrace[] {
  const byNumber = new Map(traces.map((trace) => [trace.number, trace]));
  return parcels.flatMap(({ number }) => byNumber.get(number) ?? []);
}
