import { expect, it } from 'vitest';
import { buildOnce } from '../../functions/runtime/build-once.ts';

it('builds at the first call and never again while it is warm', async () => {
  let builds = 0;
  const services = buildOnce(() => ({ build: (builds += 1) }));
  expect(builds).toBe(0);
  const both = await Promise.all([services(), services()]);
  expect([...both, await services()]).toEqual([{ build: 1 }, { build: 1 }, { build: 1 }]);
});

it('tries again after a build that failed, and keeps the one that did not', async () => {
  let builds = 0;
  const services = buildOnce(async () => {
    builds += 1;
    if (builds === 1) throw new Error('not yet');
    return builds;
  });
  await expect(services()).rejects.toThrow('not yet');
  expect(await services()).toBe(2);
  expect(await services()).toBe(2);
});

it('tries again after a build that threw before it waited for anything', async () => {
  let builds = 0;
  const services = buildOnce(() => {
    builds += 1;
    if (builds === 1) throw new Error('not set');
    return builds;
  });
  await expect(services()).rejects.toThrow('not set');
  expect(await services()).toBe(2);
});
