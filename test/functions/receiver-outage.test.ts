import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after, hours, isPast } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { Sender } from '../../shared/ports/messaging.ts';
import { aNotice } from '../support/a-notice.ts';
import type { FakeClock } from '../support/fake-clock.ts';
import { now } from '../support/moments.ts';
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

/** `slack` decides what becomes of each of its messages. */
function aStory(slack: (clock: FakeClock) => void) {
  const arrived: { readonly id: string; readonly at: number }[] = [];
  const sender = (kind: string, clock: FakeClock, answer: () => void = () => {}): Sender => ({
    kind,
    async deliver({ id }) {
      answer();
      arrived.push({ id, at: clock.wall() });
      return undefined;
    },
  });
  const delivery = new Delivery(({ clock }) => [sender('email', clock), sender('slack', clock, () => slack(clock))]);
  return { delivery, arrived };
}

const mail = aNotice();
const message = aNotice({
  id: `${mail.shop.id}#${mail.run}#slack:en`,
  channel: { id: 'slack:en', kind: 'slack', locale: 'en', to: [], secret: 'slack' },
});

function downFor(length: number): (clock: FakeClock) => void {
  return (clock) => {
    if (!isPast(after(now, hours(length)), clock.wall())) throw new Transient('Slack, shop 749: 503 no reason given');
  };
}

describe('a receiver that answers 503 for 20 hours', () => {
  it('gets every notice of that time once, within an hour of its return', async () => {
    const { delivery, arrived } = aStory(downFor(20));
    for (let hour = 0; hour < 20; hour += 1) {
      delivery.send({ ...message, id: `${message.id}-${hour}` });
      await delivery.until(hour + 1);
    }
    expect(arrived).toEqual([]);
    await delivery.until(21.1);
    const ids = Array.from({ length: 20 }, (_, hour) => `${message.id}-${hour}`);
    expect(arrived.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect([delivery.queue.waiting, delivery.queue.deadLetters]).toEqual([0, []]);
  });

  it('delays no other channel', async () => {
    const { delivery, arrived } = aStory(downFor(20));
    delivery.send(message, mail);
    await delivery.until(0);
    expect(arrived).toEqual([{ id: mail.id, at: now }]);
  });
});

it('a receiver that is down for longer than a day leaves its notice among the dead letters, with the reason', async () => {
  const { delivery, arrived } = aStory(downFor(30));
  delivery.send(message);
  await delivery.until(24);
  expect(delivery.queue.deadLetters).toEqual([]);
  await delivery.until(31);
  expect(arrived).toEqual([]);
  const [letter] = delivery.queue.deadLetters;
  expect(letter).toEqual({ body: JSON.stringify(message), because: expect.stringContaining('503') });
});

it('a notice that is refused lies among the dead letters at once, and is tried no more', async () => {
  let asked = 0;
  const { delivery } = aStory(() => {
    asked += 1;
    throw new Rejected('Slack, shop 749: 404 no_service; make a new incoming webhook', 'credential');
  });
  delivery.send(message);
  await delivery.until(48);
  expect(asked).toBe(1);
  expect(delivery.queue.deadLetters).toHaveLength(1);
});
