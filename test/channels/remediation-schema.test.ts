import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { remediationDocument } from '../../shared/channels/webhook/remediation-body.ts';
import { RemediationDocument, remediationSchema } from '../../shared/channels/webhook/remediation-document.ts';
import { aRemediation, aRemedyItem } from '../support/a-remediation.ts';
import { hoursAgo } from '../support/moments.ts';
import { expectGolden } from './golden.ts';

const published = join(import.meta.dirname, '../../shared/channels/webhook/remediation.schema.json');

it('the published schema is the one that requests are written by; UPDATE_GOLDEN=1 writes it', () => {
  const text = `${JSON.stringify(remediationSchema(), undefined, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(published, text);
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(text));
  expect(text).not.toContain('"additionalProperties": false');
});

it('a request about an order and one about a key are what the schema says, in plain text', () => {
  const order = aRemedyItem({
    carrier: 'Royal\r\nMail',
    deadline: { at: hoursAgo(2), source: { kind: 'platform', field: 'tts_sla_time' } },
    proof: { at: hoursAgo(40), text: 'Arrived', source: '17track' },
  });
  const credential = {
    key: 'credential-expiry/erp-link:erp#1',
    check: 'credential-expiry',
    stage: 'parcels-dark',
  } as const;
  const items = [
    order,
    {
      ...credential,
      kind: 'credential',
      credential: 'erp-link:erp',
      name: 'ERP link',
      owner: 'Li Wei',
      orders: 12,
      since: hoursAgo(3),
    },
  ] as const;
  const document = remediationDocument(aRemediation({ items }), 'https://door.example/remediations', 'en');
  expect(RemediationDocument.parse(document)).toEqual(document);
  expectGolden('remediation.json', `${JSON.stringify(document, undefined, 2)}\n`);
});
