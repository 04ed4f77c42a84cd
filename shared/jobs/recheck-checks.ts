import { stageOf } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import { isLive, type Finding } from '../domain/finding.ts';
import type { RecheckedCheck, RecheckedOther, RecheckedVerdict } from '../domain/recheck.ts';
import { ruleBehind } from '../domain/rule-behind.ts';
import { iso } from '../domain/time.ts';
import type { RestReason, Verdict } from '../domain/verdict.ts';
import type { WatchFinding } from '../ports/watch.ts';
import type { Check } from '../checks/check.ts';
import { lineTold } from './recheck-clocks.ts';

/** The rule asks nothing of such an order; all other reasons say that what it asks for is as it should be. */
const asksNothing: ReadonlySet<RestReason> = new Set<RestReason>([
  'order-closed',
  'abandoned',
  'other-state',
  'not-paid',
  'on-hold',
  'sample',
  'fulfilled-by-tiktok',
  'not-confirmed',
  'not-in-transit',
  'not-seller-shipped',
  'not-tiktok-shipped',
  'no-line',
  'line-passed',
  'no-rule',
  'not-declared',
  'nothing-told',
  'no-lane',
  'no-cancel-request',
]);

/**
 * One row for every check on orders. `stored`: the findings as the last sweep left them; `ahead`: as the next one
 * leaves them if nothing new becomes known, with its `run`.
 */
export function checkRows(
  verdicts: ReadonlyMap<string, Verdict>,
  stored: readonly Finding[],
  ahead: readonly Finding[],
  run: string,
): readonly RecheckedCheck[] {
  return checks.order.flatMap((check: Check<'order'>) => {
    const verdict = verdicts.get(check.id);
    if (!verdict) return [];
    const open = stored.find((finding) => finding.check === check.id && isLive(finding));
    const after = ahead.find((finding) => finding.check === check.id);
    return [
      {
        check: check.id,
        verdict: told(verdict, check),
        open: open?.stage ?? null,
        next: after?.last.run === run ? after.last.kind : null,
      },
    ];
  });
}

function told(verdict: Verdict, check: Check<'order'>): RecheckedVerdict {
  switch (verdict.is) {
    case 'unknown':
      return { is: 'unknown', because: verdict.because };
    case 'firing': {
      const { stage, since, deadline, facts = {} } = verdict;
      const severity = stageOf(check, stage)?.severity ?? 'warning';
      const rule = deadline ? undefined : ruleBehind({ facts });
      const line = lineTold(deadline);
      return { is: 'finding', stage, severity, since: iso(since), deadline: line, rule: rule ?? null, facts };
    }
    case 'ok': {
      const { because, deadline, reviewAt } = verdict;
      if (because !== undefined && asksNothing.has(because)) {
        return { is: 'does-not-apply', because, during: because === 'other-state' ? (check.during ?? null) : null };
      }
      const from = reviewAt === undefined ? null : iso(reviewAt);
      return { is: 'fine', because: because ?? null, deadline: lineTold(deadline), endangeredFrom: from };
    }
  }
}

/** The checks that judge the shop, its keys, or what many orders have in common, with what is open there. */
export function otherRows(findings: readonly WatchFinding[]): readonly RecheckedOther[] {
  const live = findings.filter(({ finding }) => isLive(finding));
  return ([...checks.credential, ...checks.shop, ...checks.incident] as const).map(({ id, on }) => ({
    check: id,
    on,
    open: live
      .filter(({ finding }) => finding.check === id)
      .map(({ subject, finding }) => ({ subject: subject.id, stage: finding.stage, since: iso(finding.since) })),
  }));
}
