import { html, markup, type Fragment, type Markup } from '../channels/mail/html.ts';
import { fonts } from '../channels/mail/look.ts';
import { sourceText } from '../channels/deadline-source.ts';
import { instant, minutes, type Instant } from '../domain/time.ts';
import type { Locale } from '../domain/shop.ts';
import { marketName } from '../messages/market.ts';
import { sortableTime } from '../messages/moment.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Evidence, EvidenceRow, ToldScan } from './evidence.ts';
import type { RemedyCall } from './remedy.ts';
import { carrierName, silenceOf } from './silent-parcel.ts';
import { unmovedTraceCategory } from './ticket-category.ts';

type Call = Pick<RemedyCall<'order'>, 'request' | 'shop'>;

/** So many fit on a sheet beside all the rest at its longest, in either language (printed with Chromium, 2026-11). */
const mostRows = 12;
const mostText = 48;
const mostName = 40;

/** Parcels of one order that are told of; TikTok's own trace comes before them. */
const mostSources = 4;

/** Sheets to be printed: black on white, nothing fetched, nothing run; on a phone one below the other. */
export function evidencePage(pieces: readonly Evidence[], call: Call): string {
  const { locale } = call.shop.operations;
  const text = messagesIn(locale).evidence;
  const { markup: page } = html`<!doctype html>
    <html lang="${locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${text.title} · ${plain(call.shop.name, 60)}</title>
        ${style}
      </head>
      <body>
        <main>${pieces.map((piece, place) => sheet(piece, call, place))}</main>
      </body>
    </html> `;
  return page;
}

function sheet(piece: Evidence, call: Call, place: number): Markup {
  const { request, shop } = call;
  const { locale } = shop.operations;
  const text = messagesIn(locale).evidence;
  const order = plain(piece.item.order, 40);
  const made = `${both(request.now, shop.zone)} (${shop.zone})`;
  const title = html`${piece.sources.length === 1 ? text.titleUncompared : text.title} – ${text.order}
    <bdi>${order}</bdi>`;
  return html`<article class="sheet" aria-label="${text.order} ${order}">
    <p class="head">
      <strong><bdi>${fit(shop.name, mostName)}</bdi></strong> · ${marketName(plain(shop.market, 20), locale)} ·
      ${text.made} ${made}
    </p>
    ${place === 0 ? html`<h1>${title}</h1>` : html`<h2 class="title">${title}</h2>`}
    <dl>
      ${factsOf(piece, call).map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <h2>${text.tracesHeading}</h2>
    ${traces(piece, call)} ${piece.shift === undefined ? '' : html`<p>${text.shifted(piece.shift / minutes(1))}</p>`}
    ${piece.isLoose ? html`<p>${text.notAligned}</p>` : ''}
    <h2>${text.sourcesHeading}</h2>
    ${piece.sources.slice(0, mostSources).map(
      ({ name, at, sha256 }, index) =>
        html`<p class="source">
          ${index === 0 ? text.tiktokRead(utc(at)) : text.secondRead(plain(name, 40), utc(at))}<br />
          ${text.hash} <code>${sha256}</code>
        </p>`,
    )}
    ${piece.sources.length === 1 ? html`<p class="source">${text.noSource}</p>` : ''}
    <p class="source">${text.howHashed} ${text.nothingEstimated}</p>
  </article>`;
}

function factsOf({ item, rows, lag }: Evidence, { request, shop }: Call): readonly (readonly [string, Fragment])[] {
  const { locale } = shop.operations;
  const messages = messagesIn(locale);
  const text = messages.evidence;
  const first = rows.find(({ isMissing }) => isMissing);
  const { deadline } = item;
  return [
    [text.parcel, fit(item.parcel ?? '–', mostName)],
    [
      text.carrier,
      `${fit(carrierName(item, locale), mostName)} ${fit(item.number ?? '', mostName) || messages.supplement.noNumber}`,
    ],
    [text.clock, deadline ? `${both(deadline.at, shop.zone)} – ${sourceText(messages, deadline.source)}` : '–'],
    [text.silent, silenceOf(item, request.now, locale)],
    ...(lag === undefined ? [] : [[text.lag, text.lagOf(messages.duration(lag))] as const]),
    [text.firstMissing, first ? `${both(first.at, shop.zone)} – ${scanText(first.carrier, locale)}` : text.noneMissing],
    [text.ticketPath, unmovedTraceCategory(shop.market).path],
  ];
}

