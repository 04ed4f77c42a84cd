import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { NotifyRequest } from '../../shared/domain/digest.ts';
import type { Sender } from '../../shared/ports/messaging.ts';
import { aNotice } from '../support/a-notice.ts';
import { underPlan } from '../support/crash-plan.ts';
import { daysAgo } from '../support/moments.ts';
import { Delivery, stubNotifyEnvironment } from './a-delivery.ts';
import { CapturedOutput } from './captured-output.ts';

let output: CapturedOutput;
beforeEach(() => {
  output = new CapturedOutput();
  stubNotifyEnvironment();
});
afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

const notice = aNotice();
const { shop, channel } = notice;
const gone = new Rejected(`Slack, shop ${shop.id}: 404 no_service; make a new incoming webhook`, 'credential');

/** What a person reads; a receiver that takes a key shows a message with a known one no second time. */
function aReceiver({ plan }: Delivery, shown: NotifyRequest[], takesKey: boolean): Sender {
  return {
    kind: channel.kind,
    deliver: (request) =>
      underPlan(plan, 'sender.deliver', () => {
        if (!takesKey || shown.every(({ id }) => id !== request.id)) shown.push(request);
        return undefined;
      }),
  };
}

interface Scene {
  readonly what: string;
  readonly before?: (delivery: Delivery) => Promise<void> | void;
  /** A person mends the channel and has the dead letters sent again. */
  readonly mended?: true;
}

const scenes: readonly Scene[] = [
  { what: 'a channel that takes it' },
  {
    what: 'a channel that is busy once',
    before: ({ plan }) => plan.refuseNext('sender.deliver', new Transient('503')),
  },
  {
    what: 'a closed channel that takes its daily try',
    before: ({ channelStates }) =>
      channelStates.disable(shop.id, { channel: channel.id, since: daysAgo(2), because: 'gone', triedAt: daysAgo(2) }),
  },
  {
    what: 'a channel that is gone, and mended',
    before: ({ plan }) => plan.refuseNext('sender.deliver', gone),
    mended: true,
  },
];

/** Runs a scene and answers how many messages were shown; a crash at point 0 is none. */
async function play(
  { before, mended }: Scene,
  takesKey: boolean,
  crashAt: number,
): Promise<{ shown: number; points: number }> {
  const shown: NotifyRequest[] = [];
  const delivery = new Delivery((of) => [aReceiver(of, shown, takesKey)]);
  await before?.(delivery);
  delivery.plan.revive();
  delivery.plan.crashAt(crashAt);
  delivery.send(notice);
  const points = await delivery.until(1);
  if (mended) {
    await delivery.channelStates.enable(shop.id, channel.id);
    delivery.queue.redrive();
    await delivery.until(2);
  }
  expect([delivery.queue.waiting, delivery.queue.deadLetters]).toEqual([0, []]);
  expect(await delivery.channelStates.list(shop.id)).toEqual([]);
  return { shown: shown.length, points };
}

/** Of all crashes before and after each call of the first delivery, how many showed the message twice. */
async function repeatsOf(scene: Scene, takesKey: boolean): Promise<{ crashes: number; repeated: number }> {
  const { points } = await play(scene, takesKey, 0);
  let repeated = 0;
  for (let point = 1; point <= points; point += 1) {
    const { shown } = await play(scene, takesKey, point);
    expect(shown, `${scene.what}, crash at point ${point}`).toBeGreaterThanOrEqual(1);
    expect(shown, `${scene.what}, crash at point ${point}`).toBeLessThanOrEqual(2);
    repeated += shown - 1;
  }
  return { crashes: points, repeated };
}

describe('a notice, whatever call its process dies at', () => {
  it('reaches a receiver that takes a key once', async () => {
    for (const scene of scenes) expect((await repeatsOf(scene, true)).repeated, scene.what).toBe(0);
  });

  it('reaches any other, and is shown twice only after a crash between the answer and the mark', async () => {
    const table: Record<string, { crashes: number; repeated: number }> = {};
    for (const scene of scenes) table[scene.what] = await repeatsOf(scene, false);
    expect(table).toEqual({
      'a channel that takes it': { crashes: 12, repeated: 2 },
      'a channel that is busy once': { crashes: 13, repeated: 0 },
      'a closed channel that takes its daily try': { crashes: 14, repeated: 4 },
      'a channel that is gone, and mended': { crashes: 13, repeated: 0 },
    });
  });
});
