import { randomUUID } from 'node:crypto';
import type { AsyncOutcome } from './lambda.ts';
import { nextTime } from './schedule-expression.ts';
import type { ScheduleResource } from './template-resources.ts';
import { account } from './template-scope.ts';

/** Told when a schedule of this name has fired by itself, with how its function ended. */
export type Fired = (schedule: string, scheduledTime: Date, outcome: AsyncOutcome) => void;

/** The stand-in for EventBridge Scheduler. */
export class Schedules {
  readonly #schedules: readonly ScheduleResource[];
  readonly #invokeAsync: (target: string, event: string) => Promise<AsyncOutcome>;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    schedules: readonly ScheduleResource[],
    invokeAsync: (target: string, event: string) => Promise<AsyncOutcome>,
  ) {
    this.#schedules = schedules;
    this.#invokeAsync = invokeAsync;
  }

  /**
   * Fires a schedule now as if it were `scheduledTime`. `name` is the schedule's logical id or name, or the name of
   * the function it aims at. `input` is laid over the schedule's own input.
   */
  fire(name: string, scheduledTime: Date, input: Readonly<Record<string, unknown>> = {}): Promise<AsyncOutcome> {
    const schedule = this.#schedules.find(
      (candidate) =>
        candidate.id === name || candidate.name === name || candidate.Target.Arn.split(':').at(-1) === name,
    );
    if (schedule === undefined) throw new Error(`No schedule ${name}`);
    const own: unknown = JSON.parse(substitute(schedule, scheduledTime));
    const event = Object.keys(input).length === 0 ? own : { ...(own as object), ...input };
    return this.#invokeAsync(schedule.Target.Arn, JSON.stringify(event));
  }

  /** Fires every enabled schedule at its times from now on. */
  start(fired: Fired): void {
    for (const schedule of this.#schedules) if (schedule.State === 'ENABLED') this.#arm(schedule, fired);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #arm(schedule: ScheduleResource, fired: Fired, after = new Date()): void {
    const time = nextTime(schedule.ScheduleExpression, after);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      // After a sleep of the machine the missed times are left out, not made up for one by one.
      this.#arm(schedule, fired, new Date(Math.max(time.getTime(), Date.now())));
      void this.fire(schedule.id, time).then((outcome) => fired(schedule.name, time, outcome));
    }, time.getTime() - Date.now());
    this.#timers.add(timer);
  }
}

/** The context attributes that Scheduler fills into an input. */
function substitute({ name, Target }: ScheduleResource, scheduledTime: Date): string {
  const arn = `arn:aws:scheduler:${account.region}:${account.id}:schedule/default/${name}`;
  return Target.Input.replaceAll(
    '<aws.scheduler.scheduled-time>',
    scheduledTime.toISOString().replace(/\.\d{3}Z$/, 'Z'),
  )
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
