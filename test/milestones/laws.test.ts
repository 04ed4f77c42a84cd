import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../shared/milestones/registry.ts';
import { statedTexts } from './texts/every-language.ts';

const texts = Object.values(statedTexts).flatMap((rows) => rows.map(([text]) => text));
const places = [
  'LONDON',
  'Shenzhen',
  'Los Angeles, CA 90001',
  'São Paulo/SP',
  'Köln',
  'Bangkok',
  'Jakarta Selatan',
  'Kuala Lumpur',
  'Hà Nội',
  '深圳市',
  '東京',
  'กรุงเทพ',
  '[Guangzhou]',
  '(Leeds)',
  'Île-de-France',
];
const dates = ['2026-03-12 14:05', '12/03/2026', '12 Mar 2026', '14:05:33', '2026年3月12日', 'GMT+8'];
const numbers = fc.oneof(fc.integer().map(String), fc.constantFrom('YT2412345678901234', '#4711', '1.5 kg', '(3)'));
const added = fc.oneof(fc.constantFrom(...places), fc.constantFrom(...dates), numbers);

describe('what never changes a milestone', () => {
  it('a place, a date or a number before or after the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), added, added, (text, before, after) => {
        const { milestone } = classify(text);
        expect(classify(`${before} ${text}`).milestone).toBe(milestone);
        expect(classify(`${text}, ${after}`).milestone).toBe(milestone);
        expect(classify(`${before}: ${text} - ${after}`).milestone).toBe(milestone);
      }),
      { numRuns: 3_000 },
    );
  });

  it('letter case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.boolean()), (text, capitals) => {
        const flags = capitals[Symbol.iterator]();
        const mixed = Array.from(text, (letter) => (flags.next().value ? letter.toUpperCase() : letter.toLowerCase()));
        expect(classify(mixed.join(''))).toEqual(classify(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('what was read before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, number) => {
        expect(classify(`${text} ${number}`)).toEqual(classify(`${text} ${number + 1}`));
      }),
    );
  });

  it('and nothing makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void classify(text)));
  });
});
