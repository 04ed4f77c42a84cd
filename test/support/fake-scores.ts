import { dayOf } from '../../shared/domain/day-totals.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { Scores } from '../../shared/ports/scores.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Figures of every shop in memory. Nothing expires here, and nothing is too old. */
export class FakeScores implements Scores {
  /** What the people of every shop imported; a test puts it there. */
  readonly imported: Score[] = [];
  readonly #figures = new Map<string, Score & { readonly shop: string }>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(shop: string): Promise<readonly Score[]> {
    return underPlan(this.#plan, 'scores.list', () => {
      const own = [...this.#figures.values()].filter((figure) => figure.shop === shop);
      return [...this.imported, ...own]
        .map(({ metric, at, value }) => ({ metric, at, value }))
        .toSorted((a, b) => a.at - b.at);
    });
  }

  put(shop: string, scores: readonly Score[]): Promise<void> {
    return underPlan(this.#plan, 'scores.put', () => {
      for (const score of scores) {
        this.#figures.set(`${shop}/${score.metric}/${dayOf(score.at)}`, { ...score, shop });
      }
    });
  }
}
