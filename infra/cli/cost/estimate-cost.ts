import type { StackCounts, SweepCounts } from './counts.ts';
import { prices, type Price } from './prices.ts';

/** What is watched. */
export interface Load {
  /** Orders created in a month, in all shops together. */
  readonly orders: number;
  readonly shops: number;
  /** Minutes from one sweep of a shop to the next. */
  readonly every: number;
  /** Mails a day, each recipient counted. */
  readonly notices: number;
}

export interface CostLine {
  readonly service: string;
  readonly what: string;
  readonly quantity: number;
  /** Dollars a month by the list, and with what is free for good. */
  readonly list: number;
  readonly afterFree: number;
}

const month = { days: 30.4, hours: 730, minutes: 43_800 };

/** Mean life of an open order in the generator's world, in days (the bench's, 2026-11). */
const openDays = 5.8;

/** Closed orders stay on the shelf for so long. */
const shelfDays = 90;

/**
 * A call to TikTok takes 200 ms and ten are in flight (assumed, 2026-11); a sweep has about a second of its own, a look
 * at what is due a tenth.
 */
const seconds = { call: 0.2 / 10, sweep: 1, other: 1, look: 0.1 };

/** Memory of the functions, in GB; see the stack. */
const memory = { sweep: 0.5, other: 0.25 };

/** What an invocation logs at most: its event and its metrics, and Lambda's own line (the demo's, measured 2026-11). */
const logBytes = 2_500;

/** Lambda polls each queue with five pollers that wait for 20 s (SQS event sources, Lambda developer guide). */
const pollsPerMinute = 15;

/** Each shop's book has so many shards, and reading an empty one costs a unit. */
const shards = 16;

const gigabyte = 1e9;

/** A month's bill by the bench's counts. It is proportional, so it is as true as the load is like the bench's. */
export function estimateCost(
  load: Load,
  { sweep, stack }: { readonly sweep: SweepCounts; readonly stack: StackCounts },
): readonly CostLine[] {
  const of = quantitiesOf(load, sweep);
  return [
    line('Lambda', 'requests', of.invocations, prices.lambdaRequests),
    line('Lambda', 'GB-seconds', of.gigabyteSeconds, prices.lambdaGigabyteSeconds),
    line('DynamoDB', 'read units', of.readUnits, prices.dynamoReadUnits),
    line('DynamoDB', 'write units', of.writeUnits, prices.dynamoWriteUnits),
    line('DynamoDB', 'GB stored', of.gigabytes, prices.dynamoGigabytes),
    line('DynamoDB', 'GB to recover from', of.gigabytes, prices.recoveryGigabytes),
    line('SQS', 'requests', 3 * of.messages + stack.polledQueues * pollsPerMinute * month.minutes, prices.sqsRequests),
    line('SES', 'mails', of.mails, prices.sesMails),
    line('CloudWatch', 'alarms', stack.alarms, prices.alarms),
    line('CloudWatch', 'metrics', stack.metrics, prices.metrics),
    line('CloudWatch', 'GB of logs', (of.invocations * logBytes) / gigabyte, prices.logGigabytes),
    line('SSM', 'decryptions by KMS', 2 * of.sweeps + of.mails, prices.decryptions),
    line('EventBridge', 'invocations', of.scheduled, prices.schedules),
  ];
}

export function totalOf(lines: readonly CostLine[]): Pick<CostLine, 'list' | 'afterFree'> {
  const sum = (of: (line: CostLine) => number): number => lines.reduce((total, one) => total + of(one), 0);
  return { list: sum(({ list }) => list), afterFree: sum(({ afterFree }) => afterFree) };
}

/** Open orders at any time, in all shops together. */
export function openOrders({ orders }: Pick<Load, 'orders'>): number {
  return (orders / month.days) * openDays;
}

function quantitiesOf(load: Load, counted: SweepCounts) {
  const open = openOrders(load);
  const rounds = month.minutes / load.every;
  const sweeps = rounds * load.shops;
  const mails = load.notices * month.days;
  // Rounds, and what happens whoever is watched: hints are looked at every minute, shops that left every hour.
  const scheduled = rounds + month.minutes + month.hours;
  // The bench's figures: for each open order and sweep, for each open order and hour, and for each sweep.
  const inSweep = open / load.shops / counted.open / counted.sweeps;
  const inHour = open / counted.open / ((counted.sweeps * counted.minutesApart) / 60);
  const calls = sweeps * Math.max(1, counted.calls * inSweep) + counted.looks * inHour * month.hours;
  const invocations = sweeps + scheduled + mails;
  return {
    sweeps,
    mails,
    scheduled,
    invocations,
    messages: sweeps + mails,
    gigabyteSeconds:
      (calls * seconds.call + sweeps * seconds.sweep) * memory.sweep +
      ((rounds + mails) * seconds.other + (month.minutes + month.hours) * seconds.look) * memory.other,
    readUnits:
      sweeps * (Math.max(shards, counted.orderReadUnits * inSweep) + counted.otherReadUnits / counted.sweeps) +
      month.minutes +
      month.hours,
    writeUnits:
      counted.orderWriteUnits * inHour * month.hours + (sweeps * counted.otherWriteUnits) / counted.sweeps + 2 * mails,
    gigabytes: ((load.orders / month.days) * (openDays + shelfDays) * counted.orderBytes) / gigabyte,
  };
}

function line(service: string, what: string, quantity: number, { per, dollars, free }: Price): CostLine {
  const cost = (billed: number): number => (Math.max(0, billed) / per) * dollars;
  return { service, what, quantity, list: cost(quantity), afterFree: cost(quantity - free) };
}
