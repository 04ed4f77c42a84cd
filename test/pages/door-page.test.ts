import { describe, expect, it } from 'vitest';
import type { LinkAction } from '../../shared/domain/action-link.ts';
import { locales, type Locale } from '../../shared/domain/shop.ts';
import { days, hours, after } from '../../shared/domain/time.ts';
import type { DoorOutcome, FormView, LinkAct, Matter } from '../../shared/jobs/door.ts';
import { doorPage } from '../../shared/pages/door-page.ts';
import { expectGolden } from '../channels/golden.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { aShop } from '../support/a-shop.ts';
import { hoursAgo, now } from '../support/moments.ts';

const path = '/act/26q1.payload.mac';
const nasty = '<script>alert(1)</script> "Evri" & Söhne';

function aMatter(locale: Locale): Matter {
  const line = aNoticeLine({
    check: 'trace-silent',
    stage: 'tracking-stale',
    severity: 'critical',
    carrier: nasty,
    number: 'H01GYF9095690155',
    lastEvent: { at: hoursAgo(80), text: nasty },
    deadline: { at: hoursAgo(8), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } },
  });
  return { shop: aShop({ name: `Harbour Lane ${nasty}` }), locale, now, line, isAwaited: true };
}

function aForm(locale: Locale, action: FormView['action'], changes: Partial<FormView> = {}): DoorOutcome {
  const scopes = ['subject', 'carrier', 'lane', 'shop'] as const;
  const form = {
    ...aMatter(locale),
    action,
    proof: 'proof',
    scopes,
    carrier: nasty,
    lane: `${nasty}/transit`,
    ...changes,
  };
  return { is: 'form', form };
}

/** Its order has left the book, and TikTok shows nothing of an appeal. */
function anAppeal(locale: Locale): FormView {
  const { line: _, ...matter } = aMatter(locale);
  return { ...matter, action: 'filed', proof: 'proof', scopes: ['subject', 'shop'], isAwaited: false, order: '57823' };
}

const finding = { check: 'trace-silent', subject: { kind: 'order', id: '578230114599817301' }, episode: 1 } as const;
const done = { id: 'link/1', at: hoursAgo(1), via: 'email:en', finding };
const scope = { kind: 'lane', lane: `${nasty}/collection` } as const;
const earlier = { ...done, kind: 'filed', by: nasty, ticket: 'T-1' } as const;
const actions: readonly Exclude<LinkAction, 'choose'>[] = [
  'acknowledge',
  'snooze',
  'filed',
  'extended',
  'not-a-problem',
];

describe.each(locales)('the pages of the front door, in %s', (locale) => {
  const matter = aMatter(locale);
  const doneBy = (act: LinkAct): DoorOutcome => ({
    is: 'done',
    reader: matter,
    act,
    ...(matter.line && { line: matter.line }),
    isAwaited: true,
    replayed: false,
  });
  const links = actions.map((action) => ({ action, href: `https://front-door.invalid/act/${action}` }));
  const outcomes: readonly (readonly [string, DoorOutcome, number])[] = [
    ['form-acknowledge', aForm(locale, 'acknowledge'), 200],
    ['form-snooze', aForm(locale, 'snooze'), 200],
    ['form-filed', aForm(locale, 'filed'), 200],
    ['form-extended', aForm(locale, 'extended'), 200],
    ['form-not-a-problem', aForm(locale, 'not-a-problem'), 200],
    [
      'form-again',
      aForm(locale, 'snooze', { wrong: 'until-past', sent: { until: 'at', at: '2025-01-01T09:00', by: nasty } }),
      422,
    ],
    ['choice', { is: 'choice', matter, links }, 200],
    ['choice-again', { is: 'choice', matter: { ...matter, earlier }, links }, 200],
    ['form-appeal', { is: 'form', form: anAppeal(locale) }, 200],
    ['done-acknowledge', doneBy({ ...done, kind: 'acknowledge' }), 200],
    ['done-snooze', doneBy({ ...done, kind: 'snooze', by: nasty, until: after(now, days(3)), scope }), 200],
    ['done-filed', doneBy({ ...done, kind: 'filed', by: nasty, ticket: nasty }), 200],
    ['done-extended', doneBy({ ...done, kind: 'extended', until: after(now, days(4)) }), 200],
    ['done-not-a-problem', doneBy({ ...done, kind: 'not-a-problem', by: nasty, reason: nasty }), 200],
    [
      'done-before',
      { is: 'done', reader: matter, act: { ...done, kind: 'acknowledge' }, isAwaited: false, replayed: true },
      409,
    ],
    ['expired', { is: 'expired', reader: matter }, 410],
    ['over', { is: 'over', reader: matter }, 410],
  ];

  it.each(outcomes)('%s looks as stored', (name, outcome, status) => {
    const page = doorPage(outcome, path);
    expect(page.status).toBe(status);
    expect(page.body).not.toContain('<script>');
    expectGolden(`page-${name}.${locale}.html`, page.body);
  });

  it('offer the other language, and stay on their own host', () => {
    const { body } = doorPage({ is: 'choice', matter, links }, path);
    expect(body).not.toContain('front-door.invalid');
    expect(body).toContain(`href="/act/snooze?lang=${locale}"`);
    expect(body).toContain(`href="${path}?lang=${locale === 'en' ? 'zh-CN' : 'en'}"`);
  });

  it('offer no moment beyond what a snooze may last', () => {
    const { body } = doorPage(aForm(locale, 'snooze'), path);
    const [, max = ''] = /max="([^"]+)"/.exec(body) ?? [];
    expect(Date.parse(`${max}Z`) - now).toBeLessThan(days(7) + hours(15));
  });
});

describe('what anybody may see', () => {
  const anonymous: readonly (readonly [DoorOutcome, number])[] = [
    [{ is: 'refused' }, 403],
    [{ is: 'not-found' }, 404],
    [{ is: 'wrong-method', allowed: ['GET'] }, 405],
    [{ is: 'expired' }, 410],
  ];
  it.each(anonymous)('$is is in both languages and names no shop', (outcome, status) => {
    const page = doorPage(outcome, path);
    expect(page.status).toBe(status);
    expect(page.body).toContain('lang="zh-CN"');
    expect(page.body).not.toContain(path);
    expectGolden(`page-${outcome.is}.html`, page.body);
  });

  it('after an act the browser is sent to the page that says it is done', () => {
    expect(doorPage({ is: 'accepted', path, locale: 'en' }, path)).toMatchObject({
      status: 303,
      headers: { location: `${path}?lang=en` },
      body: '',
    });
  });
});
