import * as z from 'zod';
import type { Lengths, ReportLog, ReportState } from '../../domain/report-state.ts';
import { countSchema, preventedSchema } from '../domain-schema.ts';

export const lengthsSchema: z.ZodType<Lengths> = z.record(z.string().regex(/^\d+$/), countSchema);

export const lagsSchema = z.record(z.string(), lengthsSchema);

const tally = { on: z.iso.date().exactOptional(), prevented: preventedSchema };

const stateSchema: z.ZodType<ReportState> = z.object({
  daily: z.object(tally).exactOptional(),
  weekly: z
    .object({
      ...tally,
      before: preventedSchema.exactOptional(),
      lags: lagsSchema,
      lagsBefore: lagsSchema.exactOptional(),
    })
    .exactOptional(),
});

export const reportLogSchema: z.ZodType<ReportLog> = z.object({
  run: z.string(),
  before: stateSchema,
  state: stateSchema,
});
