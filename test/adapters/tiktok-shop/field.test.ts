import { expect, it } from 'vitest';
import { shortText } from '../../../shared/adapters/tiktok-shop/field.ts';

const rows: [string, unknown, string | undefined][] = [
  ['a carrier as it is', 'Royal Mail', 'Royal Mail'],
  ['blank is no text', '  ', undefined],
  ['nor is null', null, undefined],
  ['control characters are taken out', 'Royal\u0000\r\nMail', 'Royal Mail'],
  ['ten thousand letters are cut to a hundred', 'x'.repeat(10_000), 'x'.repeat(100)],
  ['and no character in half', '📦'.repeat(150), '📦'.repeat(100)],
];
it.each(rows)('%s', (_, given, expected) => expect(shortText.parse(given)).toBe(expected));
