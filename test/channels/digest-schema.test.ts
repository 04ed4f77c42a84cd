import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestSchema } from '../../shared/channels/webhook/digest-document.ts';

const published = join(import.meta.dirname, '../../shared/channels/webhook/digest.schema.json');

it('the published schema is the one that digests are written by; UPDATE_GOLDEN=1 writes it', () => {
  const text = `${JSON.stringify(digestSchema(), undefined, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(published, text);
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(text));
});

it('a reader may let pass what a later version of ours adds', () => {
  expect(JSON.stringify(digestSchema())).not.toContain('"additionalProperties":false');
});
