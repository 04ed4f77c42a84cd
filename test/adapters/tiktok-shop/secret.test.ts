import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../shared/adapters/tiktok-shop/secret.ts';

test('a secret shows itself to nobody who does not ask for it', () => {
  const secret = new Secret('TTP_hidden');
  const shown = [
    String(secret),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
    JSON.stringify({ secret }),
    format('%s %o %j', secret, secret, secret),
    Object.values(secret).join(''),
  ].join('\n');
  expect(shown).not.toContain('TTP_hidden');
  expect(shown).toContain('[secret]');
  expect(secret.reveal()).toBe('TTP_hidden');
});
