const lookalikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '#': '＃',
  '|': '¦',
  '\\': '＼',
};

/** Clients turn bare addresses into links and `@all` into a call to everybody, whatever the markup says. */
export function unlinked(text: string): string {
  return text
    .replaceAll('://', '∶//')
    .replaceAll('@', '＠')
    .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2,})/gu, '․');
}

/**
 * For dialects of Markdown whose clients document no escape (WeCom, DingTalk): marks become characters that look
 * alike, entities stay letters. An underscore inside a word stays (`rts_sla_time`).
 */
export function inertMarkdown(text: string): string {
  return unlinked(text)
    .replace(/&(?=#?\w+;)/g, '＆')
    .replace(/[*~`[\]<>#|\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => lookalikes[mark] ?? '');
}

/** A link of ours: its label is inert, and what could end the address is percent-encoded. */
export function markdownLink(label: string, href: string): string {
  return `[${label}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
