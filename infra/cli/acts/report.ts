import type { Act } from '../../../shared/domain/act.ts';
import { iso, type Instant } from '../../../shared/domain/time.ts';
import { sortableTime } from '../../../shared/messages/moment.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { rowOf } from '../../local/watching/finding-row.ts';
import type { LiveFinding } from '../../local/watching/live-findings.ts';
import { headline, timeToLine } from '../finding-table.ts';
import { nameOf } from './by-name.ts';

/** What came of an act on a finding. */
export interface Acted {
  readonly of: LiveFinding;
  readonly act: Extract<Act, { kind: 'acknowledge' | 'snooze' | 'filed' | 'not-a-problem' }>;
  /** Else `act` is an earlier one that said it already. */
  readonly isNew: boolean;
}

/** One document: what stands in the record of each finding now. */
export function actsDocument(acted: readonly Acted[]) {
  return {
    acts: acted.map(({ of, act, isNew }) => ({
      shop: of.shop.id,
      finding: nameOf(of),
      stage: of.finding.stage,
      kind: act.kind,
      ...(act.kind === 'snooze' && { scope: act.scope, until: iso(act.until) }),
      at: iso(act.at),
      via: act.via,
      ...(act.by !== undefined && { by: act.by }),
      new: isNew,
    })),
  };
}

/** A line for each, which shows what was acted on as it stands. */
export function actsText(acted: readonly Acted[], now: Instant): string {
  const lines = acted.map((one) => `${lineOf(one)}: ${aboutText(one.of, now)}`);
  return [...lines, ...(acted.some(({ isNew }) => isNew) ? ['The next sweep goes by it.'] : [])].join('\n');
}

function lineOf({ of, act, isNew }: Acted): string {
  const name = nameOf(of);
  if (!isNew) return `Already dealt with by ${plain(act.by ?? act.via, 60)}, ${name}`;
  if (act.kind !== 'snooze') return `Acknowledged ${name}`;
  return `Snoozed ${scopeText(act, name)} until ${sortableTime(act.until, of.shop.zone)} (${of.shop.zone})`;
}

function scopeText({ scope }: Extract<Act, { kind: 'snooze' }>, name: string): string {
  switch (scope.kind) {
    case 'subject':
      return `what ${name} is about`;
    case 'carrier':
      return `all of carrier ${plain(scope.carrier, 60)}`;
    case 'lane':
      return `all of lane ${plain(scope.lane, 60)}`;
    case 'shop':
      return 'all of the shop';
  }
}

function aboutText(of: LiveFinding, now: Instant): string {
  const row = rowOf(of);
  return `${headline({ ...row, state: 'open', inhibitedBy: null })}, ${row.severity}, ${timeToLine(row, now)}.`;
}
