import { timingSafeEqual } from 'node:crypto';

/** Compares signatures without telling by its duration where they differ. */
export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
