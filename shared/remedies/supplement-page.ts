import type { Locale } from '../domain/shop.ts';
import { html } from '../channels/mail/html.ts';
import type { Markup } from '../channels/mail/html.ts';
import { paint } from '../channels/mail/look.ts';
import { card, link, page, table } from '../channels/mail/page.ts';
import { messagesIn } from '../messages/registry.ts';

export interface SupplementRow {
  readonly order: string;
  readonly href: string;
  readonly silence: string;
  readonly number: string;
  readonly parcel: string;
  readonly lastScan: string;
  /** Empty where nobody has compared. */
  readonly proof: string;
  readonly deadline: string;
  /** Where its ticket's number is noted. */
  readonly filedAt?: string;
}

/** The request in words; nothing in it is escaped yet. */
export interface SupplementView {
  readonly locale: Locale;
  readonly subject: string;
  readonly shop: string;
  readonly when: string;
  readonly title: string;
  readonly longest: string;
  readonly category: string;
  readonly categoryNote: string;
  /** Every order has a scan of the carrier's that TikTok lacks. */
  readonly isProven: boolean;
  readonly alternative: string;
  readonly tickets: readonly { readonly locale: Locale; readonly text: string }[];
  readonly rows: readonly SupplementRow[];
  readonly hidden: number;
}

const heading = paint('margin:0 0 8px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' });
const small = paint('margin:0 0 4px;font-size:13px;line-height:19px', { text: 'soft' });

export function supplementPage(view: SupplementView): string {
  const messages = messagesIn(view.locale);
  const text = messages.supplement;
  return page({
    locale: view.locale,
    title: view.subject,
    preheader: text.why,
    cards: [hero(view), ticketCard(view), parcelsCard(view)],
    footer: [messages.notice.footer],
  });
}

function hero(view: SupplementView): Markup {
  const messages = messagesIn(view.locale);
  const text = messages.supplement;
  return card(
    html`<p ${small}>
        <strong ${paint('font-weight:600', { text: 'text' })}><bdi>${view.shop}</bdi></strong
        ><br />${view.when}
      </p>
      <h1 ${paint('margin:8px 0 10px;font-size:23px;line-height:30px;font-weight:700', { text: 'text' })}>
        ${view.title}
      </h1>
      <p style="margin:0 0 12px"><strong>${view.longest}</strong>${messages.gap}${text.why}</p>
      <table ${table} style="width:100%">
        <tr>
          <td
            ${paint('padding:14px 16px;border-radius:8px;border-left:4px solid', { ground: 'inset', edge: 'critical' })}
          >
            <h2 ${paint('margin:0 0 4px;font-size:15px;line-height:22px;font-weight:700', { text: 'text' })}>
              ${text.checkFirst}
            </h2>
            <p ${small}>${view.isProven ? text.compared : text.notCompared}</p>
            <ol style="margin:8px 0 0;padding:0 0 0 22px;font-size:14px;line-height:21px">
              ${stepsOf(view).map((step) => html`<li style="margin:0 0 4px">${step}</li>`)}
            </ol>
          </td>
        </tr>
      </table>`,
  );
}

function stepsOf({ isProven, locale }: SupplementView): readonly string[] {
  const { provenSteps, steps } = messagesIn(locale).supplement;
  return isProven ? provenSteps : steps;
}

function ticketCard(view: SupplementView): Markup {
  const messages = messagesIn(view.locale);
  const text = messages.supplement;
  return card(
    html`<h2 ${heading}>${text.category}</h2>
      <p style="margin:0 0 4px;font-weight:600">${view.category}</p>
      <p ${small}>${view.categoryNote}</p>
      <p ${small}>${text.alternative}${messages.colon}${view.alternative}</p>
      <p ${small}>${text.sevenDays}</p>
      <h2 ${paint('margin:18px 0 4px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' })}>
        ${text.ticketText}
      </h2>
      ${view.tickets.map(
        ({ locale, text: body }) =>
          html`<h3 ${paint('margin:10px 0 4px;font-size:13px;line-height:19px;font-weight:600', { text: 'soft' })}>
              ${messagesIn(locale).supplement.ticketLanguage}
            </h3>
            <div
              lang="${locale}"
              ${paint('margin:0;padding:12px 14px;border-radius:8px;font-size:13px;line-height:20px', { ground: 'inset', text: 'text' })}
            >
              ${lines(body)}
            </div> `,
      )}`,
  );
}

