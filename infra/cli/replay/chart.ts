import { html, markup, type Fragment, type Markup } from '../../../shared/channels/mail/html.ts';

/** Two series over the same days, drawn as lines; numbers are counts. */
export interface LineChart {
  readonly title: string;
  readonly days: readonly string[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const width = 1_000;
const height = 240;

/**
 * The drawing stretches to whatever room there is, so no text stands in it: scale and dates stand beside it, as text of
 * the page. Without colour the second line is told from the first by its dashes.
 */
export function lineChart({ title, days, before, after }: LineChart): Markup {
  const top = niceTop(Math.max(1, ...before, ...after));
  const label = `${title}: ${rangeText('in force', before)}; ${rangeText('changed', after)}`;
  return html`<figure>
    <figcaption>${title}</figcaption>
    <div class="plot">
      <div class="scale" aria-hidden="true"><span>${top}</span><span>${top / 2}</span><span>0</span></div>
      <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
        ${[0, 0.5, 1].map(gridLine)}
        <polyline class="before" points="${pointsOf(before, top)}" />
        <polyline class="after" points="${pointsOf(after, top)}" />
      </svg>
      <div class="dates" aria-hidden="true"><span>${days[0]}</span><span>${days.at(-1)}</span></div>
    </div>
    ${legend}
  </figure>`;
}

export interface Bar {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

/** A pair of bars for each label, with their numbers beside them. */
export function barChart(title: string, bars: readonly Bar[]): Markup {
  const most = Math.max(1, ...bars.flatMap(({ before, after }) => [before, after]));
  return html`<figure>
    <figcaption>${title}</figcaption>
    <div class="bars">${bars.map((bar) => barOf(bar, most))}</div>
    ${legend}
  </figure>`;
}

function barOf({ label, before, after }: Bar, most: number): Fragment {
  const share = (count: number): string => `${Math.round((1_000 * count) / most) / 10}%`;
  const text = `${label}: ${before} in force, ${after} changed`;
  return html`<span>${label}</span>
    <svg width="100%" height="26" role="img" aria-label="${text}">
      <rect class="before" x="0" y="2" height="10" width="${share(before)}" />
      <rect class="after" x="0" y="14" height="10" width="${share(after)}" />
    </svg>
    <span class="count" aria-hidden="true">${before}<br />${after}</span>`;
}

const legend = markup(
  '<p class="legend" aria-hidden="true"><span><svg width="28" height="8"><line class="before" x1="0" y1="4" x2="28" y2="4"/></svg> in force</span> <span><svg width="28" height="8"><line class="after" x1="0" y1="4" x2="28" y2="4"/></svg> changed</span></p>',
);

function gridLine(share: number): Fragment {
  const y = 2 + share * (height - 4);
  return html`<line class="grid" x1="0" y1="${y}" x2="${width}" y2="${y}" />`;
}

function pointsOf(values: readonly number[], top: number): string {
  const step = width / Math.max(1, values.length - 1);
  const shown = values.length === 1 ? [...values, ...values] : values;
  return shown
    .map((value, place) => `${round(place * step)},${round(height - 2 - (value / top) * (height - 4))}`)
    .join(' ');
}

/** An even number that is easily read: 2, 4, 6, 8, 10, 20, 40 … */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.4, 0.6, 0.8, 1, 2, 4, 6, 8, 10].map((of) => of * power).find((of) => of >= most && of >= 2);
  return Math.round(step ?? 2);
}

function round(at: number): number {
  return Math.round(at * 10) / 10;
}

function rangeText(name: string, values: readonly number[]): string {
  return values.length === 0 ? `${name} nothing` : `${name} ${Math.min(...values)} to ${Math.max(...values)} a day`;
}
