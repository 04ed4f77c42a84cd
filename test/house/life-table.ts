import type { Finding } from '../../shared/domain/finding.ts';
import { reconcile, resolve, type Judged, type Occasion } from '../../shared/domain/reconcile.ts';
import { days } from '../../shared/domain/time.ts';
import { ok, unknown, type Verdict } from '../../shared/domain/verdict.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

const judged: Judged = {
  check: 'trace-silent',
  stages: [
    { id: 'trace-gap-48', severity: 'warning' },
    { id: 'tracking-stale', severity: 'critical' },
  ],
};
const on: Occasion = { now, run: 'this-run', quiet: false, remindAfter: { warning: days(1) } };

function fires(stage: string): Verdict {
  return { is: 'firing', stage, since: hoursAgo(2) };
}

const toldLongAgo = { last: { kind: 'opened', at: daysAgo(2), run: 'r' } } as const;
const known: readonly (readonly [string, Finding | undefined])[] = [
  ['none', undefined],
  ['open', aFinding()],
  ['open, told of longer ago than `remindAfter`', aFinding(toldLongAgo)],
  ['open since a first look, longer than `remindAfter`', aFinding({ ...toldLongAgo, quiet: true })],
  ['acknowledged', aFinding({ state: 'acknowledged', ...toldLongAgo })],
  ['snoozed', aFinding({ state: 'snoozed', ...toldLongAgo })],
  ['resolved', aResolvedFinding({ resolvedBecause: 'condition-cleared' })],
];

const verdicts: readonly (readonly [string, (finding: Finding | undefined) => Finding | undefined])[] = [
  ['ok', (finding) => reconcile(finding, ok, judged, on)],
  ['firing', (finding) => reconcile(finding, fires('trace-gap-48'), judged, on)],
  ['firing in a later stage', (finding) => reconcile(finding, fires('tracking-stale'), judged, on)],
  ['unknown', (finding) => reconcile(finding, unknown('trace-not-read'), judged, on)],
  ['order closed, or check retired', (finding) => finding && resolve(finding, 'order-closed', on)],
];

/** The life of a finding as its code lives it: known state down, verdict across. */
export function lifeRows(): readonly (readonly string[])[] {
  return [
    ['known ↓ / verdict →', ...verdicts.map(([name]) => name)],
    ...known.map(([name, finding]) => [
      name,
      ...verdicts.map(([verdict, judge]) => transition(finding, judge(finding), verdict)),
    ]),
  ];
}

function transition(before: Finding | undefined, after: Finding | undefined, verdict: string): string {
  if (after === undefined) return '–';
  if (before === after) return after.state === 'resolved' || verdict === 'unknown' ? '–' : 'seen';
  const dropped = before && before.state !== 'open' && after.state === 'open' && after.last.kind === 'escalated';
  return `**${after.last.kind}**${dropped ? ' (speaks again)' : ''}`;
}
