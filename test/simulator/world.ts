import { afterAll } from 'vitest';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { startSimulator } from '../../infra/local/simulator/simulator.ts';
import type { SimulatedShop, SimulatorOptions } from '../../infra/local/simulator/simulator.ts';
import { instant } from '../../shared/domain/time.ts';

export const noon = instant(Date.parse('2026-03-16T12:00:00Z'));

/** A shop with a few hundred orders, some of them open. */
export function aShop(over: Partial<SimulatedShop> = {}): SimulatedShop {
  return { region: 'GB', orders: { from: 'generator', open: 60, historyDays: 20 }, ...over };
}

const started: Simulator[] = [];

/** A simulator frozen at noon whose limits nobody waits for, closed when the file's tests are done. */
export async function aSimulator(over: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ seed: 7, now: noon, rateMode: 'virtual', shops: [aShop()], ...over });
  started.push(simulator);
  return simulator;
}

afterAll(async () => {
  await Promise.all(started.splice(0).map((simulator) => simulator.close()));
});
