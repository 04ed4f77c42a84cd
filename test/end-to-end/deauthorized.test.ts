import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { putSeller } from '../../shared/adapters/dynamo/sellers.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { isLive } from '../../shared/domain/finding.ts';
import { age, days, minutes } from '../../shared/domain/time.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { registerWebhooks } from './register-webhooks.ts';
import { sentMails } from './sent-mails.ts';
import { sharedAssembly } from './shared-assembly.ts';
import { stormStack, type StormStack } from './storm-stack.ts';

let stack: StormStack;
beforeAll(async () => {
  stack = await stormStack(await sharedAssembly());
}, 240_000);
afterAll(() => stack.stop());

/** A schedule's function, and all that follows from it. */
async function fire(name: 'hints' | 'forget'): Promise<void> {
  const { stack: local } = stack.tidewatch;
  expect((await local.fire(`tidewatch-${name}`, { scheduledTime: new Date() })).ok).toBe(true);
  await local.idle();
}

async function stagesOf(shop: string): Promise<readonly string[]> {
  const watch = await new DynamoWatches(stack.tidewatch.table).read(shop);
  return (watch?.findings ?? []).flatMap(({ finding }) => (isLive(finding) ? [finding.stage] : []));
}

it('a shop whose seller takes the authorization away leaves, and stays after all once the seller consents', async () => {
  const { tidewatch, shop, other } = stack;
  const { simulator, file } = tidewatch.world;
  if (!simulator) throw new Error('no simulator');
  simulator.setNow(undefined);
  await registerWebhooks(stack, shop);
  const shops = new DynamoShops(tidewatch.table, knownToShops);

  await simulator.deauthorize();
  expect(simulator.webhooks.counts).toMatchObject({ answered: 1, unanswered: 0 });
  await fire('hints');
  expect(await stagesOf(shop)).toContain('authorization-withdrawn');
  expect(await stagesOf(other)).not.toContain('authorization-withdrawn');

  await fire('forget');
  const leaving = (await shops.read(shop))?.leaving;
  expect(Math.abs((leaving?.until ?? 0) - (systemClock.wall() + days(7)))).toBeLessThan(minutes(5));
  expect(age(leaving?.since ?? systemClock.wall(), systemClock.wall())).toBeLessThan(minutes(5));
  expect((await shops.read(other))?.leaving).toBeUndefined();
  const until = new Date(leaving?.until ?? 0).toISOString().slice(0, 16).replace('T', ' ');
  expect(JSON.stringify(sentMails(tidewatch.stack.facts().outboxDir))).toContain(`${until} UTC`);

  const [seller] = file.sellers;
  if (!seller) throw new Error('a simulated world has a seller');
  await putSeller(tidewatch.table, seller.seller, seller.credentials);
  await fire('forget');
  expect((await shops.read(shop))?.leaving).toBeUndefined();
}, 120_000);
