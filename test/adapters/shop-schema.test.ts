import { describe, expect, it } from 'vitest';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import { parseShop } from '../../shared/adapters/shop-file.ts';
import { aShop } from '../support/a-shop.ts';

const known = {
  checks: ['trace-silent', 'confirm-by'],
  remedies: ['chase-carrier'],
  packs: ['article'],
  countries: ['CN'],
  channels: {},
};

function parse(changes: object): ReturnType<typeof parseShop> {
  return parseShop(JSON.stringify({ ...entryOf(aShop()), ...changes }), known);
}

function key(changes: object): object {
  return { credentials: [{ id: 'x', name: 'Our key', ...changes }] };
}

describe('what people vouch for and ship with', () => {
  const rows: [string, object, string][] = [
    [
      'a key of another kind',
      key({ kind: 'ssh' }),
      '  credentials[0].kind: "ssh" is not a kind of key (api-key, erp-link, forwarder-key); for example "erp-link"',
    ],
    [
      'a single carrier that is no list',
      { approvedCarriers: 'YunExpress' },
      '  approvedCarriers: must be a list of names or ids; for example ["YunExpress", "4PX"]',
    ],
    [
      'an empty list of carriers',
      { approvedCarriers: [] },
      '  approvedCarriers: approves no carrier; leave it out if you keep no list; for example ["YunExpress", "4PX"]',
    ],
    [
      'a carrier without a name',
      { approvedCarriers: ['4PX', ' '] },
      '  approvedCarriers[1]: must be a name or an id that is not empty; for example "YunExpress"',
    ],
    [
      'a carrier that is a number',
      { approvedCarriers: [7_117_858] },
      '  approvedCarriers[0]: must be a name or an id that is not empty; for example "YunExpress"',
    ],
    [
      'a carrier that is an essay',
      { approvedCarriers: ['x'.repeat(101)] },
      '  approvedCarriers[0]: is longer than any name; for example "YunExpress"',
    ],
    [
      'a carrier’s contact that is no list',
      { carriers: { YunExpress: 'ops@carrier.example' } },
      '  carriers: must be a list; for example [{"name": "YunExpress", "contact": "ops@carrier.example"}]',
    ],
    [
      'a carrier’s contact that is no address',
      { carriers: [{ name: 'YunExpress', contact: 'ops@carrier.example\nBcc: thief@evil.example' }] },
      '  carriers[0].contact: is not an e-mail address; for example "ops@carrier.example"',
    ],
    [
      'a contact of no carrier',
      { carriers: [{ name: ' ', contact: 'ops@carrier.example' }] },
      '  carriers[0].name: must be a name or an id that is not empty; for example "YunExpress"',
    ],
    [
      'a carrier in a language that nobody writes',
      { carriers: [{ name: 'YunExpress', contact: 'ops@carrier.example', locale: 'fr' }] },
      '  carriers[0].locale: "fr" is not a language we write (en, zh-CN); for example "en"',
    ],
    [
      'one carrier with two contacts',
      { carriers: ['YunExpress', 'yun express'].map((name) => ({ name, contact: 'ops@carrier.example' })) },
      '  carriers[1].name: "yun express" is there twice; for example leave the older one out',
    ],
    [
      'numbers that may perhaps be corrected',
      { correctNumbers: 'yes' },
      '  correctNumbers: "yes" can be left out or be true; for example true',
    ],
    [
      'a dry run of what is no remedy',
      { dryRun: ['pray'] },
      '  dryRun[0]: "pray" is no remedy (known: chase-carrier); for example "chase-carrier"',
    ],
    [
      'something that nobody can attest',
      { attests: ['qr-label', 'weather'] },
      '  attests[1]: "weather" is nothing to attest (qr-label, declared-name, label, battery, pick-start); for example "qr-label"',
    ],
    [
      'one attestation that is no list',
      { attests: 'qr-label' },
      '  attests: must be a list; for example ["qr-label", "declared-name"]',
    ],
  ];
  it.each(rows)('%s is refused with where, what and how instead', (_, changes, said) => {
    expect(() => parse(changes)).toThrow(said);
  });

  it('may be left out: then it is not watched, and a key is an API key', () => {
    const shop = parse(key({}));
    expect(shop).not.toHaveProperty('approvedCarriers');
    expect(shop).not.toHaveProperty('attests');
    expect(shop.credentials).toEqual([{ id: 'x', name: 'Our key', kind: 'api-key' }]);
  });
});

describe('who hears what', () => {
  const boss = (changes: object) => ({ recipients: [{ address: 'boss@shop.example', ...changes }] });
  const rows: [string, object, string][] = [
    [
      'one who listens in a way of their own without a name',
      boss({ hears: { severity: 'breach' } }),
      '  recipients[0].id: is missing, and `hears` and `quietHours` need one; for example "boss"',
    ],
    [
      'a severity that does not exist',
      boss({ id: 'boss', hears: { severity: 'urgent' } }),
      '  recipients[0].hears.severity: "urgent" is no severity (warning, breach, critical); for example "breach"',
    ],
    [
      'a check that does not exist',
      boss({ id: 'boss', hears: { checks: ['trace-quiet'] } }),
      '  recipients[0].hears.checks[0]: "trace-quiet" is no check (the README lists them); for example "trace-silent"',
    ],
    [
      'a person who is to carry out remedies as a system does',
      boss({ id: 'boss', hears: { remedies: true } }),
      '  recipients[0].hears.remedies: is for channels of kind webhook alone; take it off here',
    ],
    [
      'quiet hours that are no time',
      { quietHours: { from: '22', to: '08:00' } },
      '  quietHours.from: "22" is not a time of day; for example "22:00"',
    ],
    [
      'quiet hours without end',
      { quietHours: { from: '08:00', to: '08:00' } },
      '  quietHours.to: is the same as `from`; for example "08:00"',
    ],
    [
      'two of one name',
      { recipients: [1, 2].map(() => ({ id: 'boss', address: 'boss@shop.example' })) },
      '  recipients[1].id: "boss" is there twice; for example "boss-2"',
    ],
  ];
  it.each(rows)('%s', (_, changes, complaint) => {
    expect(() => parse(changes)).toThrow(complaint);
  });
});
