import { findingKey } from '../domain/finding.ts';
import type { NoticeLine } from '../domain/notice.ts';

/** It does not wait for anybody's morning. */
export function isUrgent({ severity, transition }: NoticeLine): boolean {
  return severity === 'critical' && transition !== 'resolved';
}

/**
 * What is left to say when more has happened: of each finding how things stand now. What came and went is nothing, and
 * so is what went and came back.
 */
export function addHeld(held: readonly NoticeLine[], lines: readonly NoticeLine[]): readonly NoticeLine[] {
  const left = new Map(held.map((line) => [keyOf(line), line]));
  for (const line of lines) {
    const before = left.get(keyOf(line));
    const now = before ? both(before, line) : line;
    if (now) left.set(keyOf(line), now);
    else left.delete(keyOf(line));
  }
  return [...left.values()];
}

/** Without what has been told meanwhile. */
export function withoutTold(held: readonly NoticeLine[], told: readonly NoticeLine[]): readonly NoticeLine[] {
  const known = new Set(told.map(keyOf));
  return held.filter((line) => !known.has(keyOf(line)));
}

function both(before: NoticeLine, line: NoticeLine): NoticeLine | undefined {
  const isUnknown = opens(before);
  if (line.transition === 'resolved') return isUnknown ? undefined : line;
  if (before.transition === 'resolved' && opens(line)) return undefined;
  const remedy = line.remedy ?? before.remedy;
  return {
    ...line,
    transition: isUnknown ? before.transition : line.transition,
    ...(remedy !== undefined && { remedy }),
  };
}

function opens({ transition }: NoticeLine): boolean {
  return transition === 'opened' || transition === 'reopened';
}

function keyOf({ subject, check }: NoticeLine): string {
  return findingKey(subject, check);
}
