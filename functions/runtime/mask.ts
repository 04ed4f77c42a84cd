const secretName = /token|secret|passw|authorization|cookie|signature|cipher|^sign$|webhook|slack_?url/i;

/** Each rule keeps what names the secret and drops the secret itself. */
const rules: readonly { readonly pattern: RegExp; readonly by: string }[] = [
  {
    pattern:
      /((?:access|refresh|session)[_-]?token|app[_-]?secret|auth[_-]?code|shop[_-]?cipher|\bsign(?:ature)?|password)(["']?\s*[:=]\s*["']?)[^"'&\s,}]+/gi,
    by: '$1$2[secret]',
  },
  { pattern: /\b(Bearer|Basic)\s+[\w.~+/=-]+/g, by: '$1 [secret]' },
  // Tokens of TikTok Shop start with their region's mark.
  { pattern: /\b(TTP|ROW)_[\w-]+/g, by: '$1_[secret]' },
  { pattern: /\b(hooks\.slack\.com)\/[\w/-]+/g, by: '$1/[secret]' },
  { pattern: /\b(open\.(?:feishu\.cn|larksuite\.com))\/[\w/-]+/g, by: '$1/[secret]' },
  { pattern: /(\/webhook\/send\?key=)[\w-]+/g, by: '$1[secret]' },
  { pattern: /\b(xox[a-z])-[\w-]+/g, by: '$1-[secret]' },
  { pattern: /\bSEC[0-9a-f]{16,}\b/g, by: 'SEC[secret]' },
  { pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, by: '$1[secret]' },
  { pattern: /[\w.+-]+@[\w-]+(\.[\w-]+)+/g, by: '[address]' },
];

/**
 * The last net under every log line: errors of libraries may quote what they were sent.
 * Our own error text has ids and field paths only.
 */
export function maskText(text: string): string {
  return rules.reduce((masked, { pattern, by }) => masked.replaceAll(pattern, by), text);
}

/** For `JSON.stringify`: masks by the field's name, else by what the text looks like. */
export function maskField(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return secretName.test(name) ? '[secret]' : maskText(value);
}

/**
 * What may be logged or leave the function: name, message, stack and cause, masked. Other fields of an error
 * (a library's request or response) are dropped: Lambda prints every one of them.
 */
export function maskError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('Something was thrown that is no error');
  const masked = new Error(
    maskText(error.message),
    error.cause instanceof Error ? { cause: maskError(error.cause) } : {},
  );
  masked.name = error.name;
  masked.stack = maskText(error.stack ?? error.message);
  return masked;
}
