import type { Metric, Score } from '../domain/score.ts';
import { age, days, type Instant } from '../domain/time.ts';
import type { ShopSubject } from './check.ts';

/** Seller Center replaces its figures every Monday (pages of 2025): of an older one two successors were missed. */
const freshFor = days(14);

/** The newest that people imported, however old. */
export function importedScore({ scores }: ShopSubject, metric: Metric): Score | undefined {
  return scores?.findLast((score) => score.metric === metric);
}

/** Whether it still says something, as of the newest count of the shop's days. */
export function isFresh({ at }: Score, countedAt: Instant): boolean {
  return age(at, countedAt) <= freshFor;
}
