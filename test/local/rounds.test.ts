import { expect, it } from 'vitest';
import { startRounds } from '../../infra/local/watching/round.ts';
import type { Fired } from '../../infra/local/schedules.ts';

it('of all schedules that fire, rounds alone are told of', () => {
  const told: string[] = [];
  let fire: Fired | undefined;
  startRounds({ startSchedules: (fired) => (fire = fired) }, (time) => told.push(time.toISOString()));
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
  fire?.('tidewatch-hints', at(10), { ok: true, attempts: 1 });
  fire?.('tidewatch-dispatch', at(11), { ok: true, attempts: 1 });
  expect(told).toEqual(['2026-11-22T11:00:00.000Z']);
});
