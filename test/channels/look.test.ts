import { describe, expect, it } from 'vitest';
import { palette } from '../../shared/channels/mail/look.ts';
import type { Tint } from '../../shared/channels/mail/look.ts';

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

const onCards: readonly Tint[] = ['text', 'soft', 'link', 'critical', 'breach', 'warning', 'solved'];
const pairs: readonly (readonly [text: Tint, ground: Tint])[] = [
  ...onCards.map((text) => [text, 'card'] as const),
  ['text', 'page'],
  ['soft', 'page'],
  ['text', 'inset'],
  ['soft', 'inset'],
  ['onButton', 'button'],
];

describe.each(['light', 'dark'] as const)('colours in the %s scheme', (scheme) => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(palette[text][scheme], palette[ground][scheme])).toBeGreaterThanOrEqual(4.5);
  });
});
