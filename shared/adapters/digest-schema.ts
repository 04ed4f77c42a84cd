import * as z from 'zod';
import { attestations } from '../domain/deed.ts';
import {
  rateMetrics,
  type Budget,
  type DailyDigest,
  type HandOverRow,
  type LaneFigures,
  type WeeklyReport,
} from '../domain/digest.ts';
import { lastingReasons } from '../domain/not-watched.ts';
import { metrics } from '../domain/score.ts';
import { countSchema, instantSchema, preventedSchema } from './domain-schema.ts';
import { channelSchema, lineSchema, shopSchema } from './notice-parts.ts';

const frame = {
  v: z.literal(1),
  id: z.string().min(1),
  shop: shopSchema,
  run: z.string().min(1),
  channel: channelSchema,
  now: instantSchema,
  prevented: preventedSchema,
  asOf: instantSchema.exactOptional(),
};

const rowSchema: z.ZodType<HandOverRow> = z.object({
  order: z.string(),
  carrier: z.string().exactOptional(),
  due: instantSchema.exactOptional(),
  attest: z.array(z.enum(attestations)),
});

const budgetSchema: z.ZodType<Budget> = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('rate'),
    metric: z.enum(rateMetrics),
    late: countSchema,
    orders: countSchema,
    limit: z.number(),
    left: countSchema,
    days: countSchema,
  }),
  z.object({
    is: z.literal('score'),
    metric: z.enum(metrics),
    score: z.number(),
    limit: z.number(),
    origin: z.enum(['imported', 'estimate']),
  }),
  z.object({ is: z.literal('unknown'), metric: z.enum([...rateMetrics, ...metrics]) }),
]);

export const dailySchema = z.object({
  ...frame,
  kind: z.literal('daily'),
  open: z.object({ warning: countSchema, breach: countSchema, critical: countSchema }),
  inhibited: countSchema,
  urgent: z.array(lineSchema).max(10),
  due: z.array(z.object({ check: z.string(), stage: z.string(), count: countSchema, next: instantSchema })),
  handOver: z.object({ count: countSchema, rows: z.array(rowSchema).max(10) }),
  budgets: z.array(budgetSchema),
  notWatched: z.object({ checks: countSchema, because: z.enum(lastingReasons).exactOptional() }).exactOptional(),
}) satisfies z.ZodType<DailyDigest>;

const spreadSchema = z.object({ sample: countSchema, median: countSchema, p90: countSchema });
const shareSchema = z.object({ count: countSchema, of: countSchema });

const figuresSchema: z.ZodType<LaneFigures> = z.object({
  toFirstScan: spreadSchema.exactOptional(),
  toTikTok: spreadSchema.exactOptional(),
  stalled: shareSchema.exactOptional(),
  late: shareSchema.exactOptional(),
});

export const weeklySchema = z.object({
  ...frame,
  kind: z.literal('weekly'),
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).exactOptional(),
  lanes: z
    .array(
      z.object({
        lane: z.string(),
        carrier: z.string(),
        week: figuresSchema,
        before: figuresSchema.exactOptional(),
      }),
    )
    .max(20),
  preventedBefore: preventedSchema.exactOptional(),
}) satisfies z.ZodType<WeeklyReport>;
