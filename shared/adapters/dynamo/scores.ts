import { dayOf } from '../../domain/day-totals.ts';
import { metrics, type Metric, type Score } from '../../domain/score.ts';
import { before, days, instant, type Duration } from '../../domain/time.ts';
import type { Scores } from '../../ports/scores.ts';
import { putAll } from './batch.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { expiry, isAlive, keyAttributes, keyOf, readNumber } from './item.ts';
import { recordPartition } from './keys.ts';
import { refuse } from './pack.ts';
import { readPartition } from './query.ts';

/** Half a year: TikTok's own pages show no more, and a forecast asks for less. */
const reach: Duration = days(26 * 7);

/** A little longer than the reach, for files that are imported late. */
const life: Duration = days(200);

/** Figures by metric and day. The reach counts from the newest one: a world in the past has figures of its own. */
export class DynamoScores implements Scores {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(shop: string): Promise<readonly Score[]> {
    const items = await readPartition(this.#table, recordPartition('score', shop));
    const known = items.filter((item) => isAlive(item, this.#table.clock)).map(decodeScore);
    const recent = metrics.flatMap((metric) => upToNewest(known.filter((score) => score.metric === metric)));
    return recent.toSorted((a, b) => a.at - b.at);
  }

  async put(shop: string, scores: readonly Score[]): Promise<void> {
    const pk = recordPartition('score', shop);
    const ttl = expiry(this.#table.clock.wall(), life);
    await putAll(
      this.#table,
      scores.map(({ metric, at, value }) => ({
        ...keyAttributes({ pk, sk: `${metric}#${dayOf(at)}` }),
        at: { N: String(at) },
        value: { N: String(value) },
        ...ttl,
      })),
    );
  }
}

function upToNewest(scores: readonly Score[]): readonly Score[] {
  const newest = Math.max(...scores.map(({ at }) => at));
  return scores.filter(({ at }) => at >= before(instant(newest), reach));
}

function decodeScore(item: Item): Score {
  return { metric: metricOf(item), at: instant(readNumber(item, 'at')), value: readNumber(item, 'value') };
}

function metricOf(item: Item): Metric {
  const { pk, sk } = keyOf(item);
  return metrics.find((metric) => sk.startsWith(`${metric}#`)) ?? refuse(`item ${pk} / ${sk}: no figure that we know`);
}
