import * as z from 'zod';
import type { DayTotals, Drift, Fates, LaneCount, TraceCount } from '../../domain/day-totals.ts';
import { countSchema, durationSchema, instantSchema } from '../domain-schema.ts';
import { lengthsSchema } from './report-log-schema.ts';

const fatesSchema: z.ZodType<Fates> = z.object({ onTime: countSchema, late: countSchema, open: countSchema });

const driftSchema: z.ZodType<Drift> = z.object({
  compared: countSchema,
  apart: z.record(z.string().regex(/^-?\d+$/), countSchema),
});

const traceCountSchema: z.ZodType<TraceCount> = z.object({ read: countSchema, whole: countSchema });

const laneCountSchema: z.ZodType<LaneCount> = z.object({
  lane: z.string(),
  carrier: z.string(),
  scanned: countSchema,
  stalled: countSchema,
  due: countSchema,
  late: countSchema,
  toFirstScan: lengthsSchema,
});

export const dayTotalsSchema: z.ZodType<DayTotals> = z.object({
  day: z.iso.date(),
  countedAt: instantSchema,
  orders: countSchema,
  confirm: fatesSchema,
  pickup: fatesSchema,
  deliver: fatesSchema,
  lateCounted: countSchema,
  traces: traceCountSchema,
  lanes: z.record(z.string(), traceCountSchema).exactOptional(),
  fared: z.array(laneCountSchema).exactOptional(),
  pickups: z.object({ count: countSchema, time: durationSchema }),
  drift: z.record(z.string(), driftSchema),
});
