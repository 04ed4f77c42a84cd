import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withThresholds } from '../../infra/replay/with-thresholds.ts';
import { readThreshold, UnknownThreshold } from '../../infra/replay/threshold.ts';
import { checks } from '../../shared/checks/registry.ts';
import type { Check, OrderSubject, Setting } from '../../shared/checks/check.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { hours, minutes, type Duration } from '../../shared/domain/time.ts';
import { packs } from '../../shared/policies/registry.ts';
import { anyOrderSubject } from '../support/arbitrary-orders.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrder, anOrderInTransit } from '../support/an-order.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { traceSilent } from '../../shared/checks/trace-silent.ts';
import { confirmBy } from '../../shared/checks/confirm-by.ts';
import { deliverBy } from '../../shared/checks/deliver-by.ts';

function ruled(setting: Setting, ...set: readonly string[]): Setting {
  return {
    ...setting,
    policy: withThresholds(
      packs,
      set.map((text) => readThreshold(text, packs)),
    ),
  };
}

function stage(verdict: Verdict): string {
  return verdict.is === 'firing' ? verdict.stage : verdict.is;
}

function silent(length: Duration): OrderSubject {
  const last = hoursAgo(length / hours(1));
  return subject(anOrderInTransit({ createdAt: hoursAgo(200), collectedAt: last }), { scans: [last] });
}

describe('a silence that counts as stale after 60 hours instead of 72', () => {
  const setting = ruled(aSetting(), 'trace-silent.tracking-stale=60h');
  const rows: readonly [string, Duration, string][] = [
    ['is no warning at 48 hours', hours(48), 'ok'],
    ['is a warning a moment later, as ever', (hours(48) + 1) as Duration, 'trace-gap-48'],
    ['is a warning at 60 hours', hours(60), 'trace-gap-48'],
    ['is stale a moment later', (hours(60) + 1) as Duration, 'tracking-stale'],
  ];
  it.each(rows)('%s', (_, length, says) => {
    expect(stage(traceSilent.judge(silent(length), setting))).toBe(says);
  });

  it("keeps the platform's line where it is", () => {
    const verdict = traceSilent.judge(silent(hours(65)), setting);
    expect(verdict).toMatchObject({ stage: 'tracking-stale', deadline: { at: hoursFromNow(7) } });
  });
});

describe('a warning so long before the line', () => {
  const set = 'confirm-by.confirm-due-soon=-3h';
  const created = (age: number, platform = {}): OrderSubject =>
    subject(anOrder({ createdAt: hoursAgo(age), platform }));

  it('holds where a clause draws the line', () => {
    const setting = ruled(aSetting(), set);
    expect(stage(confirmBy.judge(created(20), setting))).toBe('ok');
    expect(stage(confirmBy.judge(created(22), setting))).toBe('confirm-due-soon');
    expect(stage(confirmBy.judge(created(25), setting))).toBe('confirm-overdue');
  });

  it("holds where the platform's own field does", () => {
    const setting = ruled(aSetting(), set);
    expect(stage(confirmBy.judge(created(1, { rts_sla_time: hoursFromNow(4) }), setting))).toBe('ok');
    expect(stage(confirmBy.judge(created(1, { rts_sla_time: hoursFromNow(2) }), setting))).toBe('confirm-due-soon');
  });

  it('holds where the buyer agreed to another day and no other line is known', () => {
    const shop = { packs: [] };
    const waits = { ...subject(anOrderInTransit()), deeds: { extendedUntil: hoursFromNow(30) } };
    const usual = deliverBy.judge(waits, aSetting('GB', now, shop));
    const early = deliverBy.judge(waits, ruled(aSetting('GB', now, shop), 'deliver-by.delivery-due-soon=-40h'));
    expect([stage(usual), stage(early)]).toEqual(['ok', 'delivery-due-soon']);
  });
});

/** They ask other checks whether an order is silent or late, so they change with those. */
const followers: Readonly<Record<string, readonly string[]>> = {
  'trace-silent': ['silence-cause', 'supplement-pending'],
  'pickup-by': ['silence-cause'],
};

const settable = checks.order.flatMap((check: Check<'order'>) =>
  (check.clocks ?? []).flatMap(({ stages }) => stages.map((of) => ({ check: check.id, ...of }))),
);

describe.each(settable.map((of) => [`${of.check}.${of.stage}`, of] as const))('setting %s', (name, of) => {
  it('changes when exactly that stage of that check begins, and no line', () => {
    const earlier = `${name}=${signed((of.begins - minutes(90)) / minutes(1))}`;
    const changed = withThresholds(packs, [readThreshold(earlier, packs)]);
    const isFollower = followers[of.check] ?? [];
    fc.assert(
      fc.property(anyOrderSubject, fc.constantFrom('GB', 'US', 'TH', 'DE'), (of2, market) => {
        const shop = { packs: packs.map(({ id }) => id), attests: ['qr-label' as const] };
        const usual = aSetting(market, now, shop);
        const other = { ...usual, policy: changed };
        for (const check of checks.order) {
          const [before, after] = [check.judge(of2, usual), check.judge(of2, other)].map(withoutTimes);
          if (check.id !== of.check && !isFollower.includes(check.id)) expect(after).toEqual(before);
          if (check.id !== of.check || JSON.stringify(before) === JSON.stringify(after)) continue;
          expect([before?.stage, after?.stage]).toContain(of.stage);
          if (before?.deadline && after?.deadline) expect(after.deadline).toEqual(before.deadline);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** When a stage began, and until when an `ok` holds, follow from the stage that was moved. */
function withoutTimes(verdict: Verdict): { readonly stage: string; readonly deadline?: unknown } {
  return { stage: stage(verdict), ...(verdict.is === 'firing' && verdict.deadline && { deadline: verdict.deadline }) };
}

function signed(count: number): string {
  return `${count < 0 ? '-' : '+'}${Math.abs(count)}m`;
}

describe('what cannot be set is told in one line, with what is known', () => {
  const rows: readonly [string, RegExp][] = [
    ['nonsense', /say which stage of which check, and when, e\.g\. trace-silent\.tracking-stale=60h/],
    ['trace-silent.tracking-stale=60', /say which stage/],
    ['trace-silent.tracking-stale=60x', /say which stage/],
    ['no-check.soon=1h', /no-check is no check; known are confirm-by, .*deliver-by/],
    ['watch-gap.monitor-heartbeat-missed=3h', /watch-gap has no threshold to set; known are/],
    ['trace-silent.soon=1h', /trace-silent has no stage soon to set; known are trace-gap-48, tracking-stale/],
    ['confirm-by.confirm-due-soon=18h', /counts from its line: say so long before it, confirm-due-soon=-18h, or after/],
  ];
  it.each(rows)('%s', (text, says) => {
    expect(() => readThreshold(text, packs)).toThrow(UnknownThreshold);
    expect(() => readThreshold(text, packs)).toThrow(says);
  });

  it('a stage that would overtake another', () => {
    const stale = [readThreshold('trace-silent.tracking-stale=40h', packs)];
    expect(() => withThresholds(packs, stale)).toThrow(/tracking-stale would begin before trace-gap-48.*set both/);
    const both = [...stale, readThreshold('trace-silent.trace-gap-48=30h', packs)];
    expect(() => withThresholds(packs, both)).not.toThrow();
  });
});
