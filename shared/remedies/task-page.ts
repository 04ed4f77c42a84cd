import type { Locale } from '../domain/shop.ts';
import { html } from '../channels/mail/html.ts';
import type { Markup } from '../channels/mail/html.ts';
import { paint } from '../channels/mail/look.ts';
import { card, link, page, table } from '../channels/mail/page.ts';
import { messagesIn } from '../messages/registry.ts';

/** One thing that the task is about. */
export interface TaskRow {
  readonly name: string;
  readonly href?: string;
  /** The figure people sort by. */
  readonly figure: string;
  /** Label and value; what has no value is left out. */
  readonly details: readonly (readonly [label: string, value: string])[];
  /** Where it is noted that its ticket is filed. */
  readonly filedAt?: string;
}

/** Something for a person to do, in words; nothing in it is escaped yet. */
export interface TaskView {
  readonly locale: Locale;
  readonly subject: string;
  readonly shop: string;
  readonly when: string;
  readonly title: string;
  /** What is the matter, the gravest sentence first. */
  readonly said: readonly string[];
  readonly steps: { readonly heading: string; readonly list: readonly string[] };
  /** Texts for other people, ready to paste. */
  readonly pastes?: readonly { readonly heading: string; readonly locale: Locale; readonly text: string }[];
  readonly rowsHeading: string;
  readonly rows: readonly TaskRow[];
  /** How many are not shown; empty where all are. */
  readonly hidden: string;
  readonly footer: string;
}

const heading = paint('margin:0 0 8px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' });
const small = paint('margin:0 0 4px;font-size:13px;line-height:19px', { text: 'soft' });

export function taskPage(view: TaskView): string {
  return page({
    locale: view.locale,
    title: view.subject,
    preheader: view.said[0] ?? view.title,
    cards: [hero(view), (view.pastes ?? []).map(pasteCard), rowsCard(view)],
    footer: [view.footer],
  });
}

function hero({ shop, when, title, said, steps }: TaskView): Markup {
  const [first, ...others] = said;
  return card(
    html`<p ${small}>
        <strong ${paint('font-weight:600', { text: 'text' })}><bdi>${shop}</bdi></strong
        ><br />${when}
      </p>
      <h1 ${paint('margin:8px 0 10px;font-size:23px;line-height:30px;font-weight:700', { text: 'text' })}>${title}</h1>
      <p style="margin:0 0 12px"><strong>${first}</strong></p>
      ${others.map((sentence) => html`<p style="margin:0 0 12px">${sentence}</p> `)}
      <table ${table} style="width:100%">
        <tr>
          <td
            ${paint('padding:14px 16px;border-radius:8px;border-left:4px solid', { ground: 'inset', edge: 'critical' })}
          >
            <h2 ${paint('margin:0 0 4px;font-size:15px;line-height:22px;font-weight:700', { text: 'text' })}>
              ${steps.heading}
            </h2>
            <ol style="margin:8px 0 0;padding:0 0 0 22px;font-size:14px;line-height:21px">
              ${steps.list.map((step) => html`<li style="margin:0 0 4px">${step}</li>`)}
            </ol>
          </td>
        </tr>
      </table>`,
  );
}

function pasteCard({ heading: title, locale, text }: NonNullable<TaskView['pastes']>[number]): Markup {
  return card(
    html`<h2 ${heading}>${title}</h2>
      <div
        lang="${locale}"
        ${paint('margin:0;padding:12px 14px;border-radius:8px;font-size:13px;line-height:20px', { ground: 'inset', text: 'text' })}
      >
        ${lines(text)}
      </div>`,
  );
}

/** Line breaks as elements: Outlook drops those of `white-space: pre-line`, and a paste keeps these. */
function lines(text: string): readonly Markup[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

function rowsCard(view: TaskView): Markup {
  const cells = paint('padding:12px 0 0;border-top:1px solid;vertical-align:top', { edge: 'line', classes: 'stack' });
  const right = paint(
    'padding:12px 0 0 12px;border-top:1px solid;vertical-align:top;text-align:right;font-weight:600',
    { text: 'critical', edge: 'line', classes: 'stack last' },
  );
  const rows = view.rows.map((row) => {
    const name = html`<bdi>${row.name}</bdi>`;
    return html`<tr>
        <td ${cells}><strong>${row.href === undefined ? name : link(name, row.href)}</strong></td>
        <td ${right}>${row.figure}</td>
      </tr>
      <tr>
        <td colspan="2" ${paint('padding:2px 0 12px;font-size:13px;line-height:19px', { text: 'soft' })}>
          ${details(row, view.locale)}${filedLink(row, view.locale)}
        </td>
      </tr> `;
  });
  return card(
    html`<h2 ${heading}>${view.rowsHeading}</h2>
      <table ${table} style="width:100%">
        ${rows}
      </table>
      ${view.hidden === '' ? '' : html`<p ${small}>${view.hidden}</p>`}`,
  );
}

function filedLink({ filedAt }: TaskRow, locale: Locale): Markup | undefined {
  return filedAt === undefined ? undefined : html`<br />${link(messagesIn(locale).door.send.filed, filedAt)}`;
}

function details(row: TaskRow, locale: Locale): readonly Markup[] {
  const { colon } = messagesIn(locale);
  return labelled(row).map(([label, value], index) =>
    index === 0 ? html`${label}${colon}<bdi>${value}</bdi>` : html`<br />${label}${colon}<bdi>${value}</bdi>`,
  );
}

function labelled({ details: all }: TaskRow): TaskRow['details'] {
  return all.filter(([, value]) => value !== '');
}

export function taskPlain(view: TaskView): string {
  const { colon, door } = messagesIn(view.locale);
  const blocks = [
    [view.shop, view.when],
    [view.title, ...view.said],
    [view.steps.heading, ...view.steps.list.map((step, index) => `${index + 1}. ${step}`)],
    ...(view.pastes ?? []).map(({ heading: title, text }) => [`== ${title}`, '', text]),
    [`== ${view.rowsHeading}`],
    ...view.rows.map((row) => [
      `- ${row.name} · ${row.figure}`,
      ...labelled(row).map(([label, value]) => `  ${label}${colon}${value}`),
      ...(row.href === undefined ? [] : [`  ${row.href}`]),
      ...(row.filedAt === undefined ? [] : [`  ${door.send.filed}${colon}${row.filedAt}`]),
    ]),
    view.hidden === '' ? [] : [view.hidden],
    ['--', view.footer],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
