import stored from './counts.json' with { type: 'json' };

/** What the bench counted of one shop; renewed by `npm run bench -- --write-counts`. */
export interface SweepCounts {
  /** Open orders at the end of each sweep, on average. */
  readonly open: number;
  readonly sweeps: number;
  readonly minutesApart: number;
  /** Requests to TikTok on which a verdict hangs, and traces read only because they had not been read for a day. */
  readonly calls: number;
  readonly looks: number;
  /** DynamoDB request units over all sweeps: of orders, and of everything else. */
  readonly orderReadUnits: number;
  readonly otherReadUnits: number;
  readonly orderWriteUnits: number;
  readonly otherWriteUnits: number;
  /** Mean size of an order's item. */
  readonly orderBytes: number;
}

/** What the template holds, whoever is watched; a test compares them. */
export interface StackCounts {
  readonly alarms: number;
  /** What the sweep publishes, and the one that a failing function adds. */
  readonly metrics: number;
  /** Queues that a function is fed from: Lambda polls each of them all the time. */
  readonly polledQueues: number;
}

export const counts: { readonly sweep: SweepCounts; readonly stack: StackCounts } = stored;
