import { describe, expect, it } from 'vitest';
import type { CredentialItem } from '../../shared/domain/remediation.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { Locale, Shop } from '../../shared/domain/shop.ts';
import { renewCredential } from '../../shared/remedies/renew-credential.ts';
import { expectGolden } from '../channels/golden.ts';
import { aRemedyCall } from '../support/a-remediation.ts';
import { daysAgo, daysFromNow, hoursAgo } from '../support/moments.ts';
import { spoil } from '../support/spoil.ts';
import type { Spoil } from '../support/spoil.ts';

const source = { kind: 'credential' } as const;

/** Baseline: the link of an ERP with two weeks left. */
function anItem(changes: Spoil<CredentialItem> = {}): CredentialItem {
  return spoil<CredentialItem>(
    {
      kind: 'credential',
      key: 'credential-expiry/erp-link:erp#1',
      check: 'credential-expiry',
      stage: 'credential-expiring-14',
      credential: 'erp-link:erp',
      name: 'ERP link',
      owner: 'Li Wei',
      since: hoursAgo(1),
      deadline: { at: daysFromNow(13), source },
    },
    changes,
  );
}

function mailOf(item: CredentialItem, locale: Locale = 'en', credentials: Shop['credentials'] = []) {
  const call = aRemedyCall({ remedy: 'renew-credential', to: { address: 'operations@shop.example', locale } });
  return renewCredential.render({ ...call, shop: { ...call.shop, credentials }, items: [item] });
}

const dark = anItem({
  stage: 'parcels-dark',
  credential: 'forwarder-key:yun',
  name: 'YunExpress key',
  orders: 12,
  deadline: { at: daysAgo(2), source },
});
const darkKey = { id: 'yun', name: 'YunExpress key', kind: 'forwarder-key', carriers: ['YunExpress', '4PX'] } as const;

describe.each(locales)('a renewal, in %s', (locale) => {
  it('looks as stored, ahead of the line and behind it', () => {
    const ahead = mailOf(anItem(), locale);
    expectGolden(`renewal.${locale}.html`, ahead.html);
    expectGolden(`renewal.${locale}.txt`, `${ahead.subject}\n\n${ahead.text}`);
    const behind = mailOf(dark, locale, [darkKey]);
    expectGolden(`renewal-dark.${locale}.html`, behind.html);
    expectGolden(`renewal-dark.${locale}.txt`, `${behind.subject}\n\n${behind.text}`);
  });
});

describe('a renewal', () => {
  it('goes to operations, names the owner, and is one mail for one key', () => {
    const mail = mailOf(anItem());
    expect(mail.to).toEqual(['operations@shop.example']);
    expect(mail.subject).toBe('[Harbour Lane UK] Renew: ERP link');
    expect(mail.text).toContain('It is Li Wei’s to renew');
    expect(renewCredential.group(anItem())).toBe('erp-link:erp');
  });

  it('without an owner asks for one', () => {
    expect(mailOf(anItem({ owner: undefined })).text).toContain('Nobody is named as its owner');
  });

  it.each([
    ['api-key:app', 'expires in 13 days', '“issuedAt” of “app” in “credentials”'],
    ['erp-link:erp', 'expires in 13 days', 'authorize this shop again'],
    ['forwarder-key:yun', 'expires in 13 days', 'API settings'],
    ['authorization', 'expires in 13 days', 'npx tidewatch shop connect'],
    ['access-token', 'expires in 13 days', 'see in Partner Center'],
    ['second-source-key', 'expires in 13 days', '/tidewatch/second-opinions/<shop>'],
    ['smoke-signal:hill', 'expires in 13 days', '“issuedAt” of “hill” in “credentials”'],
  ])('of %s says how it stands and what to do', (credential, figure, step) => {
    const { text, html } = mailOf(anItem({ credential }));
    expect(text).toContain(figure);
    expect(text).toContain(step);
    expect(html).not.toContain('<app key>');
    expect(text).toContain('this closes by itself when the renewal is seen');
  });

  it.each([
    ['credential-expired', { at: daysAgo(2), source }, 'expired 2 days ago'],
    ['credential-refused', undefined, 'refused for 1 hour'],
    ['token-refresh-failing', { at: daysFromNow(3), source }, 'refused for 1 hour'],
  ])('at %s says so', (stage, deadline, figure) => {
    expect(mailOf(anItem({ stage, deadline })).text).toContain(figure);
  });

  it('counts what went dark, and names whose parcels hang on it', () => {
    const { text } = mailOf(dark, 'en', [darkKey]);
    expect(text).toContain('12 orders went silent when it ended.');
    expect(text).toContain('YunExpress, 4PX');
  });

  it.each(['<script>alert(1)</script>', 'a\r\nb', 'a\u202Eb', 'A'.repeat(10_240)])('lets %j do nothing', (text) => {
    const mail = mailOf(anItem({ credential: `erp-link:${text}`, name: text, owner: text }));
    expect(mail.html).not.toContain('<script');
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\p{Bidi_Control}/u);
    expect(mail.text.split('\n')).toHaveLength(mailOf(anItem()).text.split('\n').length);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html.length).toBeLessThan(20_000);
  });
});
