import type { Locale } from '../../domain/shop.ts';
import type { Messages } from '../../messages/messages.ts';
import type { ReportRow, ReportSection, ReportTable } from '../report-section.ts';
import type { ReportView } from '../report-view.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { paint } from './look.ts';
import { card, link, page } from './page.ts';

/** The HTML of a digest or report: a card for each section, its rows as a table; on a phone each row is a block. */
export function reportPage(view: ReportView, messages: Messages, locale: Locale): string {
  return page({
    locale,
    title: view.subject,
    preheader: view.title,
    cards: [hero(view), view.sections.map((section) => sectionCard(section, messages))],
    footer: [messages.notice.footer],
  });
}

function hero({ shop, kind, title, when, lead }: ReportView): Markup {
  return card(
    html`<p ${paint('margin:0 0 4px;font-size:13px;line-height:19px', { text: 'soft' })}>
        <strong ${paint('font-weight:600', { text: 'text' })}>${isolated(shop)}</strong><br />${kind}
      </p>
      <h1
        ${paint('margin:8px 0 10px;font-size:25px;line-height:32px;font-weight:700;letter-spacing:-0.2px', { text: 'text', classes: 'h1' })}
      >
        ${title}
      </h1>
      ${[when, ...lead].map(soft)}`,
  );
}

function sectionCard({ title, lines, table }: ReportSection, messages: Messages): Markup {
  return card(
    html`<h2 ${paint('margin:0 0 6px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' })}>${title}</h2>
      ${lines.map(soft)}${table ? tableOf(table, messages) : ''}`,
  );
}

function soft(line: string): Markup {
  return html`<p ${paint('margin:0 0 6px;font-size:14px;line-height:20px', { text: 'soft' })}>${isolated(line)}</p>`;
}

/** Percent of a table's width, so that an order's eighteen digits stand on one line. */
const named = 28;

function tableOf({ head, rows }: ReportTable, messages: Messages): Markup {
  const widths = head.map((_, place) => `${place === 0 ? named : Math.floor((100 - named) / (head.length - 1))}%`);
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="width:100%;border-collapse:collapse"
  >
    <thead>
      <tr>
        ${head.map(
          (name, place) =>
            html`<th
              scope="col"
              align="left"
              width="${widths[place]}"
              ${paint('padding:6px 10px 6px 0;font-size:12px;line-height:16px;font-weight:600;text-align:left', { text: 'soft', classes: 'wide' })}
            >
              ${name}
            </th> `,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => rowOf(row, head, messages))}
    </tbody>
  </table>`;
}

function rowOf(row: ReportRow, head: readonly string[], messages: Messages): Markup {
  return html`<tr>
    ${row.cells.map((cell, place) =>
      place === 0 ? nameCell(row, cell) : cellOf(cell, head[place] ?? '', messages.colon),
    )}
  </tr> `;
}

const cellStyle = 'padding:8px 10px 8px 0;border-top:1px solid;vertical-align:top;font-size:13px;line-height:19px';

/** What the row is about; a finding's in its colour. */
function nameCell({ href, severity }: ReportRow, name: string): Markup {
  const shown = href === undefined ? isolated(name) : link(isolated(name), href);
  const mark = severity ? html`<span ${paint('', { text: severity })}>● </span>` : '';
  return html`<td ${paint(`${cellStyle};font-weight:600`, { text: 'text', edge: 'line', classes: 'stack' })}>
    ${mark}${shown}
  </td> `;
}

/** On a phone, where the headings are gone, each cell says its own. */
function cellOf(cell: string, heading: string, colon: string): Markup {
  const label = html`<span ${paint('display:none;mso-hide:all', { text: 'soft', classes: 'label' })}
    >${heading}${colon}</span
  >`;
  return html`<td ${paint(cellStyle, { text: 'text', edge: 'line', classes: 'stack last' })}>
    ${label}${isolated(cell)}
  </td> `;
}

/** Outside text keeps its own writing direction and cannot turn that of the sentence around it. */
function isolated(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
