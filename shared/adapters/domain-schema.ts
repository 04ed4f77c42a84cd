import * as z from 'zod';
import type { Prevented, StageCount } from '../domain/digest.ts';
import type { Finding, ResolvedBecause, TransitionKind } from '../domain/finding.ts';
import { transitions } from '../domain/finding.ts';
import { locales } from '../domain/shop.ts';
import { instant, type Duration } from '../domain/time.ts';
import type { Deadline, Facts, SubjectKind } from '../domain/verdict.ts';
import { severities } from '../domain/verdict.ts';

// How values of the domain are read back from JSON, in queue messages and in stored documents alike.

export const instantSchema = z.int().transform(instant);
export const localeSchema = z.enum(locales);
export const severitySchema = z.enum(severities);
export const transitionSchema: z.ZodType<TransitionKind> = z.enum(transitions);
export const countSchema = z.int().min(0);
export const durationSchema = countSchema.transform((length) => length as Duration);
export const subjectKindSchema: z.ZodType<SubjectKind> = z.enum(['order', 'credential', 'shop', 'incident']);

export const resolvedBecauseSchema: z.ZodType<ResolvedBecause> = z.enum([
  'condition-cleared',
  'order-closed',
  'abandoned',
  'check-retired',
]);

export const factsSchema: z.ZodType<Facts> = z.record(z.string(), z.union([z.string(), z.number()]));

export const deadlineSchema: z.ZodType<Deadline> = z.object({
  at: instantSchema,
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('platform'), field: z.string() }),
    z.object({ kind: z.literal('clause'), pack: z.string(), clause: z.string() }),
    z.object({ kind: z.literal('credential') }),
    z.object({ kind: z.literal('extension') }),
  ]),
});

const stageCountSchema: z.ZodType<StageCount> = z.object({
  check: z.string(),
  stage: z.string(),
  count: countSchema,
});

export const preventedSchema: z.ZodType<Prevented> = z.object({
  from: instantSchema,
  stages: z.array(stageCountSchema),
});

export const lastEventSchema = z.object({ at: instantSchema, text: z.string().exactOptional() });

export const findingSchema: z.ZodType<Finding> = z.object({
  check: z.string(),
  stage: z.string(),
  state: z.enum(['open', 'acknowledged', 'dismissed', 'resolved']),
  episode: countSchema,
  since: instantSchema,
  openedAt: instantSchema,
  deadline: deadlineSchema.exactOptional(),
  facts: factsSchema.exactOptional(),
  last: z.object({ kind: transitionSchema, at: instantSchema, run: z.string() }),
  peak: z.string().exactOptional(),
  returns: countSchema.exactOptional(),
  calmSince: instantSchema.exactOptional(),
  actedAt: instantSchema.exactOptional(),
  quiet: z.literal(true).exactOptional(),
  resolvedBecause: resolvedBecauseSchema.exactOptional(),
});

/** Where a document does not fit and why, without its values: `shop.market (invalid_type)`. */
export function misfits(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.') || 'the whole'} (${code})`).join(', ');
}
