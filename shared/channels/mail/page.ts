import type { Locale } from '../../domain/shop.ts';
import { html, markup } from './html.ts';
import type { Fragment, Markup } from './html.ts';
import { fonts, paint, stylesheets } from './look.ts';

// Outlook on Windows ignores max-width: a table of fixed width around ours keeps lines readable there.
const outlookOpen = markup('<!--[if mso]><table role="presentation" width="640" align="center"><tr><td><![endif]-->');
const outlookClose = markup('<!--[if mso]></td></tr></table><![endif]-->');

export const table = markup('role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"');

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  /** What an inbox shows beside the subject. */
  readonly preheader: string;
  readonly cards: readonly Fragment[];
  readonly footer: readonly string[];
}

/** A whole mail: tables and inline styles for Outlook, style blocks for dark schemes and phones. */
export function page({ locale, title, preheader, cards, footer }: Page): string {
  const { markup: body } = html`<!doctype html>
    <html lang="${locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${title}</title>
        ${stylesheets()}
      </head>
      <body ${paint(`margin:0;padding:0;width:100%;font-family:${fonts}`, { ground: 'page', text: 'text' })}>
        <div
          style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px"
          aria-hidden="true"
        >
          ${preheader}
        </div>
        <div role="main" lang="${locale}">
          <table ${table} ${paint('width:100%', { ground: 'page' })}>
            <tr>
              <td align="center" ${paint('padding:20px 16px', { classes: 'gutter' })}>
                ${outlookOpen}
                <table ${table} style="width:100%;max-width:640px;margin:0 auto">
                  ${cards}
                  <tr>
                    <td
                      ${paint(`padding:8px 24px 24px;font-family:${fonts};font-size:12px;line-height:18px`, { text: 'soft', classes: 'pad' })}
                    >
                      ${footer.map((line) => html`<p style="margin:0 0 4px">${line}</p>`)}
                    </td>
                  </tr>
                </table>
                ${outlookClose}
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html> `;
  return body;
}

/** One block of the page, on its own ground. */
export function card(content: Fragment): Markup {
  return html`<tr>
    <td style="padding:0 0 12px">
      <table ${table} ${paint('width:100%;border-radius:10px;border:1px solid', { ground: 'card', edge: 'line' })}>
        <tr>
          <td
            ${paint(`padding:20px 24px 16px;font-family:${fonts};font-size:15px;line-height:22px;border-radius:10px;overflow-wrap:anywhere;word-break:break-word`, { text: 'text', classes: 'pad' })}
          >
            ${content}
          </td>
        </tr>
      </table>
    </td>
  </tr> `;
}

/** A link that looks like a button, also in Outlook: the colour is the cell's. */
export function button(label: string, href: string): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:12px 0 0">
    <tr>
      <td ${paint('border-radius:8px', { ground: 'button' })}>
        <a
          href="${href}"
          ${paint(`display:inline-block;padding:10px 18px;font-family:${fonts};font-size:15px;line-height:20px;font-weight:600;text-decoration:none`, { text: 'onButton' })}
          >${label}</a
        >
      </td>
    </tr>
  </table>`;
}

export function link(label: Fragment, href: string): Markup {
  return html`<a href="${href}" ${paint('text-decoration:underline', { text: 'link' })}>${label}</a>`;
}
