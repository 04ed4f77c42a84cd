import { html, type Html } from '../html.ts';

const tokens = /\*\*(?=\S)([^\n]*?\S)\*\*|\[([^\]\n]*)\]\((https?:[^)\s]+)\)/gu;

/** The Markdown of group robots, near enough to judge it by: headings, bold and links; the rest is text. */
export function renderRobotMarkdown(source: string, decode: (text: string) => string = (text) => text): Html {
  return html`${source.split(/\n\s*\n/).map((block) => html`<p class="text">${renderBlock(block, decode)}</p>`)}`;
}

/** The same as plain text, for a line in a list. */
export function withoutMarks(source: string): string {
  return source.replace(/^#{1,6} /gm, '').replace(tokens, (_, bold?: string, label?: string) => bold ?? label ?? '');
}

function renderBlock(block: string, decode: (text: string) => string): Html {
  const heading = /^#{1,6} /.exec(block)?.[0];
  return heading === undefined
    ? renderInline(block, decode)
    : html`<strong class="heading">${renderInline(block.slice(heading.length), decode)}</strong>`;
}

function renderInline(source: string, decode: (text: string) => string): Html {
  const parts: Html[] = [];
  let from = 0;
  for (const match of source.matchAll(tokens)) {
    const [whole, bold, label, address] = match;
    parts.push(html`${decode(source.slice(from, match.index))}`);
    from = match.index + whole.length;
    if (bold !== undefined) parts.push(html`<strong>${renderInline(bold, decode)}</strong>`);
    else parts.push(html`<a href="${address}" rel="noreferrer noopener">${decode(label ?? '')}</a>`);
  }
  parts.push(html`${decode(source.slice(from))}`);
  return html`${parts}`;
}
