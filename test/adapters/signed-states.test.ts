import { beforeEach, expect, it } from 'vitest';
import { SsmLinkKeys } from '../../shared/adapters/link-keys.ts';
import { createSsmClient } from '../../shared/adapters/secrets.ts';
import { SignedStates } from '../../shared/adapters/signed-states.ts';
import { connectLife } from '../../shared/domain/connection.ts';
import { after, minutes } from '../../shared/domain/time.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { at } from '../support/moments.ts';
import { startSsm, type SsmStandIn } from '../support/ssm-stand-in.ts';

const app = '6a7b8c9d0e';
const nonce = 'u8Zl0mOa3rB1kQfX7cPjTw';
let clock: FakeClock;
let ssm: SsmStandIn;
let states: SignedStates;

beforeEach(async () => {
  clock = new FakeClock(at('2026-03-31T23:30:00Z'));
  ssm = await startSsm();
  states = statesOf();
  return () => ssm.stop();
});

/** As another process, or another deployment, would make them. */
function statesOf(prefix = '/tidewatch'): SignedStates {
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const client = createSsmClient({ endpoint: ssm.endpoint, region: 'eu-west-1', credentials });
  return new SignedStates(new SsmLinkKeys(client, prefix, clock), clock);
}

function aState(by = states): Promise<string> {
  return by.sign({ app, nonce, expiresAt: after(clock.wallTime, connectLife) });
}

it('is read by every process of the deployment, across the change of keys, and for an hour', async () => {
  const state = await aState();
  expect(await statesOf().read(app, state)).toEqual({ is: 'valid', nonce });
  clock.advance(minutes(60));
  expect(await statesOf().read(app, state)).toEqual({ is: 'valid', nonce });
  clock.advance(minutes(1.1));
  expect(await statesOf().read(app, state)).toEqual({ is: 'expired', nonce });
});

it('survives the way through an address unchanged', async () => {
  const state = await aState();
  expect(new URLSearchParams({ state }).toString()).toBe(`state=${state}`);
  expect(state.length).toBeLessThan(100);
});

it('of another app or another deployment is none of ours', async () => {
  expect(await states.read('another', await aState())).toBeUndefined();
  expect(await states.read(app, await aState(statesOf('/elsewhere')))).toBeUndefined();
});

it('of which one character was changed is none of ours', async () => {
  const state = await aState();
  for (let place = 0; place < state.length; place += 1) {
    for (const other of ['x', 'A', '0', '.', '']) {
      const forged = `${state.slice(0, place)}${other}${state.slice(place + 1)}`;
      if (forged !== state) expect(await states.read(app, forged), forged).toBeUndefined();
    }
  }
});

it.each(['', '....', 'null', `26q1.${'z'.repeat(10_000)}`, '__proto__', '26q1.zz.%00.%00'])(
  'of the text %s is none of ours',
  async (text) => {
    expect(await states.read(app, text)).toBeUndefined();
  },
);
