import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Authorization, Pass } from './authorization.ts';
import { type Call, exchange } from './exchange.ts';
import type { Lane } from './lanes.ts';
import type { Patience } from './patience.ts';
import { StaleToken } from './refusal.ts';
import { sign } from './signature.ts';
import type { Tally } from './tally.ts';
import type { Wire, WireRequest } from '../wire.ts';

interface ApiRequest extends Call {
  readonly method: WireRequest['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Serialised once: this text is signed and this text is sent. */
  readonly body?: string;
}

interface ClientParts {
  readonly clock: Clock;
  readonly wire: Wire;
  readonly authorization: Authorization;
  readonly appKey: string;
  /** Left out for the endpoints of a seller: there it is refused (36009004). */
  readonly cipher?: string;
  readonly lane: Lane;
  readonly tally: Tally;
  readonly patience: Patience;
  /** The world's time of the sweep. */
  readonly now: Instant;
}

const contentType = 'application/json';

/** Makes signed calls. Throws Transient after its retries, Rejected at once; a stale token is renewed once. */
export class Client {
  readonly #parts: ClientParts;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** Answers the envelope's `data`, not yet parsed. */
  async call(request: ApiRequest): Promise<unknown> {
    const { authorization, lane } = this.#parts;
    return await lane.enter(async () => {
      const pass = await authorization.pass();
      try {
        return await this.#send(request, pass, false);
      } catch (error) {
        // Recovery: one renewal, one repeat. A second refusal reaches the caller.
        if (!(error instanceof StaleToken)) throw error;
        return await this.#send(request, await authorization.replace(pass, error, this.#parts), true);
      }
    });
  }

  async #send(request: ApiRequest, pass: Pass, again: boolean): Promise<unknown> {
    const { wire, tally, patience, lane } = this.#parts;
    return await exchange(request, {
      wire,
      tally,
      patience,
      again,
      pace: () => lane.pace(request.endpoint),
      make: () => this.#signed(request, pass),
    });
  }

  #signed({ method, path, query, body }: ApiRequest, pass: Pass): WireRequest {
    const { appKey, cipher, clock } = this.#parts;
    const timestamp = String(Math.floor(clock.wall() / 1_000));
    const unsigned = { app_key: appKey, timestamp, ...(cipher !== undefined && { shop_cipher: cipher }), ...query };
    const content = body === undefined ? {} : { body };
    return {
      method,
      path,
      query: { ...unsigned, sign: sign({ path, query: unsigned, contentType, ...content }, pass.appSecret.reveal()) },
      headers: { 'content-type': contentType, 'x-tts-access-token': pass.access.reveal() },
      ...content,
    };
  }
}
