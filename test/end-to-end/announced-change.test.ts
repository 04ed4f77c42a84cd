import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoHints } from '../../shared/adapters/dynamo/hints.ts';
import { before, hours } from '../../shared/domain/time.ts';
import { registerWebhooks } from './register-webhooks.ts';
import { sharedAssembly } from './shared-assembly.ts';
import { stormStack, type StormStack } from './storm-stack.ts';

let stack: StormStack;
beforeAll(async () => {
  stack = await stormStack(await sharedAssembly());
}, 240_000);
afterAll(() => stack.stop());

it('of a shop that is registered is known after the next minute, of another after the next round', async () => {
  const { tidewatch, shop, other } = stack;
  const { simulator } = tidewatch.world;
  if (!simulator) throw new Error('no simulator');
  const now = simulator.now();
  simulator.setNow(before(now, hours(3)));
  await simulator.webhooks.look();
  await registerWebhooks(stack, shop);
  Object.assign(simulator.webhooks.faults, { copies: 3, shuffled: true });
  simulator.setNow(now);
  await simulator.webhooks.look();
  expect(simulator.webhooks.counts.unanswered).toBe(0);
  expect(simulator.webhooks.counts.answered).toBeGreaterThan(10);
  expect((await new DynamoHints(tidewatch.table).list()).map((hint) => hint.shop)).toEqual([shop]);

  const unheard = await stack.behind(other);
  expect([(await stack.behind(shop)).length > 3, unheard.length > 3]).toEqual([true, true]);
  expect((await tidewatch.stack.fire('tidewatch-hints', { scheduledTime: new Date() })).ok).toBe(true);
  await tidewatch.stack.idle();
  expect(await stack.behind(shop)).toEqual([]);
  expect(await stack.behind(other)).toEqual(unheard);
}, 60_000);
