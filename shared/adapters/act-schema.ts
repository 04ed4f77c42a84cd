import * as z from 'zod';
import { outcomes, type Act, type SnoozeScope } from '../domain/act.ts';
import { countSchema, instantSchema, subjectKindSchema } from './domain-schema.ts';

const subject = z.object({ kind: subjectKindSchema, id: z.string() });
const finding = z.object({ check: z.string(), subject, episode: countSchema });

const scope: z.ZodType<SnoozeScope> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subject'), subject }),
  z.object({ kind: z.literal('carrier'), carrier: z.string() }),
  z.object({ kind: z.literal('lane'), lane: z.string() }),
  z.object({ kind: z.literal('shop') }),
]);

const done = {
  id: z.string().min(1),
  at: instantSchema,
  seen: instantSchema.exactOptional(),
  via: z.string(),
  by: z.string().exactOptional(),
};
const about = { ...done, finding };

/** An act as it is stored. */
export const actSchema: z.ZodType<Act> = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('acknowledge') }),
  z.object({ ...about, kind: z.literal('snooze'), scope, until: instantSchema }),
  z.object({ ...about, kind: z.literal('filed'), ticket: z.string() }),
  z.object({ ...about, kind: z.literal('extended'), until: instantSchema }),
  z.object({ ...about, kind: z.literal('not-a-problem'), reason: z.string() }),
  z.object({
    ...done,
    kind: z.literal('answer'),
    request: z.string(),
    outcome: z.enum(outcomes),
    reference: z.string().exactOptional(),
  }),
]);
