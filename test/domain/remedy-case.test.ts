import { describe, expect, it } from 'vitest';
import type { Act } from '../../shared/domain/act.ts';
import { knownActs } from '../../shared/domain/known-acts.ts';
import { stateOf, withAnswers, type RemedyCase } from '../../shared/domain/remedy-case.ts';
import { after, seconds } from '../../shared/domain/time.ts';
import { hoursAgo, now } from '../support/moments.ts';

const one: RemedyCase = {
  remedy: 'supplement-tracking',
  key: 'trace-silent/5782#1',
  request: 'r',
  askedAt: hoursAgo(10),
  order: '5782',
};
const key: RemedyCase = {
  remedy: 'renew-credential',
  key: 'credential-expiry/erp-link:erp#2',
  request: 'k',
  askedAt: hoursAgo(10),
};
const finding = { check: 'trace-silent', subject: { kind: 'order', id: '5782' }, episode: 1 } as const;
const filed: Act = { id: 'a', at: hoursAgo(4), via: 'email:en', kind: 'filed', finding, ticket: 'T-1' };
const answer = (outcome: 'done' | 'failed', request = 'r'): Act => ({
  id: 'b',
  at: hoursAgo(6),
  via: 'webhook/erp',
  kind: 'answer',
  request,
  outcome,
  reference: 'X-1',
});

describe('a case with what was answered', () => {
  it.each([
    ['nothing', [], {}],
    ['a ticket', [filed], { answeredAt: hoursAgo(4), ticket: 'T-1', by: 'email:en' }],
    [
      'a ticket of somebody with a name',
      [{ ...filed, by: 'Li Wei' }],
      { answeredAt: hoursAgo(4), ticket: 'T-1', by: 'Li Wei' },
    ],
    ['a system that has acted', [answer('done')], { answeredAt: hoursAgo(6), ticket: 'X-1', by: 'webhook/erp' }],
    [
      'both: the earlier counts, and people’s ticket is named',
      [filed, answer('done')],
      { answeredAt: hoursAgo(6), ticket: 'T-1', by: 'email:en' },
    ],
    ['a system that could not', [answer('failed')], { failedAt: hoursAgo(6), ticket: 'X-1', by: 'webhook/erp' }],
    [
      'a system that could not, and somebody who could',
      [answer('failed'), filed],
      { answeredAt: hoursAgo(4), ticket: 'T-1', by: 'email:en' },
    ],
    ['an answer to another request', [answer('done', 'other')], {}],
    ['a ticket of another episode', [{ ...filed, finding: { ...finding, episode: 2 } }], {}],
    ['a ticket of another order', [{ ...filed, finding: { ...finding, subject: { kind: 'order', id: '1' } } }], {}],
  ] as const)('%s', (_, acts, added) => expect(withAnswers(one, knownActs(acts))).toEqual({ ...one, ...added }));

  it('about a key goes by the key', () => {
    const subject = { kind: 'credential', id: 'erp-link:erp' } as const;
    const act: Act = { ...filed, finding: { check: 'credential-expiry', subject, episode: 2 } };
    expect(withAnswers(key, knownActs([act]))).toMatchObject({ ticket: 'T-1' });
  });
});

describe('what a case is at', () => {
  it.each([
    ['asked', {}, 'waiting'],
    ['answered', { answeredAt: hoursAgo(1) }, 'answered'],
    ['failed', { failedAt: hoursAgo(1) }, 'failed'],
    ['asked 48 hours ago', { askedAt: hoursAgo(48) }, 'waiting'],
    ['answered 40 hours ago, asked long before', { askedAt: hoursAgo(90), answeredAt: hoursAgo(40) }, 'answered'],
    ['failed, and 50 hours ago', { askedAt: hoursAgo(50), failedAt: hoursAgo(49) }, 'failed'],
    ['verified, however late', { askedAt: hoursAgo(90), end: { is: 'verified', at: hoursAgo(1) } }, 'verified'],
    ['closed', { end: { is: 'closed', at: hoursAgo(1) } }, 'closed'],
  ] as const)('%s: %o', (_, changes, state) => expect(stateOf({ ...one, ...changes }, now)).toBe(state));

  it('a second after 48 hours it is overdue', () => {
    expect(stateOf({ ...one, askedAt: hoursAgo(48) }, after(now, seconds(1)))).toBe('overdue');
  });
});
