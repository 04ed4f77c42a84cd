import { expect, it } from 'vitest';
import { nextTime } from '../../infra/local/schedule-expression.ts';

it.each([
  ['rate(1 hour)', '2026-11-22T10:20:00Z', '2026-11-22T11:00:00Z'],
  ['rate(1 hour)', '2026-11-22T11:00:00Z', '2026-11-22T12:00:00Z'],
  ['rate(15 minutes)', '2026-11-22T10:20:00Z', '2026-11-22T10:30:00Z'],
  ['rate(1 day)', '2026-11-22T10:20:00Z', '2026-11-23T00:00:00Z'],
  ['cron(0 * * * ? *)', '2026-11-22T10:20:00Z', '2026-11-22T11:00:00Z'],
  ['cron(0 * * * ? *)', '2026-11-22T10:59:59.999Z', '2026-11-22T11:00:00Z'],
  ['cron(0 * * * ? *)', '2026-11-22T11:00:00Z', '2026-11-22T12:00:00Z'],
  ['cron(5/20 * * * ? *)', '2026-11-22T10:26:00Z', '2026-11-22T10:45:00Z'],
  ['cron(*/30 8-9 * * ? *)', '2026-11-22T09:31:00Z', '2026-11-23T08:00:00Z'],
  ['cron(30 6,18 * * ? *)', '2026-11-22T10:00:00Z', '2026-11-22T18:30:00Z'],
])('%s fires after %s at %s', (expression, after, next) => {
  expect(nextTime(expression, new Date(after))).toEqual(new Date(next));
});

it.each(['cron(0 8 ? * MON *)', 'cron(0 *)', 'cron(x * * * ? *)', 'at(2026-11-22T10:00:00)', 'rate(1 week)'])(
  '%s is refused rather than misread',
  (expression) => {
    expect(() => nextTime(expression, new Date())).toThrow(`The schedule ${expression} is not understood`);
  },
);
