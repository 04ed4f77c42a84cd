import type { LineLinks } from '../../domain/notice.ts';
import type { Locale } from '../../domain/shop.ts';
import type { Severity } from '../../domain/verdict.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Detail, RowView } from '../notice-row.ts';
import type { UnwatchedView } from '../notice-unwatched.ts';
import type { GroupView, NoticeView } from '../notice-view.ts';
import { html } from './html.ts';
import type { Fragment, Markup } from './html.ts';
import { paint } from './look.ts';
import { button, card, link, page, table } from './page.ts';

/** The HTML of a notice: what, how many, by when and the first thing to do stand before everything else. */
export function noticePage(view: NoticeView, messages: Messages, locale: Locale): string {
  return page({
    locale,
    title: view.subject,
    preheader: view.preheader,
    cards: [
      hero(view, messages),
      view.groups.map((group) => groupCard(group, messages)),
      view.solved.length > 0 ? solvedCard(view, messages) : '',
      view.unwatched ? unwatchedCard(view.unwatched) : '',
      view.notes.length > 0 ? notesCard(view.notes) : '',
    ],
    footer: [messages.notice.footer],
  });
}

function hero(view: NoticeView, messages: Messages): Markup {
  const text = messages.notice;
  return card(
    html`<p ${paint('margin:0 0 4px;font-size:13px;line-height:19px', { text: 'soft' })}>
        <strong ${paint('font-weight:600', { text: 'text' })}>${isolated(view.shop)}</strong><br />${view.kind} ·
        ${view.when}
      </p>
      <h1
        ${paint('margin:8px 0 10px;font-size:25px;line-height:32px;font-weight:700;letter-spacing:-0.2px', { text: 'text', classes: 'h1' })}
      >
        ${view.title}
      </h1>
      ${ahead(view, messages)}${view.worth ? html`<p ${paint('margin:0 0 4px', { text: 'soft' })}>${view.worth}</p>` : ''}
      ${first(view, messages)}
      <p ${paint('margin:14px 0 0;font-size:13px;line-height:19px', { text: 'soft' })}>
        ${text.why}${messages.colon}${view.why}
      </p>`,
  );
}

function ahead({ next, allCrossed }: NoticeView, messages: Messages): Fragment {
  const text = messages.notice;
  if (next) {
    return html`<p style="margin:0 0 4px">
      ${text.nextLine}${messages.colon}<strong>${next.at}</strong> –
      <span ${paint('font-weight:600', { text: next.severity })}>${next.left}</span><br /><span
        ${paint('font-size:13px', { text: 'soft' })}
        >${isolated(next.subject)} – ${next.headline}</span
      >
    </p>`;
  }
  return allCrossed ? html`<p style="margin:0 0 4px"><strong>${text.allCrossed}</strong></p>` : '';
}

function first({ first: thing }: NoticeView, messages: Messages): Fragment {
  if (!thing) return '';
  const text = messages.notice;
  return html`<table ${table} style="width:100%;margin:12px 0 0">
    <tr>
      <td
        ${paint('padding:14px 16px;border-radius:8px;border-left:4px solid', { ground: 'inset', edge: thing.severity })}
      >
        <p ${paint('margin:0 0 2px;font-size:13px;line-height:19px', { text: 'soft' })}>
          <strong>${text.doFirst}${messages.colon}</strong>${thing.of}
        </p>
        <p ${paint('margin:0;font-weight:600', { text: 'text' })}>${thing.act}</p>
        ${thing.href ? button(text.openOrder, thing.href) : ''}
      </td>
    </tr>
  </table>`;
}

function groupCard(group: GroupView, messages: Messages): Markup {
  const text = messages.notice;
  return card(
    html`${chip(group.severityName, group.severity)}
      <h2 ${paint('margin:6px 0 6px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' })}>
        ${group.headline} <span ${paint('font-weight:400;font-size:15px', { text: 'soft' })}>${group.count}</span>
      </h2>
      <p ${paint('margin:0 0 3px;font-size:14px;line-height:20px', { text: 'soft' })}>
        <strong>${text.ifNobodyActs}${messages.colon}</strong>${group.next}
      </p>
      <p ${paint('margin:0 0 6px;font-size:14px;line-height:20px', { text: 'soft' })}>
        <strong>${text.whatToDo}${messages.colon}</strong>${group.act}
      </p>
      ${group.risk ? html`<p ${paint('margin:0 0 6px;font-size:14px;line-height:20px', { text: 'soft' })}><strong>${text.risk.label}${messages.colon}</strong>${group.risk}</p>` : ''}
      <table ${table} style="width:100%">
        ${group.rows.map((row) => rowCells(row, group.severity, messages))}
      </table>
      ${group.more ? html`<p ${paint('margin:12px 0 0;padding:10px 0 0;border-top:1px solid;font-size:14px', { text: 'soft', edge: 'line' })}>${group.more}</p>` : ''}`,
  );
}

