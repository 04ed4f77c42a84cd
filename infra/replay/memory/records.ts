import { dayOf, type DayTotals } from '../../../shared/domain/day-totals.ts';
import type { NoticeLine } from '../../../shared/domain/notice.ts';
import { caseKey, type RemedyCase } from '../../../shared/domain/remedy-case.ts';
import type { Score } from '../../../shared/domain/score.ts';
import { before, days, type Instant } from '../../../shared/domain/time.ts';
import type { Cases } from '../../../shared/ports/cases.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { DayLog } from '../../../shared/ports/day-log.ts';
import type { LongLists } from '../../../shared/ports/long-lists.ts';
import type { Quarantine, QuarantinedOrder } from '../../../shared/ports/records.ts';

/** Sweeps ask for sixty days of totals. */
const keptDays = days(70);

export class MemoryDayLog implements DayLog {
  #days: readonly DayTotals[] = [];

  write(_: string, counted: readonly DayTotals[]): Promise<void> {
    const all = new Map([...this.#days, ...counted].map((of) => [of.day, of]));
    const inOrder = [...all.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
    const newest = inOrder.at(-1)?.day;
    const oldest = newest === undefined ? '' : dayOf(before(Date.parse(newest) as Instant, keptDays));
    this.#days = inOrder.filter(({ day }) => day >= oldest);
    return Promise.resolve();
  }

  since(_: string, day: string): Promise<readonly DayTotals[]> {
    return Promise.resolve(this.#days.filter((of) => of.day >= day));
  }
}

/** As long as the table keeps them. */
const caseLife = days(61);

/** Those that are over are found, as a repeated request finds them, and not listed: no sweep looks at them again. */
export class MemoryCases implements Cases {
  readonly #open = new Map<string, RemedyCase>();
  readonly #over = new Map<string, RemedyCase & { readonly end: NonNullable<RemedyCase['end']> }>();

  list(): Promise<readonly RemedyCase[]> {
    return Promise.resolve([...this.#open.values()]);
  }

  find(_: string, keys: readonly string[]): Promise<ReadonlyMap<string, RemedyCase>> {
    const found = keys.flatMap((key) => this.#open.get(key) ?? this.#over.get(key) ?? []);
    return Promise.resolve(new Map(found.map((one) => [caseKey(one), one])));
  }

  put(_: string, cases: readonly RemedyCase[]): Promise<void> {
    for (const one of cases) {
      const { end } = one;
      const key = caseKey(one);
      if (end) {
        this.#open.delete(key);
        this.#over.set(key, { ...one, end });
      } else this.#open.set(key, one);
    }
    return Promise.resolve();
  }

  /** They ended in the order in which they stand. */
  forget(now: Instant): void {
    const oldest = before(now, caseLife);
    for (const [key, { end }] of this.#over) {
      if (end.at >= oldest) return;
      this.#over.delete(key);
    }
  }
}

/** Lists that nobody refers to any more are let go of by the run. */
export class MemoryLongLists implements LongLists {
  readonly #lists = new Map<string, readonly NoticeLine[]>();

  put(_: string, id: string, lines: readonly NoticeLine[]): Promise<void> {
    this.#lists.set(id, lines);
    return Promise.resolve();
  }

  find(_: string, id: string): Promise<readonly NoticeLine[] | undefined> {
    return Promise.resolve(this.#lists.get(id));
  }

  get(id: string): readonly NoticeLine[] | undefined {
    return this.#lists.get(id);
  }

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#lists.keys()) if (!ids.has(id)) this.#lists.delete(id);
  }
}

/** Figures that people imported, each from the day on that it is for. */
export class DatedScores {
  readonly #scores: readonly Score[];
  readonly #clock: Clock;

  constructor(scores: readonly Score[], clock: Clock) {
    this.#scores = scores;
    this.#clock = clock;
  }

  list(): Promise<readonly Score[]> {
    const now = this.#clock.world();
    return Promise.resolve(this.#scores.filter(({ at }) => at <= now));
  }

  put(): Promise<void> {
    return Promise.resolve();
  }
}

export class MemoryQuarantine implements Quarantine {
  readonly #entries = new Map<string, QuarantinedOrder>();

  list(): Promise<readonly QuarantinedOrder[]> {
    return Promise.resolve([...this.#entries.values()]);
  }

  put(_: string, entries: readonly QuarantinedOrder[]): Promise<void> {
    for (const entry of entries) this.#entries.set(entry.order, entry);
    return Promise.resolve();
  }

  remove(_: string, orders: readonly string[]): Promise<void> {
    for (const order of orders) this.#entries.delete(order);
    return Promise.resolve();
  }
}
