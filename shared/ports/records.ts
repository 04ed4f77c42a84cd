import type { DisabledChannel } from '../domain/channel-state.ts';
import type { NotWatched } from '../domain/not-watched.ts';
import type { NoticeRequest } from '../domain/notice.ts';
import type { Shop } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { RunTally } from './watch.ts';

export interface Shops {
  list(): Promise<readonly string[]>;
  read(shop: string): Promise<Shop | undefined>;
}

export interface ChangeableShops extends Shops {
  /**
   * Puts what `decide` makes of the settings in their place, unless somebody has changed them meanwhile. False: nothing
   * was written, for there was nothing to change or somebody was faster.
   */
  change(shop: string, decide: (shop: Shop) => Shop | undefined): Promise<boolean>;
}

export interface QuarantinedOrder {
  readonly order: string;
  readonly run: string;
  readonly paths: readonly string[];
}

export interface Quarantine {
  list(shop: string): Promise<readonly QuarantinedOrder[]>;
  put(shop: string, entries: readonly QuarantinedOrder[], wall: Instant): Promise<void>;
  remove(shop: string, orders: readonly string[]): Promise<void>;
}

/** What was sent or done, by idempotency key. */
export interface Ledger {
  has(list: 'told' | 'remedy', shop: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  find(list: 'told' | 'remedy', shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, LedgerMark>>;
  mark(list: 'told' | 'remedy', shop: string, marks: readonly LedgerMark[]): Promise<void>;
}

export interface LedgerMark {
  readonly key: string;
  readonly at: Instant;
  /** E.g. the request's id, or the message id the receiver gave. */
  readonly reference?: string;
  /** What was told, where the message can be edited. */
  readonly request?: NoticeRequest;
  /** How long it is kept; left out: longer than anyone could ask about it. */
  readonly life?: Duration;
}

/** Channels of a shop that take nothing until a person acts; all others are not listed. */
export interface ChannelStates {
  list(shop: string): Promise<readonly DisabledChannel[]>;
  disable(shop: string, state: DisabledChannel): Promise<void>;
  /** Without effect on a channel that is not disabled. */
  enable(shop: string, channel: string): Promise<void>;
}

/** Finished runs, one wide record each (kept 30 days), and the progress of backfills. */
export interface RunLog {
  record(shop: string, id: string, record: RunRecord, wall: Instant): Promise<void>;
  find(shop: string, id: string): Promise<RunRecord | undefined>;
  /** Asks a backfill to end; what it has read stays. */
  cancel(shop: string, id: string, wall: Instant): Promise<void>;
  isCancelled(shop: string, id: string): Promise<boolean>;
}

export interface BackfillProgress {
  readonly from: Instant;
  readonly to: Instant;
  readonly reached: Instant;
  /** Its people are told. */
  readonly notify?: true;
}

export interface RunRecord {
  readonly kind: 'first-look' | 'sweep' | 'backfill';
  readonly now: Instant;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly tally: RunTally;
  readonly open: number;
  readonly transitions: Readonly<Record<'opened' | 'escalated' | 'reminded' | 'resolved' | 'reopened', number>>;
  readonly lag?: number;
  /** Of a complete run: what nobody can watch and why, the most frequent first; left out: nothing. */
  readonly notWatched?: readonly NotWatched[];
  readonly requests: readonly string[];
  /** Backfills: created-at range asked for, and how far it has got. */
  readonly progress?: BackfillProgress;
}

/** The run log over time. */
export interface PastRuns {
  /** Runs whose id, the ISO time for which they were scheduled, comes after this moment, the oldest first. */
  since(shop: string, from: Instant): Promise<ReadonlyMap<string, RunRecord>>;
}
