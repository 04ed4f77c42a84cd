import { days, hours } from '../../../shared/domain/time.ts';
import type { Clause, DeadlineForm, Limit } from '../../../shared/policies/policy.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A deadline form in a few words: `72 h`, `end of business day 2`. */
export function formText(form: DeadlineForm): string {
  switch (form.form) {
    case 'hours':
      return lengthText(form.length);
    case 'calendar-days':
    case 'business-days':
      return `end of ${dayText(form)}`;
    case 'extended':
      return `end of ${dayText(form.base)}, and ${form.by.days} ${kindText(form.by)} more`;
    case 'date':
      return `end of ${form.on}`;
    case 'unpublished':
      return 'relaxed, by how much was not published';
  }
}

/** As the rules put it: 24 to 120 hours, then days. */
export function lengthText(millis: number): string {
  return millis <= hours(120) ? `${millis / hours(1)} h` : `${millis / days(1)} d`;
}

/** What a limit asks for: `late-dispatch-rate at most 4 %, over 7 days`. */
export function limitText({ must, value, window }: Limit): string {
  const figure = value <= 1 ? `${Number((value * 100).toPrecision(10))} %` : `${value}`;
  return `${must} ${figure}${window === undefined ? '' : `, over ${window} days`}`;
}

/** Stages that the clause moves: `trace-gap-48 24 h before`. */
export function stagesText({ stages = {} }: Clause): string {
  return Object.entries(stages)
    .map(([stage, offset]) => {
      if (offset === 0) return `${stage} at the line`;
      return `${stage} ${lengthText(Math.abs(offset))} ${offset < 0 ? 'before' : 'after'} the line`;
    })
    .join(', ');
}

type DayForm = Extract<DeadlineForm, { form: 'calendar-days' | 'business-days' }>;

function dayText(form: DayForm): string {
  const day = form.days === 0 ? `the same ${kindText({ ...form, days: 1 })}` : `${kindText(form, 1)} ${form.days}`;
  if (form.form === 'calendar-days') return day;
  const cutOff = form.cutOff === undefined ? '' : `, from ${form.cutOff} on counted as the next`;
  const weekend = form.weekend === undefined ? '' : `, without ${form.weekend.map(weekdayText).join(' and ')}`;
  const holidays = form.holidays === undefined ? '' : `, by the holidays of ${form.holidays}`;
  return `${day}${cutOff}${weekend}${holidays}`;
}

function kindText({ form, days: count }: Pick<DayForm, 'form' | 'days'>, of = count): string {
  return `${form === 'calendar-days' ? 'calendar' : 'business'} day${of === 1 ? '' : 's'}`;
}

function weekdayText(weekday: number): string {
  return weekdays[weekday - 1] ?? `day ${weekday}`;
}
