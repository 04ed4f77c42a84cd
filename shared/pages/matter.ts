import { html, type Markup } from '../channels/mail/html.ts';
import { rowView } from '../channels/notice-row.ts';
import { stageText } from '../channels/told.ts';
import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { Locale, Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { messagesIn } from '../messages/registry.ts';

/** What a page knows of a finding and its reader. */
export interface Shown {
  readonly shop: Shop;
  readonly locale: Locale;
  readonly now: Instant;
  readonly line: NoticeLine;
}

/** A finding as a message would tell it, so that people know it again. */
export function matterBox({ shop, locale, now, line }: Shown): Markup {
  const messages = messagesIn(locale);
  const row = rowView(messages, asNotice({ shop, locale, now, line }), line);
  const { headline } = stageText(messages, line);
  const subject = html`<bdi>${row.subject}</bdi>`;
  return html`<section class="matter ${line.severity}" aria-label="${headline}">
    <p class="severity">${messages.severity[line.severity]}</p>
    <h2>${headline}</h2>
    <p>
      <strong>${row.href === undefined ? subject : html`<a href="${row.href}" rel="noopener">${subject}</a>`}</strong> ·
      ${row.timing}
    </p>
    <p>${row.what}</p>
    ${row.details.map(({ label, value }) => html`<p class="soft">${label}${messages.colon}<bdi>${value}</bdi></p>`)}
  </section>`;
}

/** From where the reader of a page looks: as that of a message. */
export function asNotice({ shop, locale, now }: Omit<Shown, 'line'> & { line?: NoticeLine }): NoticeRequest {
  const none = { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
  const { id, name, market, zone } = shop;
  return {
    v: 1,
    id: '',
    kind: 'first-look',
    shop: { id, name, market, zone },
    run: '',
    channel: { id: 'page', kind: 'page', locale, to: [] },
    now,
    counts: { ...none, warning: 0, breach: 0, critical: 0, inhibited: 0, quarantined: 0 },
    lines: [],
    more: 0,
  };
}
