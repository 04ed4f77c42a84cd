import { html, Html } from '../html.ts';
import type { SlackBlock, SlackPayload, SlackText } from './slack-message.ts';

/** A Slack message as Slack would show it, near enough to judge it by. */
export function renderSlack({ text, blocks }: SlackPayload): Html {
  return blocks.length === 0 ? html`<p class="text">${renderMrkdwn(text)}</p>` : html`${blocks.map(renderBlock)}`;
}

function renderBlock(block: SlackBlock): Html {
  switch (block.type) {
    case 'header':
      return html`<h2>${block.text.text}</h2>`;
    case 'section':
      return html`${block.text !== undefined && html`<p class="text">${renderText(block.text)}</p>`}
      ${
        block.fields !== undefined &&
        html`<div class="fields">${block.fields.map((field) => html`<p class="text">${renderText(field)}</p>`)}</div>`
      }
      ${block.accessory !== undefined && renderElement(block.accessory)}`;
    case 'context':
      return html`<p class="context">
        ${block.elements.map((element) => html`<span>${renderElement(element)}</span> `)}
      </p>`;
    case 'actions':
      return html`<p class="actions">${block.elements.map(renderElement)}</p>`;
    case 'divider':
      return html`<hr />`;
    case 'image':
      return renderElement(block);
  }
}

type Element = Extract<SlackBlock, { type: 'actions' | 'context' }>['elements'][number];

function renderElement(element: Element): Html {
  switch (element.type) {
    case 'image':
      // Not fetched: the inbox never reaches out of this machine.
      return html`<span class="image">[${element.alt_text}]</span>`;
    case 'button':
      return element.url !== undefined && isWebAddress(element.url)
        ? html`<a class="button" href="${element.url}" rel="noreferrer noopener">${element.text.text}</a>`
        : html`<span class="button">${element.text.text}</span>`;
    case 'mrkdwn':
    case 'plain_text':
      return renderText(element);
  }
}

function renderText(text: SlackText): Html {
  return text.type === 'mrkdwn' ? renderMrkdwn(text.text) : html`${text.text}`;
}

const tokens =
  /```([\s\S]+?)```|`([^`\n]+)`|<((?:https?:|mailto:)[^|>\s]+)(?:\|([^>]*))?>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\5(?![\p{L}\p{N}])/gu;
const styles = { '*': 'strong', _: 'em', '~': 's' } as const;

/** Slack's markup: bold, italic, struck, code, links and quotes; nothing else becomes HTML. */
export function renderMrkdwn(source: string): Html {
  const parts: Html[] = [];
  let from = 0;
  for (const match of source.matchAll(tokens)) {
    const [whole, block, code, url, label, mark, inner = ''] = match;
    parts.push(plain(source.slice(from, match.index)));
    from = match.index + whole.length;
    if (block !== undefined) parts.push(html`<pre>${unescapeSlack(block)}</pre>`);
    else if (code !== undefined) parts.push(html`<code>${unescapeSlack(code)}</code>`);
    else if (url !== undefined) parts.push(link(unescapeSlack(url), unescapeSlack(label ?? url)));
    else parts.push(styled(mark, renderMrkdwn(inner)));
  }
  parts.push(plain(source.slice(from)));
  return html`${parts}`;
}

function link(url: string, label: string): Html {
  return html`<a href="${url}" rel="noreferrer noopener">${label}</a>`;
}

function styled(mark: string | undefined, inner: Html): Html {
  const tag = styles[mark as keyof typeof styles];
  return new Html(`<${tag}>${inner.toString()}</${tag}>`);
}

function plain(text: string): Html {
  return html`${unescapeSlack(text.replace(/^(?:&gt;|>) ?/gm, '▏ '))}`;
}

/** Senders escape these three and no others. */
function unescapeSlack(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
