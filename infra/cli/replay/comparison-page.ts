import { html, markup, type Fragment } from '../../../shared/channels/mail/html.ts';
import { fonts, palette } from '../../../shared/channels/mail/look.ts';
import { plain } from '../../../shared/messages/plain.ts';
import type { DayRow } from '../../replay/figures/compare-runs.ts';
import { barChart, lineChart } from './chart.ts';
import { changedText, hourText, inForceText, type ReplayReport } from './replay-report.ts';
import { bucketText, checkCells, checkHeadings, difference, summaryRows } from './report-rows.ts';

/** One page, whole in itself: no script, nothing fetched, readable from 320 px on, light and dark. */
export function comparisonPage(report: ReplayReport): string {
  const { shop, from, until, sweeps, orders, limits } = report;
  const title = `Replay of ${plain(shop.name, 60)} (${shop.market})`;
  const { markup: page } = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${sweeps} hourly sweeps from ${hourText(from)} to ${hourText(until)} (UTC), ${orders} orders.</p>
          <dl>
            <dt>In force</dt>
            <dd>${inForceText(report)}</dd>
            <dt>Changed</dt>
            <dd>${changedText(report)}</dd>
          </dl>
          <section>
            <h2>What changes</h2>
            ${summary(report)}
          </section>
          <section>
            <h2>Day by day</h2>
            ${dayCharts(report.days)}
          </section>
          <section>
            <h2>How long before the line</h2>
            ${barChart('First word of a finding', leadBars(report))}
          </section>
          <section>
            <h2>By check</h2>
            ${checks(report)}
          </section>
          ${carriers(report)}
          <section>
            <h2>What this cannot tell</h2>
            <ul>
              ${limits.map((limit) => html`<li>${limit}</li>`)}
            </ul>
          </section>
        </main>
      </body>
    </html> `;
  return page;
}

function leadBars({ leads }: ReplayReport) {
  return leads.map(({ bucket, before, after }) => ({ label: bucketText(bucket), before, after }));
}

function dayCharts(rows: readonly DayRow[]): Fragment {
  const days = rows.map(({ day }) => day);
  const series = (read: (of: DayRow['before']) => number) => ({
    days,
    before: rows.map(({ before }) => read(before)),
    after: rows.map(({ after }) => read(after)),
  });
  return [
    lineChart({ title: 'Messages, all receivers', ...series(({ messages }) => messages) }),
    lineChart({ title: 'Findings opened', ...series(({ opened }) => opened) }),
    lineChart({
      title: 'Findings open at the end of the day',
      ...series(({ live }) => live.warning + live.breach + live.critical),
    }),
  ];
}

function summary(report: ReplayReport): Fragment {
  const rows = summaryRows(report).map((row) => [
    plain(row.figure),
    String(row.before ?? ''),
    String(row.after ?? ''),
    difference(row),
  ]);
  return tableOf(['figure', 'in force', 'changed', 'difference'], rows);
}

function checks(report: ReplayReport): Fragment {
  return tableOf(
    ['check', ...checkHeadings],
    report.checks.map((row) => [row.check, ...checkCells(row)]),
  );
}

function carriers(report: ReplayReport): Fragment {
  const rows = report.carriers.filter(({ carrier }) => carrier !== '');
  if (rows.length === 0) return undefined;
  const cells = rows.map((row) => [plain(row.carrier, 60), row.check, ...checkCells(row)]);
  return html`<section>
    <h2>By carrier and check</h2>
    ${tableOf(['carrier', 'check', ...checkHeadings], cells, 'wide named')}
  </section>`;
}

/** Wider than the page it scrolls by itself, also by the keyboard. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[], kind = 'wide'): Fragment {
  return html`<div class="${kind}" tabindex="0" role="region" aria-label="${head[0]}">
    <table>
      <thead>
        <tr>
          ${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((text) => html`<td>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const tints = Object.entries(palette).map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`);

const style = markup(`<style>
:root{color-scheme:light dark;${tints.join(';')}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 ${fonts};overflow-wrap:anywhere}
main{max-width:72rem;margin:0 auto;padding:1rem .75rem 2rem}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
h2{margin:0 0 .5rem;font-size:1.125rem}
p{margin:0 0 .5rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:0 0 1rem}
dt{color:var(--soft)}dd{margin:0}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 .75rem}
ul{margin:0;padding:0 0 0 1.25rem}
.wide{overflow-x:auto}
.wide:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line);text-align:right;white-space:nowrap}
thead th{border-top:0;color:var(--soft);font-weight:600;white-space:normal;vertical-align:bottom}
th:first-child{text-align:left;font-weight:600}
tbody th{white-space:normal;min-width:7rem}
.named td:nth-child(2),.named th:nth-child(2){text-align:left}
@media (max-width:30rem){table{font-size:.8125rem}th,td{padding-right:.4rem}}
figure{margin:0 0 1rem}
figcaption{margin:0 0 .25rem;font-weight:600}
.plot{display:grid;grid-template-columns:auto 1fr;gap:.25rem .5rem}
.plot svg{width:100%;height:11rem;display:block}
.scale,.dates{display:flex;justify-content:space-between;color:var(--soft);font-size:.8125rem;line-height:1}
.scale{flex-direction:column;text-align:right}
.dates{grid-column:2}
.bars{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr auto;gap:.35rem .6rem;align-items:center;font-size:.875rem}
.count{text-align:right;line-height:1;font-size:.75rem;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0 0;color:var(--soft);font-size:.875rem}
polyline,line{fill:none;stroke-width:2;vector-effect:non-scaling-stroke}
.grid{stroke:var(--line);stroke-width:1}
.before{stroke:var(--soft)}.after{stroke:var(--link);stroke-dasharray:6 3}
rect.before{fill:var(--soft);stroke:none}rect.after{fill:var(--link);stroke:none}
</style>`);
