import { html, markup, type Fragment, type Markup } from '../channels/mail/html.ts';
import { fonts, palette } from '../channels/mail/look.ts';
import type { Locale } from '../domain/shop.ts';

/** One page, whole in itself: no script, nothing fetched, readable from 320 px on, light and dark. */
export function frame({ locale, title, body }: { locale: Locale; title: string; body: Fragment }): string {
  const { markup: page } = html`<!doctype html>
    <html lang="${locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `;
  return page;
}

function tint(name: keyof typeof palette): string {
  return `--${name}:light-dark(${palette[name].light},${palette[name].dark})`;
}

const names = Object.keys(palette) as (keyof typeof palette)[];

const style: Markup = markup(`<style>
:root{color-scheme:light dark;${names.map(tint).join(';')}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 ${fonts};overflow-wrap:anywhere}
main{max-width:36rem;margin:0 auto;padding:1rem .75rem 2rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin:0 0 .75rem}
.shop{margin:0 0 .25rem;color:var(--soft);font-size:.875rem}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
h2{margin:0 0 .25rem;font-size:1.0625rem}
p{margin:0 0 .5rem}
.soft{color:var(--soft);font-size:.9375rem}
.matter{border-left:4px solid var(--edge);background:var(--inset);border-radius:8px;padding:.75rem 1rem;margin:.75rem 0 0;font-size:.9375rem}
.matter p{margin:0 0 .125rem}
.earlier{border-left:4px solid var(--link);background:var(--inset);border-radius:8px;padding:.75rem 1rem;margin:.75rem 0 0;font-size:.9375rem}
.warning{--edge:var(--warning)}.breach{--edge:var(--breach)}.critical{--edge:var(--critical)}
.severity{color:var(--edge);font-weight:700;font-size:.875rem}
form{margin:0}
fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
legend,label.field{display:block;font-weight:600;margin:0 0 .25rem;padding:0}
.option{display:flex;gap:.6rem;align-items:flex-start;padding:.5rem 0}
.option input{flex:none;width:1.25rem;height:1.25rem;margin:.125rem 0 0;accent-color:var(--button)}
.option label{flex:1}
input[type=text],input[type=date],input[type=datetime-local]{width:100%;max-width:100%;font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:8px;padding:.6rem .75rem;min-height:2.75rem}
.hint{margin:.25rem 0 1rem;color:var(--soft);font-size:.875rem}
button,a.button{display:block;width:100%;min-height:3rem;padding:.75rem 1rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;color:var(--onButton);background:var(--button);border:0;border-radius:8px;cursor:pointer}
.choices{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.5rem}
.shops{margin:.75rem 0;padding:0 0 0 1.25rem;display:grid;gap:.5rem}
.trouble{border-left:4px solid var(--critical);background:var(--inset);border-radius:8px;padding:.75rem 1rem;margin:0 0 1rem;font-weight:600}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer{color:var(--soft);font-size:.875rem;padding:0 .25rem;display:flex;justify-content:space-between;gap:1rem}
footer p{margin:0}
</style>`);