function traces({ rows, sources }: Evidence, { shop }: Call): Markup {
  const { locale, zone } = { ...shop.operations, zone: shop.zone };
  const text = messagesIn(locale).evidence;
  const [, second] = sources;
  const shown = shownOf(rows);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${text.time(zone)}</th>
        <th scope="col">${text.tiktok}</th>
        <th scope="col">${second ? text.source(plain(second.name, 40)) : '–'}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map((row) =>
        typeof row === 'number'
          ? html`<tr>
              <td colspan="3" class="gap">… ${text.leftOut(row)}</td>
            </tr>`
          : traceRow(row, zone, locale),
      )}
    </tbody>
  </table>`;
}

function traceRow({ at, tiktok, carrier, isMissing }: EvidenceRow, zone: string, locale: Locale): Markup {
  const text = messagesIn(locale).evidence;
  return html`<tr ${isMissing ? markup('class="missing"') : ''}>
    <td>${sortableTime(at, 'UTC')}<br /><span>${sortableTime(at, zone)}</span></td>
    <td>${tiktok ? scanText(tiktok, locale) : isMissing ? html`<strong>▶ ${text.missing}</strong>` : '–'}</td>
    <td>${carrier ? scanText(carrier, locale) : '–'}</td>
  </tr>`;
}

/** The oldest, the first that is missing with what stands before it, and the newest; a number: so many are left out. */
function shownOf(rows: readonly EvidenceRow[]): readonly (EvidenceRow | number)[] {
  if (rows.length <= mostRows) return rows;
  const first = rows.findIndex(({ isMissing }) => isMissing);
  const middle = first === -1 ? rows.length : first;
  const kept = new Set<number>();
  const order = [
    ...range(middle - 2, middle + 2),
    ...range(rows.length - 5, rows.length),
    ...range(0, 3),
    ...range(middle - 8, rows.length),
  ];
  for (const place of order) if (kept.size < mostRows - 2 && place in rows) kept.add(place);
  const shown: (EvidenceRow | number)[] = [];
  for (const [place, row] of rows.entries()) {
    const last = shown.at(-1);
    if (kept.has(place)) shown.push(row);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
}

function scanText(scan: ToldScan | undefined, locale: Locale): string {
  if (!scan) return '';
  const name = messagesIn(locale).evidence.milestones[scan.milestone];
  const words = fit(scan.text, mostText);
  return words === '' ? name : `${name} – “${words}”`;
}

/** Chinese and its neighbours are twice as wide. */
function fit(text: string, max: number): string {
  return plain(text, /[\u1100-\uffff]/.test(text.replace(/[\u2000-\u206f]/g, '')) ? max / 2 : max);
}

function both(at: Instant, zone: string): string {
  return `${sortableTime(at, 'UTC')} UTC / ${sortableTime(at, zone)}`;
}

/** A run is named by its time. */
function utc(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? plain(at, 40) : `${sortableTime(instant(time), 'UTC')} UTC`;
}

const style: Markup = markup(`<style>
@page{size:A4;margin:12mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:10.5pt/1.35 ${fonts};overflow-wrap:anywhere}
.sheet{max-width:186mm;margin:0 auto;padding:1rem}
h1,.title{font-size:15pt;line-height:1.25;margin:0 0 .4rem}
h2{font-size:11.5pt;margin:.7rem 0 .25rem}
p{margin:0 0 .25rem}
.head,.source{font-size:9pt}
dl{display:grid;grid-template-columns:minmax(9rem,28%) 1fr;gap:.15rem .75rem;margin:0}
dt{font-weight:600}
dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:9pt;line-height:1.25}
th,td{text-align:left;vertical-align:top;padding:.15rem .4rem .15rem 0;border-bottom:1px solid #999}
th:first-child,td:first-child{width:24%}
td span{color:#444}
.missing td{border-bottom-width:2px;border-bottom-color:#000}
.gap{font-style:italic}
code{font:7.5pt/1.3 ui-monospace,Consolas,monospace}
@media (max-width:480px){dl{grid-template-columns:1fr}dd{margin:0 0 .3rem}}
@media print{body{font-size:9.5pt}table{font-size:8.5pt}.sheet{max-width:none;padding:0;break-after:page;break-inside:avoid}.sheet:last-child{break-after:auto}}
</style>`);
