import type { CarrierEvent, SecondTrace } from '../../shared/domain/second-trace.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { Announced, AskedParcel, TraceSource, TraceSources } from '../../shared/ports/trace-source.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

type Known = Pick<SecondTrace, 'state' | 'events'> & Partial<Pick<SecondTrace, 'carrier'>>;

/** A source as 17TRACK is one: it has to be told of a number, and answers for it from the next call on. */
export class FakeTraceSource implements TraceSources, TraceSource {
  readonly id = '17track';
  readonly batch = 40;
  /** What carriers know of their numbers; a test puts it there. */
  readonly carriers = new Map<string, Known>();
  /** `refused`: it does not take the key. `down`: it does not answer. */
  state: 'well' | 'refused' | 'down' = 'well';
  /** Numbers that it takes at most. */
  quota = Number.POSITIVE_INFINITY;
  calls = 0;
  /** Those of them that announced numbers. */
  registerings = 0;
  readonly #registered = new Set<string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  open(shop: Shop): Promise<TraceSource | undefined> {
    return Promise.resolve(shop.secondOpinion ? this : undefined);
  }

  /** A carrier that has scanned the number at these times. */
  tells(number: string, events: readonly CarrierEvent[], carrier?: string): void {
    this.carriers.set(number, { state: 'traced', events, ...(carrier !== undefined && { carrier }) });
  }

  forgets(number: string): void {
    this.#registered.delete(number);
  }

  async register(parcels: readonly AskedParcel[], now: Instant): Promise<Announced> {
    this.registerings += 1;
    const before = this.#registered.size;
    const traces = await this.#call('source.register', parcels, ({ number }) => {
      if (this.#registered.size >= this.quota && !this.#registered.has(number)) return undefined;
      this.#registered.add(number);
      return { number, source: this.id, askedAt: now, state: 'pending', announced: true, events: [] };
    });
    return { traces, registered: this.#registered.size - before, isUsedUp: traces.length < parcels.length };
  }

  query(parcels: readonly AskedParcel[], now: Instant): Promise<readonly SecondTrace[]> {
    return this.#call('source.query', parcels, ({ number }) => {
      if (!this.#registered.has(number)) return { number, source: this.id, askedAt: now, state: 'pending', events: [] };
      const known = this.carriers.get(number) ?? ({ state: 'not-found', events: [] } as const);
      return { number, source: this.id, askedAt: now, announced: true, ...known };
    });
  }

  #call(
    name: string,
    parcels: readonly AskedParcel[],
    answer: (parcel: AskedParcel) => SecondTrace | undefined,
  ): Promise<readonly SecondTrace[]> {
    this.calls += 1;
    return underPlan(this.#plan, name, () => {
      if (parcels.length > this.batch) throw new Error(`${parcels.length} numbers in one call`);
      if (this.state === 'refused') throw new Rejected('17track: the key is refused', 'credential');
      if (this.state === 'down') throw new Transient('17track: 503');
      return parcels.flatMap((parcel) => answer(parcel) ?? []);
    });
  }
}
