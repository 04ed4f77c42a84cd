import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoHints } from '../../shared/adapters/dynamo/hints.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { pouredUntilHeard } from './a-storm.ts';
import { sharedAssembly } from './shared-assembly.ts';
import { stormStack, type StormStack } from './storm-stack.ts';

let stack: StormStack;
beforeAll(async () => {
  stack = await stormStack(await sharedAssembly());
}, 240_000);
afterAll(() => stack.stop());

it('of notifications is one sweep, after which what changed is known; nothing follows from forged ones', async () => {
  const { shop, other, tidewatch } = stack;
  const changed = await stack.behind(shop);
  expect(changed.length).toBeGreaterThan(3);
  const unheard = await stack.behind(other);

  const answers = await pouredUntilHeard(stack.storm(300, changed), stack.url, 84);
  expect(answers.filter(({ isForged, status }) => status !== (isForged ? 401 : 200))).toEqual([]);
  expect((await new DynamoHints(tidewatch.table).list()).map((hint) => hint.shop)).toEqual([shop]);

  const ran = await tidewatch.stack.fire('tidewatch-hints', { scheduledTime: new Date() });
  expect(ran.ok).toBe(true);
  await tidewatch.stack.idle();
  expect(await stack.behind(shop)).toEqual([]);
  expect(await stack.behind(other)).toEqual(unheard);
  const watches = new DynamoWatches(tidewatch.table);
  expect((await watches.read(shop))?.watermark).toBeGreaterThan((await watches.read(other))?.watermark ?? 0);
  expect(await new DynamoHints(tidewatch.table).list()).toEqual([]);
});
