/** The inbox's only style sheet; one column from 360 px up, light and dark. */
export const inboxStyle = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f4f6f8, #12171c);
  --card: light-dark(#ffffff, #1b2229);
  --line: light-dark(#d8dee5, #313b45);
  --text: light-dark(#17212b, #e8edf2);
  --quiet: light-dark(#51606f, #a5b2bf);
  --link: light-dark(#0b5cad, #7cbcff);
  --mail: light-dark(#0b5cad, #7cbcff);
  --message: light-dark(#7a2b6c, #e6a4d8);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 56rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
a { color: var(--link); }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
header { margin-bottom: 1.25rem; }
header p { margin: 0; color: var(--quiet); }
.back { margin: 0 0 1rem; }
.empty { padding: 2rem 1rem; text-align: center; color: var(--quiet); border: 1px dashed var(--line); border-radius: 10px; }
.list { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; background: var(--card); }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: grid; grid-template-columns: auto 1fr; gap: .1rem .6rem; padding: .8rem 1rem; color: inherit; text-decoration: none; }
.list a:hover, .list a:focus-visible { background: var(--page); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
.list strong { font-weight: 600; }
.meta, .snippet { grid-column: 2; font-size: .875rem; color: var(--quiet); }
.snippet { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.kind { align-self: start; margin-top: .2rem; padding: 0 .5rem; border: 1px solid currentcolor; border-radius: 99px; font-size: .75rem; line-height: 1.4; color: var(--mail); }
.kind-message { color: var(--message); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin: 0 0 1rem; font-size: .9375rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; }
.button { display: inline-block; padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); font-size: .9375rem; text-decoration: none; }
iframe { display: block; width: 100%; height: 80vh; min-height: 30rem; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
details { margin-top: 1rem; }
summary { cursor: pointer; padding: .35rem 0; }
pre { margin: .5rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); font: .875rem/1.5 ui-monospace, Consolas, monospace; white-space: pre-wrap; }
.message { padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid var(--message); border-radius: 10px; background: var(--card); }
.answer { margin: 1rem 0 0 1.5rem; }
.answer > p { margin: 0 0 .25rem; font-size: .875rem; color: var(--quiet); }
.message h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
.message p { margin: .5rem 0; }
.message .text { white-space: pre-wrap; }
.message hr { border: 0; border-top: 1px solid var(--line); margin: .8rem 0; }
.message .context { font-size: .8125rem; color: var(--quiet); }
.message .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0 1rem; }
.message code { padding: 0 .25rem; border: 1px solid var(--line); border-radius: 4px; font-size: .875em; }
.message .heading { font-size: 1.125rem; }
.message .card-red, .message .card-orange, .message .card-yellow, .message .card-green { margin: -1rem -1.25rem .75rem; padding: .6rem 1.25rem; border-radius: 0 9px 0 0; font-size: 1.05rem; color: #1c1208; }
.message .card-red { background: #f8b4ac; }
.message .card-orange { background: #fbc894; }
.message .card-yellow { background: #f7e08a; }
.message .card-green { background: #b6e3b4; }
.image { color: var(--quiet); }
`;
