import { describe, expect, it } from 'vitest';
import { unwatched, unwatchedByNeed } from '../../shared/checks/unwatched.ts';
import { unwatchedRuleIds } from '../../shared/domain/not-watched.ts';
import { toldVerdict } from '../support/told-verdict.ts';
import { orderScenes } from './order-scenes.ts';
import { otherScenes } from './other-scenes.ts';
import { traceScenes } from './trace-scenes.ts';

/** Every rule a seller is judged by, by the names its documents go by: 56. */
const catalogue = `
  confirm-due-soon confirm-overdue confirm-late-rate confirm-rate-budget order-sync-lag pick-start-slow
  label-not-platform carrier-not-approved address-not-latin declared-name-mismatch battery-flag-missing
  eu-qr-label-missing pickup-due-soon pickup-overdue pickup-predicted-late first-feedback-overdue not-picked-up
  pickup-slow-lane trace-gap-48 stale-predicted tracking-stale api-sync-failure carrier-stalled milestone-missing
  trace-completeness-low tracking-supplement-pending delivery-due-soon delivery-predicted-late delivery-overdue
  delivery-late-counted late-rate-budget lts-below-75 lts-forecast-below-75 kpi-one-week-miss kpi-two-week-miss
  claim-eligible credential-expiring credential-expired token-refresh-failing authorization-expiring source-stale
  carrier-check-needed customs-hold delivery-exception monitor-heartbeat-missed auto-cancel-ship-soon
  auto-cancel-collect-soon auto-cancel-deliver-soon ship-sla-due collect-sla-due delivery-sla-due sea-cutoff-soon
  cancel-request-due number-edit-window tracking-id-abnormal last-mile-unfollowed
`
  .trim()
  .split(/\s+/);

const scenes = { ...orderScenes, ...traceScenes, ...otherScenes };

describe('every rule of the catalogue is watched, or said not to be', () => {
  it('counts 56', () => {
    expect(catalogue).toHaveLength(56);
    expect(new Set(catalogue).size).toBe(56);
  });

  it('has a scene for each, or names what it still needs', () => {
    expect([...Object.keys(scenes), ...unwatchedRuleIds].toSorted()).toEqual(catalogue.toSorted());
  });

  it('names each rule without a check once, under what it needs', () => {
    const named = unwatchedByNeed.flatMap(({ needs, rules }) => rules.map((rule) => [rule, needs]));
    expect(Object.fromEntries(named)).toEqual(unwatched);
    expect(named).toHaveLength(unwatchedRuleIds.length);
  });

  it.each(Object.entries(scenes))('%s fires, and its twin is quiet', (_, { says, firing, quiet, unconnected }) => {
    expect(toldVerdict(firing()).trim()).toBe(says);
    expect(toldVerdict(quiet())).toBe('ok');
    if (unconnected)
      expect(toldVerdict(unconnected())).toMatch(/^unknown: (?:needs-|no-deadline-known|issue-date-missing)/);
  });
});
