import { expect, it } from 'vitest';
import { plain } from '../../shared/messages/plain.ts';

it.each([
  ['ordinary text stays as it is', 'Yanwen 燕文, Shēnzhèn', 20, 'Yanwen 燕文, Shēnzhèn'],
  ['line breaks become a blank', 'one\r\ntwo\u2028three', 20, 'one two three'],
  ['blanks at the ends go', '  Evri \t', 20, 'Evri'],
  ['writing direction cannot be turned', 'a\u202Eb\u2066c\u200Fd', 20, 'abcd'],
  ['invisible characters go', 'a\u200Bb\uFEFFc\u{E0041}d', 20, 'abcd'],
  ['half a surrogate pair is replaced', 'a\uD83D', 20, 'a\uFFFD'],
  ['joined emoji stay joined', '👨‍👩‍👧', 20, '👨‍👩‍👧'],
  ['text of just the length stays', 'abcde', 5, 'abcde'],
  ['longer text is cut and says so', 'abcdef', 5, 'abcd…'],
  ['no pair is cut in half', '📦📦📦📦', 3, '📦📦…'],
  ['nothing stays nothing', '\u0000\u202E', 5, ''],
])('%s', (_, text, max, made) => {
  expect(plain(text, max)).toBe(made);
});
