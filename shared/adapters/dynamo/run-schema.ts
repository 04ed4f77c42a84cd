import * as z from 'zod';
import { lastingReasons, type NotWatched } from '../../domain/not-watched.ts';
import type { CallCounts } from '../../ports/marketplace.ts';
import type { RunRecord } from '../../ports/records.ts';
import type { CountProgress, FirstSeenTally, PullOutcome, Run, RunTally, TraceTally } from '../../ports/watch.ts';
import { countSchema, durationSchema, instantSchema } from '../domain-schema.ts';
import { dayTotalsSchema } from './day-schema.ts';
import { lagsSchema } from './report-log-schema.ts';

const callsSchema: z.ZodType<CallCounts> = z.object({
  search: countSchema,
  detail: countSchema,
  tracking: countSchema,
  other: countSchema,
  retries: countSchema,
});

const tallySchema: z.ZodType<RunTally> = z.object({
  pulled: countSchema,
  closed: countSchema,
  quarantined: countSchema,
  judged: countSchema,
  looks: countSchema,
  calls: callsSchema,
  durationMs: z.number(),
  unread: z.array(z.object({ text: z.string(), orders: countSchema })).exactOptional(),
});

const pullSchema: z.ZodType<PullOutcome> = z.object({
  outcome: z.enum(['complete', 'refused', 'credential']),
  reached: instantSchema,
  because: z.string().exactOptional(),
});

const tracesSchema: z.ZodType<TraceTally> = z.object({
  answered: countSchema,
  failed: countSchema,
  missedLooks: z.boolean(),
});

const firstSeenSchema: z.ZodType<FirstSeenTally> = z.object({
  orders: countSchema,
  late: countSchema,
  longest: durationSchema,
});

const countProgressSchema: z.ZodType<CountProgress> = z.object({
  shard: countSchema,
  days: z.array(dayTotalsSchema),
});

const notWatchedSchema: z.ZodType<NotWatched> = z.object({
  check: z.string(),
  because: z.enum(lastingReasons),
  count: countSchema,
});

export const runSchema: z.ZodType<Run> = z.object({
  id: z.string(),
  kind: z.enum(['first-look', 'sweep']),
  now: instantSchema,
  asOf: z.literal(true).exactOptional(),
  from: instantSchema,
  settled: z.object({ shard: countSchema, after: z.string().exactOptional() }).exactOptional(),
  pull: pullSchema.exactOptional(),
  step: countSchema,
  startedAt: instantSchema,
  tally: tallySchema,
  traces: tracesSchema.exactOptional(),
  firstSeen: z.union([firstSeenSchema, z.literal('lost')]).exactOptional(),
  notWatched: z.array(notWatchedSchema).exactOptional(),
  count: countProgressSchema.exactOptional(),
  lags: lagsSchema.exactOptional(),
});

export const runRecordSchema: z.ZodType<RunRecord> = z.object({
  kind: z.enum(['first-look', 'sweep', 'backfill']),
  now: instantSchema,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  tally: tallySchema,
  open: countSchema,
  transitions: z.object({
    opened: countSchema,
    escalated: countSchema,
    reminded: countSchema,
    resolved: countSchema,
    reopened: countSchema,
  }),
  lag: z.number().exactOptional(),
  notWatched: z.array(notWatchedSchema).exactOptional(),
  requests: z.array(z.string()),
  progress: z
    .object({
      from: instantSchema,
      to: instantSchema,
      reached: instantSchema,
      notify: z.literal(true).exactOptional(),
    })
    .exactOptional(),
});
