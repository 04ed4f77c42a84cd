import { oneLine } from '../domain/one-line.ts';

/**
 * Text from outside made fit to stand in one line of a sentence: no line breaks, no control or bidi characters,
 * at most `max` code points. It is not escaped: each channel does that for where it lands.
 */
export function plain(text: string, max = 120): string {
  const line = oneLine(text);
  // Counting code points, not graphemes: one letter can carry kilobytes of combining marks.
  const points = Array.from(line.slice(0, max * 2 + 2));
  return points.length <= max
    ? points.join('')
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
