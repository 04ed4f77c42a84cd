import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onQueue } from '../../functions/runtime/on-queue.ts';
import { parseNotifyRequest } from '../../shared/adapters/queue-messages.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import { after, hours, isPast } from '../../shared/domain/time.ts';
import { notify } from '../../shared/jobs/notify.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aNotice } from '../support/a-notice.ts';
import { FakeChannelStates } from '../support/fake-channel-states.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeQueue } from '../support/fake-queue.ts';
import { now } from '../support/moments.ts';
import { CapturedOutput } from './captured-output.ts';
import { aContext } from './lambda-events.ts';

let output: CapturedOutput;
beforeEach(() => {
  output = new CapturedOutput();
  for (const [name, value] of Object.entries({
    TABLE_NAME: 'watch',
    SECRETS_PREFIX: '/tidewatch',
    MAIL_FROM: 'watch@example.test',
    NOTIFY_QUEUE_URL: 'https://sqs.example.test/notify',
    NOTIFY_DEAD_LETTERS_URL: 'https://sqs.example.test/dead',
  }))
    vi.stubEnv(name, value);
});
afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

/** A queue with `notify` behind it; `slack` decides what becomes of each of its messages. */
function aStory(slack: (clock: FakeClock) => void) {
  const clock = new FakeClock();
  const queue = new FakeQueue(clock, 30);
  const arrived: { readonly id: string; readonly at: number }[] = [];
  const deliver = async ({ id }: NoticeRequest): Promise<undefined> => {
    arrived.push({ id, at: clock.wall() });
  };
  const senders = [
    { kind: 'email', deliver },
    {
      kind: 'slack',
      async deliver(notice: NoticeRequest): Promise<undefined> {
        slack(clock);
        return deliver(notice);
      },
    },
  ];
  const ports = { ledger: new FakeLedger(), channelStates: new FakeChannelStates(), senders, clock };
  const handler = onQueue({
    name: 'notify',
    read: parseNotifyRequest,
    build: () => ports,
    run: async (request, services) => ({ outcome: await notify(request, services) }),
    done: 'Notice handled',
    failed: () => queue,
  });
  return {
    queue,
    arrived,
    until: (hour: number) => queue.deliverUntil(after(now, hours(hour)), (event) => handler(event, aContext())),
  };
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
    const { queue, arrived, until } = aStory(downFor(20));
    for (let hour = 0; hour < 20; hour += 1) {
      queue.send(JSON.stringify({ ...message, id: `${message.id}-${hour}` }));
      await until(hour + 1);
    }
    expect(arrived).toEqual([]);
    await until(21.1);
    const ids = Array.from({ length: 20 }, (_, hour) => `${message.id}-${hour}`);
    expect(arrived.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect([queue.waiting, queue.deadLetters]).toEqual([0, []]);
  });

  it('delays no other channel', async () => {
    const { queue, arrived, until } = aStory(downFor(20));
    queue.send(JSON.stringify(message), JSON.stringify(mail));
    await until(0);
    expect(arrived).toEqual([{ id: mail.id, at: now }]);
  });
});

it('a receiver that is down for longer than a day leaves its notice among the dead letters, with the reason', async () => {
  const { queue, arrived, until } = aStory(downFor(30));
  queue.send(JSON.stringify(message));
  await until(24);
  expect(queue.deadLetters).toEqual([]);
  await until(31);
  expect(arrived).toEqual([]);
  expect(queue.deadLetters).toEqual([{ body: JSON.stringify(message), because: expect.stringContaining('503') }]);
});

it('a notice that is refused lies among the dead letters at once, and is tried no more', async () => {
  let asked = 0;
  const { queue, until } = aStory(() => {
    asked += 1;
    throw new Rejected('Slack, shop 749: 404 no_service; make a new incoming webhook', 'credential');
  });
  queue.send(JSON.stringify(message));
  await until(48);
  expect(asked).toBe(1);
  expect(queue.deadLetters).toHaveLength(1);
});
