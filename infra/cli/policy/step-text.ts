import type { Step } from '../../../shared/policies/day-count.ts';
import { isoDate, weekdayOf, type WallDay } from '../../../shared/policies/wall-days.ts';
import { lengthText } from './form-text.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 2026-01-19`. */
export function dayText(day: WallDay): string {
  return `${weekdays[weekdayOf(day) - 1] ?? ''} ${isoDate(day)}`;
}

/** One step of reckoning a line, in words. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'hours':
      return `${lengthText(step.length)} after the start, on every day and at every hour`;
    case 'unpublished':
      return 'the time is relaxed, by how much was not published: no line can be drawn';
    case 'calendar-days':
      return step.days === 0
        ? `the same calendar day, ${dayText(step.to)}`
        : `${step.days} calendar day${step.days === 1 ? '' : 's'} later: ${dayText(step.to)}`;
    case 'date':
      return `one day for all: ${dayText(step.to)}`;
    case 'after-cut-off':
      return `${dayText(step.day)}: the start is at or after the cut-off of ${step.cutOff}, so it counts as the next business day's`;
    case 'weekend':
      return `${dayText(step.day)}: skipped, weekend`;
    case 'holiday':
      return `${dayText(step.day)}: skipped, ${step.name}`;
    case 'unknown-holidays':
      return `${dayText(step.day)}: no holidays of ${step.country} are known for that year, so it may be one`;
    case 'counts-from':
      return `${dayText(step.day)}: counts as the day of the start`;
    case 'counted':
      return `${dayText(step.day)}: business day ${step.count} of ${step.of}`;
    case 'extended':
      return 'extended:';
  }
}
