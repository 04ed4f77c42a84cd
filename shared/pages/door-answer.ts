import { html, type Fragment } from '../channels/mail/html.ts';
import { locales, type Locale } from '../domain/shop.ts';
import type { DoorText, Paragraphs } from '../messages/door-text.ts';
import type { Messages } from '../messages/messages.ts';
import { messagesIn } from '../messages/registry.ts';
import { frame } from './frame.ts';

/** A page and how it is answered. */
export interface DoorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the log says of it beside the status. */
  readonly logged?: string;
}

/** Nobody knows who asks: both languages, and nothing of the shop. */
export function anonymousPage(status: number, pick: (text: DoorText) => Paragraphs): DoorAnswer {
  return bilingualPage(status, ({ door }) => pick(door));
}

/** One card in each language, one below the other; `more` stands below the text. */
export function bilingualPage(
  status: number,
  pick: (messages: Messages) => Paragraphs & { readonly more?: Fragment },
): DoorAnswer {
  const cards = locales.map((locale) => {
    const { title, text, more = '' } = pick(messagesIn(locale));
    const lines = text.map((line) => html`<p>${line}</p>`);
    // One heading of the first rank a page.
    const heading = locale === locales[0] ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`;
    return html`<section class="card" lang="${locale}">${heading}${lines}${more}</section>`;
  });
  const [first] = locales;
  return pageAnswer(status, first, pick(messagesIn(first)).title, cards);
}

export function pageAnswer(status: number, locale: Locale, title: string, body: Fragment): DoorAnswer {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-language': locale };
  return { status, headers, body: frame({ locale, title: `${title} · ${messagesIn(locale).door.product}`, body }) };
}
