/** Markup that may stand in a page as it is: made by `html`, or of our own constants by `markup`. */
export interface Markup {
  readonly markup: string;
}

export type Fragment = string | number | Markup | undefined | readonly Fragment[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}

/** For our own constants only; nothing from outside may pass through here. */
export function markup(text: string): Markup {
  return { markup: text };
}

/**
 * Template for HTML text and quoted attributes: every value is escaped unless it is markup already.
 * The template's own indentation is dropped, so that mails stay small.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  const pieces = strings.map((text, index) => {
    const own = text.replace(/\n\s+/g, '\n');
    return index === 0 ? own : write(values[index - 1]) + own;
  });
  return { markup: pieces.join('') };
}

function write(value: Fragment): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(write).join('');
}