/** Line breaks as elements: Outlook drops those of `white-space: pre-line`, and a paste keeps these. */
function lines(text: string): readonly Markup[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

function parcelsCard(view: SupplementView): Markup {
  const messages = messagesIn(view.locale);
  const text = messages.notice;
  const cells = paint('padding:12px 0 0;border-top:1px solid;vertical-align:top', { edge: 'line', classes: 'stack' });
  const right = paint(
    'padding:12px 0 0 12px;border-top:1px solid;vertical-align:top;text-align:right;font-weight:600',
    {
      text: 'critical',
      edge: 'line',
      classes: 'stack last',
    },
  );
  const rows = view.rows.map(
    (row) =>
      html`<tr>
          <td ${cells}><strong>${link(html`${text.order} <bdi>${row.order}</bdi>`, row.href)}</strong></td>
          <td ${right}>${row.silence}</td>
        </tr>
        <tr>
          <td colspan="2" ${paint('padding:2px 0 12px;font-size:13px;line-height:19px', { text: 'soft' })}>
            ${details(row, view.locale)}${row.filedAt === undefined ? '' : html`<br />${link(messages.door.send.filed, row.filedAt)}`}
          </td>
        </tr> `,
  );
  return card(
    html`<h2 ${heading}>${messages.supplement.parcels}</h2>
      <table ${table} style="width:100%">
        ${rows}
      </table>
      ${view.hidden > 0 ? html`<p ${small}>${messages.supplement.notShown(view.hidden)}</p>` : ''}`,
  );
}

function labelled(row: SupplementRow, locale: Locale): readonly (readonly [string, string])[] {
  const text = messagesIn(locale).notice;
  const all = [
    [text.carrier, row.number],
    [text.parcel, row.parcel],
    [text.lastScan, row.lastScan],
    [messagesIn(locale).supplement.proof, row.proof],
    [text.deadline, row.deadline],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

function details(row: SupplementRow, locale: Locale): readonly Markup[] {
  const { colon } = messagesIn(locale);
  return labelled(row, locale).map(([label, value], index) =>
    index === 0 ? html`${label}${colon}<bdi>${value}</bdi>` : html`<br />${label}${colon}<bdi>${value}</bdi>`,
  );
}

export function supplementPlain(view: SupplementView): string {
  const messages = messagesIn(view.locale);
  const { colon, notice, supplement: text } = messages;
  const blocks = [
    [view.shop, view.when],
    [view.title, view.longest, text.why],
    [
      text.checkFirst,
      view.isProven ? text.compared : text.notCompared,
      ...stepsOf(view).map((step, index) => `${index + 1}. ${step}`),
    ],
    [
      `${text.category}${colon}${view.category}`,
      view.categoryNote,
      `${text.alternative}${colon}${view.alternative}`,
      text.sevenDays,
    ],
    ...view.tickets.map(({ locale, text: body }) => [
      `== ${text.ticketText} (${messagesIn(locale).supplement.ticketLanguage})`,
      '',
      body,
    ]),
    [`== ${text.parcels}`],
    ...view.rows.map((row) => [
      `- ${notice.order} ${row.order} · ${row.silence}`,
      ...labelled(row, view.locale).map(([label, value]) => `  ${label}${colon}${value}`),
      `  ${row.href}`,
      ...(row.filedAt === undefined ? [] : [`  ${messages.door.send.filed}${colon}${row.filedAt}`]),
    ]),
    view.hidden > 0 ? [text.notShown(view.hidden)] : [],
    ['--', notice.footer],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
