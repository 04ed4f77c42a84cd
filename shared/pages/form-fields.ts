import { html, type Fragment, type Markup } from '../channels/mail/html.ts';
import { subjectName } from '../channels/notice-row.ts';
import type { SnoozeScope } from '../domain/act.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { after, days, type Instant } from '../domain/time.ts';
import { snoozeLengths, tomorrowMorning } from '../jobs/act-form.ts';
import type { FormView } from '../jobs/door.ts';
import { messagesIn } from '../messages/registry.ts';
import { sortableTime } from '../messages/moment.ts';
import { marketZone } from '../policies/market-zone.ts';
import { scopeText } from './done-text.ts';
import { asNotice } from './matter.ts';

/** What the form of an action asks for. What was sent before stands in it again. */
export function formFields(view: FormView): readonly Fragment[] {
  const { door } = messagesIn(view.locale);
  return [...ownFields(view), textField(view, 'by', door.by, door.byHint, { most: 60 })];
}

function ownFields(view: FormView): readonly Fragment[] {
  const { door } = messagesIn(view.locale);
  switch (view.action) {
    case 'acknowledge':
      return [];
    case 'snooze':
      return [...(view.line ? [scopeField(view, view.line)] : []), untilField(view)];
    case 'filed':
      return [
        html`<p>${view.isAwaited ? door.afterTicket.shown : door.afterTicket.answered}</p>`,
        textField(view, 'ticket', door.ticket, door.ticketHint, { most: 60, needed: true }),
      ];
    case 'extended':
      return [dateField(view)];
    case 'not-a-problem':
      return [textField(view, 'reason', door.reason, door.reasonHint, { most: 200, needed: true })];
  }
}

interface TextRules {
  readonly most: number;
  readonly needed?: true;
}

function textField(
  { sent, wrong }: FormView,
  name: string,
  label: string,
  hint: string,
  { most, needed }: TextRules,
): Markup {
  return html`<label class="field" for="${name}">${label}</label>
    <input
      type="text"
      id="${name}"
      name="${name}"
      maxlength="${most}"
      value="${sent?.[name] ?? ''}"
      aria-describedby="${wrong ? `${name}-hint trouble` : `${name}-hint`}"
      ${needed ? html`required` : ''}
    />
    <p class="hint" id="${name}-hint">${hint}</p>`;
}

function scopeField(view: FormView, line: NoticeLine): Markup {
  const { door } = messagesIn(view.locale);
  const chosen = view.sent?.['scope'] ?? 'subject';
  const name = subjectName(messagesIn(view.locale), asNotice(view), line);
  const scopeOf = (kind: SnoozeScope['kind']): SnoozeScope =>
    kind === 'subject' ? { kind, subject: line.subject } : wideScope(kind, view);
  return html`<fieldset>
    <legend>${door.scope}</legend>
    ${view.scopes.map((kind) => option('scope', kind, scopeText(scopeOf(kind), view, { subject: name, carrier: view.carrier }), chosen === kind))}
  </fieldset>`;
}

function untilField(view: FormView): Markup {
  const { now, shop, locale, sent } = view;
  const messages = messagesIn(locale);
  const { door } = messages;
  const chosen = sent?.['until'] ?? '1d';
  const lengths = Object.entries(snoozeLengths) as [keyof typeof snoozeLengths, (typeof snoozeLengths)['1d']][];
  const options = lengths.map(([name, length]) => {
    const end = messages.shortMoment(after(now, length), { now, zone: shop.zone });
    return option('until', name, door.ends(door.lengths[name], end), chosen === name);
  });
  const own = sent?.['at'] ?? formMoment(tomorrowMorning(now, shop.zone), shop.zone);
  return html`<fieldset>
    <legend>${door.until}</legend>
    ${options}${option('until', 'at', door.at(shop.zone), chosen === 'at')}
    <input
      type="datetime-local"
      name="at"
      aria-label="${door.at(shop.zone)}"
      value="${own}"
      min="${formMoment(now, shop.zone)}"
      max="${formMoment(after(now, snoozeLengths['7d']), shop.zone)}"
    />
  </fieldset>`;
}

function dateField({ now, shop, locale, sent }: FormView): Markup {
  const { door } = messagesIn(locale);
  const zone = marketZone(shop.market);
  const day = (at: Instant): string => sortableTime(at, zone).slice(0, 10);
  return html`<label class="field" for="date">${door.date(zone)}</label>
    <input
      type="date"
      id="date"
      name="date"
      required
      value="${sent?.['date'] ?? day(after(now, days(3)))}"
      min="${day(now)}"
      max="${day(after(now, days(59)))}"
    />
    <p class="hint"></p>`;
}

function option(name: string, value: string, label: string, checked: boolean): Markup {
  const id = `${name}-${value}`;
  return html`<div class="option">
    <input type="radio" id="${id}" name="${name}" value="${value}" ${checked ? html`checked` : ''} />
    <label for="${id}">${label}</label>
  </div>`;
}

function wideScope(kind: Exclude<SnoozeScope['kind'], 'subject'>, { carrier = '', lane = '' }: FormView): SnoozeScope {
  switch (kind) {
    case 'carrier':
      return { kind, carrier };
    case 'lane':
      return { kind, lane };
    case 'shop':
      return { kind };
  }
}

/** As the field of a form writes it: `2026-11-25T09:00`. */
function formMoment(at: Instant, zone: string): string {
  return sortableTime(at, zone).replace(' ', 'T');
}
