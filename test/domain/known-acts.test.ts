import { describe, expect, it } from 'vitest';
import type { Act } from '../../shared/domain/act.ts';
import { isDealtWith, isSnoozed, knownActs, noActs, refKey, withActs } from '../../shared/domain/known-acts.ts';
import { after, hours } from '../../shared/domain/time.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { hoursAgo, now } from '../support/moments.ts';

const subject = { kind: 'order', id: '5782' } as const;
const finding = { check: 'trace-silent', subject, episode: 1 } as const;
const done = { via: 'email:en', finding } as const;
const acknowledged: Act = { ...done, id: 'a', at: hoursAgo(3), kind: 'acknowledge' };
const dismissed: Act = { ...done, id: 'b', at: hoursAgo(2), kind: 'not-a-problem', reason: 'known' };
const filed: Act = { ...done, id: 'c', at: hoursAgo(1), kind: 'filed', ticket: 'T-1' };
const answer = (id: string, outcome: 'done' | 'filed' | 'failed', at = now): Act => ({
  id,
  at,
  via: 'webhook/erp',
  kind: 'answer',
  request: 'r',
  outcome,
});

describe('what people did', () => {
  it('is known by its last word, in whatever order it is read', () => {
    for (const acts of [
      [acknowledged, dismissed],
      [dismissed, acknowledged],
    ]) {
      expect(knownActs(acts).taken.get(refKey(finding))).toEqual(dismissed);
    }
    const same = { ...dismissed, at: acknowledged.at };
    expect(knownActs([same, acknowledged]).taken.get(refKey(finding))).toEqual(same);
  });

  it('keeps the first ticket, and takes the finding on', () => {
    const { filed: tickets, taken } = knownActs([{ ...filed, id: 'd', at: now, ticket: 'T-2' }, filed]);
    expect(tickets.get(refKey(finding))).toEqual(filed);
    expect(taken.get(refKey(finding))).toMatchObject({ ticket: 'T-2' });
  });

  it('of answers keeps the last, but what is done stays done', () => {
    expect(knownActs([answer('1', 'failed', hoursAgo(2)), answer('2', 'filed')]).answers.get('r')?.outcome).toBe(
      'filed',
    );
    expect(knownActs([answer('1', 'done', hoursAgo(2)), answer('2', 'failed')]).answers.get('r')?.outcome).toBe('done');
  });

  it('an extension is a deed of the order, and no word on the finding', () => {
    const extended: Act = { ...done, id: 'e', at: now, kind: 'extended', until: now };
    expect(knownActs([extended])).toEqual(noActs);
  });
});

describe('a finding after what was done about it', () => {
  const known = knownActs([acknowledged]);

  it('is acknowledged, or dismissed where it is no problem, as of the act', () => {
    expect(withActs(aFinding(), subject, known)).toMatchObject({ state: 'acknowledged', actedAt: hoursAgo(3) });
    expect(withActs(aFinding(), subject, knownActs([filed]))).toMatchObject({
      state: 'acknowledged',
      actedAt: hoursAgo(1),
    });
    expect(withActs(aFinding(), subject, knownActs([dismissed]))).toMatchObject({ state: 'dismissed' });
  });

  it.each([
    ['another episode', aFinding({ episode: 2 }), subject],
    ['another check', aFinding({ check: 'deliver-by' }), subject],
    ['another order', aFinding(), { kind: 'order', id: '1' } as const],
    ['another kind of subject', aFinding(), { kind: 'credential', id: '5782' } as const],
    ['one that is over', aResolvedFinding(), subject],
    ['one in which this act was counted', aFinding({ actedAt: hoursAgo(3) }), subject],
    ['one in which a later act was counted', aFinding({ actedAt: hoursAgo(1) }), subject],
  ] as const)('%s stays the same object', (_, one, about) => expect(withActs(one, about, known)).toBe(one));

  it('counts an act that came after the last that was counted', () => {
    expect(withActs(aFinding({ actedAt: hoursAgo(4) }), subject, known).actedAt).toBe(hoursAgo(3));
  });
});

describe('a snooze', () => {
  const about = { subject, carriers: ['Yun Express'], lane: 'yunexpress/transit' };
  it.each([
    ['its subject', { kind: 'subject', subject }, true],
    ['another of the same kind', { kind: 'subject', subject: { kind: 'order', id: '1' } }, false],
    ['another kind with the same id', { kind: 'subject', subject: { kind: 'shop', id: '5782' } }, false],
    ['its carrier, however it is spelled', { kind: 'carrier', carrier: 'YUNEXPRESS' }, true],
    ['another carrier', { kind: 'carrier', carrier: 'Evri' }, false],
    ['its lane', { kind: 'lane', lane: 'yunexpress/transit' }, true],
    ['the same carrier’s other lane', { kind: 'lane', lane: 'yunexpress/collection' }, false],
    ['the shop', { kind: 'shop' }, true],
  ] as const)('of %s: %o is %s', (_, scope, covered) => expect(isSnoozed(about, scope)).toBe(covered));
});

describe('what a line tells is dealt with', () => {
  const about = { ref: finding, subject, carriers: [] };
  const snooze: Act = {
    ...done,
    id: 's',
    at: hoursAgo(2),
    kind: 'snooze',
    until: after(now, hours(1)),
    scope: { kind: 'shop' },
  };

  it('by an act at or after what it tells, and by none before', () => {
    const known = knownActs([acknowledged]);
    expect(isDealtWith(about, hoursAgo(4), now, known)).toBe(true);
    expect(isDealtWith(about, hoursAgo(3), now, known)).toBe(true);
    expect(isDealtWith(about, hoursAgo(2), now, known)).toBe(false);
  });

  it('by a snooze that lasts', () => {
    const known = knownActs([snooze]);
    expect(isDealtWith(about, hoursAgo(2), now, known)).toBe(true);
    expect(isDealtWith(about, hoursAgo(1), now, known)).toBe(false);
    expect(isDealtWith(about, hoursAgo(3), after(now, hours(1)), known)).toBe(false);
  });

  it('by nothing that nobody did', () => expect(isDealtWith(about, hoursAgo(9), now, noActs)).toBe(false));
});
