import { describe, expect, it } from 'vitest';
import { knownActs, noActs, withActs } from '../../shared/domain/known-acts.ts';
import { after, days, minutes } from '../../shared/domain/time.ts';
import { acknowledgementOf, snoozeOf } from '../../shared/jobs/act-by-command.ts';
import { aFinding } from '../support/a-finding.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder } from '../support/an-order.ts';
import { minutesFromNow, now } from '../support/moments.ts';

const subject = { kind: 'order', id: '5782' } as const;
const finding = aFinding();
const named = { subject, finding, watched: aWatchedOrder({ order: anOrder({ id: subject.id, carrier: 'Evri' }) }) };
const escalated = aFinding({
  stage: 'tracking-stale',
  last: { kind: 'escalated', at: minutesFromNow(5), run: 'later' },
});

describe('an act at the command line', () => {
  it('is the same one for everybody who says it of the same state', () => {
    const one = acknowledgementOf(named, noActs, { now, by: 'Li Wei' });
    expect(acknowledgementOf(named, noActs, { now: minutesFromNow(1) }).id).toBe(one.id);
    expect(acknowledgementOf({ ...named, finding: escalated }, noActs, { now }).id).not.toBe(one.id);
  });

  it('is another one after what was said in between', () => {
    const one = acknowledgementOf(named, noActs, { now });
    const { id: _, ...rest } = one;
    const dismissed = { ...rest, id: 'link', kind: 'not-a-problem', reason: 'gift', at: minutesFromNow(1) } as const;
    const again = acknowledgementOf(named, knownActs([one, dismissed]), { now: minutesFromNow(2) });
    expect(again.id).not.toBe(one.id);
    expect(withActs(finding, subject, knownActs([one, dismissed, again])).state).toBe('acknowledged');
  });

  it('does not hold for what became worse before its author looked', () => {
    const act = acknowledgementOf(named, noActs, { now: minutesFromNow(6) });
    expect(withActs(finding, subject, knownActs([act])).state).toBe('acknowledged');
    expect(withActs(escalated, subject, knownActs([act])).state).toBe('open');
  });
});

describe('a snooze at the command line', () => {
  const until = after(now, days(7));

  it('lasts a week at most, and covers what is known alone', () => {
    expect(snoozeOf(named, { until, scope: 'lane' }, noActs, { now })).toMatchObject({
      scope: { kind: 'lane', lane: 'evri/collection' },
      until,
      seen: finding.last.at,
    });
    expect(snoozeOf(named, { until: after(until, minutes(1)), scope: 'shop' }, noActs, { now })).toBe(
      'snooze-too-long',
    );
    expect(snoozeOf(named, { until: now, scope: 'shop' }, noActs, { now })).toBe('until-past');
    expect(snoozeOf({ subject, finding }, { until, scope: 'carrier' }, noActs, { now })).toBe('scope-unknown');
  });
});
