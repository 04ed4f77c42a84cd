import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import { onQueue } from '../../functions/runtime/on-queue.ts';
import { parseNotifyRequest } from '../../shared/adapters/queue-messages.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import { after, hours } from '../../shared/domain/time.ts';
import { notify } from '../../shared/jobs/notify.ts';
import type { Sender } from '../../shared/ports/messaging.ts';
import { CrashPlan } from '../support/crash-plan.ts';
import { FakeActs } from '../support/fake-acts.ts';
import { FakeLinks } from '../support/fake-links.ts';
import { FakeChannelStates } from '../support/fake-channel-states.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';
import { FakeQueue } from '../support/fake-queue.ts';
import { now } from '../support/moments.ts';
import { aContext } from './lambda-events.ts';

const environment = {
  TABLE_NAME: 'watch',
  SECRETS_PREFIX: '/tidewatch',
  MAIL_FROM: 'watch@example.test',
  NOTIFY_QUEUE_URL: 'https://sqs.example.test/notify',
  NOTIFY_DEAD_LETTERS_URL: 'https://sqs.example.test/notify-dead-letters',
  FRONT_DOOR_URL: 'https://door.example.test/',
};

export function stubNotifyEnvironment(): void {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
}

/** The queue of notices with `notify` behind it, on a clock that stands still and with receivers of one's own. */
export class Delivery {
  readonly plan = new CrashPlan();
  readonly clock = new FakeClock();
  readonly queue = new FakeQueue(this.clock, 30, this.plan);
  readonly ledger = new FakeLedger(this.plan);
  readonly channelStates = new FakeChannelStates(this.plan);
  readonly acts = new FakeActs(this.plan);
  readonly links = new FakeLinks(this.clock, this.plan);
  readonly #handler: (event: SQSEvent) => Promise<SQSBatchResponse>;

  constructor(senders: (of: Delivery) => readonly Sender[]) {
    const { ledger, channelStates, acts, links, clock } = this;
    const ports = { ledger, channelStates, acts, links, clock, senders: senders(this) };
    const handler = onQueue({
      name: 'notify',
      read: parseNotifyRequest,
      build: () => ports,
      run: async (request, services) => ({ outcome: await notify(request, services) }),
      done: 'Notice handled',
      failed: () => this.queue,
    });
    this.#handler = (event) => handler(event, aContext());
  }

  send(...notices: readonly NoticeRequest[]): void {
    this.queue.send(...notices.map((notice) => JSON.stringify(notice)));
  }

  /**
   * Everything that is due until so many hours after the beginning; a process that dies is followed by another.
   * Answers how many points of the crash plan the first delivery passed.
   */
  async until(hour: number): Promise<number> {
    let points: number | undefined;
    await this.queue.deliverUntil(after(now, hours(hour)), async (event) => {
      const answer = await this.#handler(event);
      points ??= this.plan.points;
      this.plan.revive();
      return answer;
    });
    return points ?? 0;
  }
}
