import * as z from 'zod';
import type { FoldedOrder, NoticeLine } from '../domain/notice.ts';
import type { Risk } from '../domain/risk.ts';
import type { Channel } from '../domain/shop.ts';
import {
  countSchema,
  deadlineSchema,
  factsSchema,
  instantSchema,
  lastEventSchema,
  localeSchema,
  resolvedBecauseSchema,
  severitySchema,
  subjectKindSchema,
  transitionSchema,
} from './domain-schema.ts';

// What notices and digests are made of, as they stand in queue messages.

export const channelSchema: z.ZodType<Channel> = z.object({
  id: z.string().min(1),
  kind: z.string().min(1),
  locale: localeSchema,
  to: z.array(z.string()),
  secret: z.string().exactOptional(),
});

const riskSchema: z.ZodType<Risk> = z.object({
  amount: z.string(),
  currency: z.string(),
  assumption: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fine') }),
    z.object({ kind: z.literal('share'), share: z.number() }),
  ]),
  rule: z.object({ pack: z.string(), clause: z.string() }).exactOptional(),
});

const foldedSchema: z.ZodType<FoldedOrder> = z.object({
  order: z.string().exactOptional(),
  parcel: z.string().exactOptional(),
  carrier: z.string().exactOptional(),
  number: z.string().exactOptional(),
  lastEvent: lastEventSchema.exactOptional(),
});

export const lineSchema: z.ZodType<NoticeLine> = z.object({
  transition: transitionSchema,
  check: z.string(),
  stage: z.string(),
  severity: severitySchema,
  subject: z.object({ kind: subjectKindSchema, id: z.string() }),
  order: z.string().exactOptional(),
  parcel: z.string().exactOptional(),
  carrier: z.string().exactOptional(),
  number: z.string().exactOptional(),
  since: instantSchema,
  deadline: deadlineSchema.exactOptional(),
  lastEvent: lastEventSchema.exactOptional(),
  amount: z.string().exactOptional(),
  currency: z.string().exactOptional(),
  risk: riskSchema.exactOptional(),
  facts: factsSchema.exactOptional(),
  resolvedBecause: resolvedBecauseSchema.exactOptional(),
  comesAndGoes: z.literal(true).exactOptional(),
  handle: z.object({ episode: countSchema, at: instantSchema, lane: z.string().exactOptional() }).exactOptional(),
  remedy: z.string().exactOptional(),
  folded: z.object({ count: countSchema, rows: z.array(foldedSchema) }).exactOptional(),
});

export const shopSchema = z.object({ id: z.string().min(1), name: z.string(), market: z.string(), zone: z.string() });
