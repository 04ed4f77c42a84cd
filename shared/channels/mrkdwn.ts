const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** `&`, `<`, `>`: with these escaped, no link, mention or broadcast can be formed. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Slack has no escape for its formatting marks and emoji codes, so they become characters that look alike.
 * An underscore inside a word stays (`rts_sla_time`): Slack formats only from a word's edge.
 * Times such as 14:20:33 keep their colons: no emoji is called by digits alone.
 */
export function inert(text: string): string {
  return escapeSlack(
    text
      .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => lookalikes[mark] ?? '')
      .replace(/:(?=[a-z0-9_+'ˍ-]*[a-z+-][a-z0-9_+'ˍ-]*:)/gi, '∶'),
  );
}

/** Cuts at the last whole line that fits; a single line too long is cut itself, never inside an entity. */
export function fit(lines: readonly string[], max: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > max) break;
    kept.push(line);
    length += line.length + 1;
  }
  return kept.length > 0 ? kept.join('\n') : (lines[0] ?? '').slice(0, max - 1).replace(/&[a-z]*$/, '') + '…';
}
