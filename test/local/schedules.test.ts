import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Schedules } from '../../infra/local/schedules.ts';

const hourly = {
  id: 'Hourly',
  name: 'hourly',
  ScheduleExpression: 'rate(1 hour)',
  ScheduleExpressionTimezone: 'UTC',
  State: 'ENABLED' as const,
  Target: { Arn: 'arn:aws:lambda:us-east-1:0:function:dispatch', Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:20:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('fires every enabled schedule at its times until stopped', async () => {
  const events: string[] = [];
  const fired: string[] = [];
  const schedules = new Schedules([hourly, { ...hourly, id: 'Off', State: 'DISABLED' }], (_, event) => {
    events.push(event);
    return Promise.resolve({ ok: true, attempts: 1 });
  });
  schedules.start((schedule, time) => fired.push(`${schedule} ${time.toISOString()}`));
  await vi.advanceTimersByTimeAsync(39 * 60_000);
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(61 * 60_000);
  expect(events).toEqual(['{"at":"2026-11-22T11:00:00Z"}', '{"at":"2026-11-22T12:00:00Z"}']);
  expect(fired).toEqual(['hourly 2026-11-22T11:00:00.000Z', 'hourly 2026-11-22T12:00:00.000Z']);
  schedules.stop();
  await vi.advanceTimersByTimeAsync(3 * 3_600_000);
  expect(events).toHaveLength(2);
});

it('leaves out the times that the machine slept through', async () => {
  const events: string[] = [];
  const schedules = new Schedules([hourly], (_, event) => {
    events.push(event);
    return Promise.resolve({ ok: true, attempts: 1 });
  });
  schedules.start(() => undefined);
  vi.setSystemTime(new Date('2026-11-22T15:30:00Z'));
  await vi.advanceTimersByTimeAsync(40 * 60_000);
  expect(events).toEqual(['{"at":"2026-11-22T11:00:00Z"}']);
  await vi.advanceTimersByTimeAsync(50 * 60_000);
  expect(events).toEqual(['{"at":"2026-11-22T11:00:00Z"}', '{"at":"2026-11-22T17:00:00Z"}']);
  schedules.stop();
});
