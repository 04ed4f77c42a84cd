import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { after, type Duration, type Instant, minutes } from '../../shared/domain/time.ts';
import type { FailedMessages } from '../../shared/ports/messaging.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';
import type { FakeClock } from './fake-clock.ts';

interface Waiting {
  readonly id: string;
  readonly body: string;
  visibleAt: Instant;
  receives: number;
}

interface DeadLetter {
  readonly body: string;
  readonly because?: string;
}

/** A queue with a function behind it, on a clock that stands still: visibility, receive counts, dead letters. */
export class FakeQueue implements FailedMessages {
  readonly deadLetters: DeadLetter[] = [];
  readonly #messages: Waiting[] = [];
  readonly #clock: FakeClock;
  readonly #most: number;
  readonly #plan: CrashPlan;
  #sent = 0;

  constructor(clock: FakeClock, most: number, plan = new CrashPlan()) {
    this.#clock = clock;
    this.#most = most;
    this.#plan = plan;
  }

  get waiting(): number {
    return this.#messages.length;
  }

  send(...bodies: readonly string[]): void {
    for (const body of bodies) {
      this.#sent += 1;
      this.#messages.push({ id: `m${this.#sent}`, body, visibleAt: this.#clock.wall(), receives: 0 });
    }
  }

  postpone(receipt: string, wait: Duration): Promise<void> {
    return underPlan(this.#plan, 'failed.postpone', () => {
      const message = this.#messages.find(({ id }) => id === receipt);
      if (message) message.visibleAt = after(this.#clock.wall(), wait);
    });
  }

  putAside(body: string, because: string): Promise<void> {
    return underPlan(this.#plan, 'failed.putAside', () => {
      this.deadLetters.push({ body, because });
    });
  }

  /** A person sends the dead letters again. */
  redrive(): void {
    this.send(...this.deadLetters.splice(0).map(({ body }) => body));
  }

  /** Hands over what is due, one by one, moving the clock from one delivery to the next, until then. */
  async deliverUntil(end: Instant, handler: (event: SQSEvent) => Promise<SQSBatchResponse>): Promise<void> {
    for (;;) {
      const [next] = this.#messages.toSorted((one, other) => one.visibleAt - other.visibleAt);
      if (!next || next.visibleAt > end) break;
      if (next.visibleAt > this.#clock.wall()) this.#moveTo(next.visibleAt);
      await this.#deliver(next, handler);
    }
    this.#moveTo(end);
  }

  async #deliver(message: Waiting, handler: (event: SQSEvent) => Promise<SQSBatchResponse>): Promise<void> {
    message.receives += 1;
    if (message.receives > this.#most) {
      this.deadLetters.push({ body: message.body });
      return this.#remove(message);
    }
    message.visibleAt = after(this.#clock.wall(), minutes(6));
    const { batchItemFailures } = await handler({ Records: [recordOf(message)] });
    if (batchItemFailures.length === 0) this.#remove(message);
  }

  #remove(message: Waiting): void {
    this.#messages.splice(this.#messages.indexOf(message), 1);
  }

  #moveTo(at: Instant): void {
    this.#clock.wallTime = at;
  }
}

function recordOf({ id, body, receives }: Waiting): SQSEvent['Records'][number] {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:tidewatch-notify',
    awsRegion: 'eu-west-1',
  };
}
