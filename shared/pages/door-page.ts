import { html, type Fragment, type Markup } from '../channels/mail/html.ts';
import { orderLink } from '../channels/seller-center.ts';
import { plain } from '../messages/plain.ts';
import type { DoorText, Paragraphs } from '../messages/door-text.ts';
import { messagesIn } from '../messages/registry.ts';
import { locales, type Locale } from '../domain/shop.ts';
import type { DoorOutcome, Matter, Reader } from '../jobs/door.ts';
import { byline, doneText } from './done-text.ts';
import { formFields } from './form-fields.ts';
import { anonymousPage, pageAnswer, type DoorAnswer } from './door-answer.ts';
import { matterBox } from './matter.ts';

/** What became of a request, as a page without scripts. `path` is the page's own, to switch languages. */
export function doorPage(outcome: DoorOutcome, path: string): DoorAnswer {
  switch (outcome.is) {
    case 'not-found':
      return anonymousPage(404, (text) => text.notFound);
    case 'wrong-method':
      return refusedMethod(outcome.allowed);
    case 'refused':
      return anonymousPage(403, (text) => text.refused);
    case 'expired':
      return outcome.reader
        ? ended(410, outcome.reader, (text) => text.expired, path)
        : anonymousPage(410, (text) => text.expired);
    case 'over':
      return ended(410, outcome.reader, (text) => text.over, path);
    case 'accepted':
      return { status: 303, headers: { location: inLanguage(outcome.path, outcome.locale) }, body: '' };
    case 'done':
      return done(outcome, path);
    case 'choice':
      return choice(outcome, path);
    case 'form':
      return form(outcome, path);
    case 'answer-taken':
      return json(outcome.repeated ? 200 : 202, { taken: true, repeated: outcome.repeated });
    case 'answer-refused':
      return json(403, { error: 'refused' });
    case 'answer-unknown':
      return json(404, { error: 'no such request' });
    case 'answer-malformed':
      return json(400, { error: 'malformed', paths: outcome.paths });
  }
}

function json(status: number, body: object): DoorAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function refusedMethod(allowed: readonly string[]): DoorAnswer {
  const page = anonymousPage(405, (text) => text.wrongMethod);
  return { ...page, headers: { ...page.headers, allow: allowed.join(', ') } };
}

function ended(status: number, reader: Reader, pick: (text: DoorText) => Paragraphs, path: string): DoorAnswer {
  const { title, text } = pick(messagesIn(reader.locale).door);
  return page(
    status,
    reader,
    title,
    path,
    text.map((line) => html`<p>${line}</p>`),
  );
}

function done({ reader, act, replayed, ...known }: Extract<DoorOutcome, { is: 'done' }>, path: string): DoorAnswer {
  const { door } = messagesIn(reader.locale);
  const { title, text } = doneText(act, reader, known);
  const lines = [...(replayed ? [door.replayed] : []), ...text, byline(act, reader), door.close];
  const body = html`${lines.map((one) => html`<p>${one}</p>`)}${boxOf({ ...reader, ...known })}`;
  return page(replayed ? 409 : 200, reader, title, path, body);
}

function choice({ matter, links }: Extract<DoorOutcome, { is: 'choice' }>, path: string): DoorAnswer {
  const { door } = messagesIn(matter.locale);
  const body = html`${door.choose.text.map((line) => html`<p>${line}</p>`)}${earlierBox(matter)}${boxOf(matter)}
    <ul class="choices">
      ${links.map(
        ({ action, href }) =>
          html`<li><a class="button" href="${inLanguage(pathOf(href), matter.locale)}">${door.send[action]}</a></li>`,
      )}
    </ul>`;
  return page(200, matter, door.choose.title, path, body);
}

function form({ form: view }: Extract<DoorOutcome, { is: 'form' }>, path: string): DoorAnswer {
  const { door } = messagesIn(view.locale);
  const { title, text } = door.ask[view.action];
  const body = html`${text.map((line) => html`<p>${line}</p>`)}${earlierBox(view)}${boxOf(view)}
    <form method="post" action="${inLanguage(path, view.locale)}" style="margin-top:1rem" autocomplete="off">
      ${view.wrong ? html`<p class="trouble" role="alert" id="trouble">${door.wrong[view.wrong]}</p>` : ''}
      <input type="hidden" name="proof" value="${view.proof}" />
      ${formFields(view)}
      <button type="submit">${door.send[view.action]}</button>
      <p class="hint">${view.wrong ? '' : door.nothingYet}</p>
    </form>`;
  return page(view.wrong ? 422 : 200, view, title, path, body);
}

/** Somebody was here before: whoever reads on knows. */
function earlierBox({ earlier, ...matter }: Matter): Markup | undefined {
  if (!earlier) return undefined;
  const { door, colon } = messagesIn(matter.locale);
  return html`<p class="earlier">
    <strong>${door.earlier}${colon}${doneText(earlier, matter, matter).title}</strong><br />${byline(earlier, matter)}
  </p>`;
}

function boxOf({ line, order, ...reader }: Reader & Pick<Matter, 'line' | 'order'>): Markup | undefined {
  if (line) return matterBox({ ...reader, line });
  if (order === undefined) return undefined;
  const link = orderLink(reader.shop, plain(order, 60));
  const name = `${messagesIn(reader.locale).notice.order} ${plain(order, 60)}`;
  return html`<p>
    <strong><a href="${link}" rel="noopener">${name}</a></strong>
  </p>`;
}

function page(status: number, reader: Reader, title: string, path: string, body: Fragment): DoorAnswer {
  const { locale, shop } = reader;
  const { door } = messagesIn(locale);
  const other = locales.find((one) => one !== locale) ?? locale;
  const content = html`<div class="card">
      <p class="shop"><bdi>${plain(shop.name, 60)}</bdi></p>
      <h1>${title}</h1>
      ${body}
    </div>
    <footer>
      <p>${door.product}</p>
      <p><a href="${inLanguage(path, other)}" hreflang="${other}" lang="${other}">${door.otherLanguage}</a></p>
    </footer>`;
  return pageAnswer(status, locale, title, content);
}

/** Links stay on the host where the page was opened. */
function pathOf(href: string): string {
  return new URL(href).pathname;
}

function inLanguage(path: string, locale: Locale): string {
  return `${path}?lang=${locale}`;
}