function chip(name: string, severity: Severity): Markup {
  return html`<p ${paint('margin:0;font-size:13px;line-height:18px;font-weight:700', { text: severity })}>
    ● ${name}
  </p>`;
}

function rowCells(row: RowView, severity: Severity, messages: Messages): Markup {
  const edge = paint('padding:12px 0 0;border-top:1px solid;vertical-align:top', { edge: 'line', classes: 'stack' });
  const right = paint(
    'padding:12px 0 0 12px;border-top:1px solid;vertical-align:top;text-align:right;white-space:nowrap;font-weight:600',
    { text: severity, edge: 'line', classes: 'stack last' },
  );
  const subject = row.href ? link(isolated(row.subject), row.href) : isolated(row.subject);
  const beside = [row.worth, row.change].filter((part) => part !== undefined);
  return html`<tr>
      <td ${edge}>
        <strong>${subject}</strong
        >${beside.length > 0 ? html` <span ${paint('font-size:13px', { text: 'soft' })}>${beside.join(' · ')}</span>` : ''}
      </td>
      <td ${right}>${row.timing}</td>
    </tr>
    <tr>
      <td colspan="2" ${paint('padding:2px 0 12px;font-size:13px;line-height:19px', { text: 'soft' })}>
        <span ${paint('', { text: 'text' })}>${row.what}</span
        >${row.details.map((detail) => detailLine(detail, messages))}${row.links ? linksLine(row.links, messages) : ''}
      </td>
    </tr> `;
}

function linksLine({ acknowledge, choose }: LineLinks, { notice: text }: Messages): Markup {
  return html`<br /><strong>${link(text.acknowledge, acknowledge)}</strong> · ${link(text.handle, choose)}`;
}

function detailLine({ label, value }: Detail, messages: Messages): Markup {
  return html`<br />${label}${messages.colon}${isolated(value)}`;
}

function solvedCard(view: NoticeView, messages: Messages): Markup {
  const rows = view.solved.map(
    (row) =>
      html`<p style="margin:0 0 6px;font-size:14px;line-height:20px">
        <strong>${row.href ? link(isolated(row.subject), row.href) : isolated(row.subject)}</strong>
        <span ${paint('', { text: 'soft' })}>${row.headline}${messages.colon}${row.because}</span>
      </p>`,
  );
  return card(
    html`<h2 ${paint('margin:0 0 8px;font-size:18px;line-height:25px;font-weight:700', { text: 'solved' })}>
        ✓ ${messages.notice.solved}
      </h2>
      ${rows}${view.solvedMore ? html`<p ${paint('margin:8px 0 0;font-size:14px', { text: 'soft' })}>${view.solvedMore}</p>` : ''}`,
  );
}

function unwatchedCard({ title, intro, rows }: UnwatchedView): Markup {
  return card(
    html`<h2 ${paint('margin:0 0 6px;font-size:18px;line-height:25px;font-weight:700', { text: 'text' })}>${title}</h2>
      <p ${paint('margin:0 0 8px;font-size:14px;line-height:20px', { text: 'soft' })}>${intro}</p>
      ${rows.map(
        ({ what, needs }) =>
          html`<p ${paint('margin:0 0 8px;font-size:14px;line-height:20px', { text: 'soft' })}>
            <strong ${paint('font-weight:600', { text: 'text' })}>${what}</strong><br />${needs}
          </p>`,
      )}`,
  );
}

function notesCard(notes: readonly string[]): Markup {
  return card(
    notes.map(
      (note) => html`<p ${paint('margin:0 0 4px;font-size:13px;line-height:19px', { text: 'soft' })}>${note}</p>`,
    ),
  );
}

/** Outside text keeps its own writing direction and cannot turn that of the sentence around it. */
function isolated(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
