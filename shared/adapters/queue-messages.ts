import * as z from 'zod';
import type { NotifyRequest } from '../domain/digest.ts';
import { comingNeeds, lastingReasons } from '../domain/not-watched.ts';
import type { NoticeRequest, Unwatched } from '../domain/notice.ts';
import type { CredentialItem, OrderItem, RemediationRequest } from '../domain/remediation.ts';
import type { Recipient } from '../domain/shop.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import { dailySchema, weeklySchema } from './digest-schema.ts';
import {
  countSchema,
  deadlineSchema,
  durationSchema,
  instantSchema,
  lastEventSchema,
  localeSchema,
  misfits,
  subjectKindSchema,
} from './domain-schema.ts';
import { channelSchema, lineSchema, shopSchema } from './notice-parts.ts';

const step = { v: z.literal(1), shop: z.string().min(1), run: z.string().min(1), step: countSchema };

const sweepRequestSchema: z.ZodType<SweepRequest> = z.discriminatedUnion('kind', [
  z.object({ ...step, kind: z.literal('sweep'), now: z.int().exactOptional() }),
  z.object({
    ...step,
    kind: z.literal('backfill'),
    from: z.int(),
    to: z.int(),
    reached: z.int(),
    notify: z.boolean(),
    now: z.int().exactOptional(),
  }),
]);

const unwatchedSchema: z.ZodType<Unwatched> = z.object({
  checks: z.array(
    z.object({
      check: z.string(),
      stage: z.string(),
      kind: subjectKindSchema,
      because: z.enum(lastingReasons),
      count: countSchema,
    }),
  ),
  rules: z.array(z.object({ needs: z.enum(comingNeeds), rules: z.array(z.string()) })),
});

const noticeRequestSchema = z.object({
  v: z.literal(1),
  id: z.string().min(1),
  kind: z.enum(['first-look', 'sweep', 'backfill']),
  shop: shopSchema,
  run: z.string().min(1),
  channel: channelSchema,
  now: instantSchema,
  counts: z.object({
    opened: countSchema,
    escalated: countSchema,
    reminded: countSchema,
    resolved: countSchema,
    reopened: countSchema,
    warning: countSchema,
    breach: countSchema,
    critical: countSchema,
    inhibited: countSchema,
    quarantined: countSchema,
    snoozed: countSchema.exactOptional(),
  }),
  lines: z.array(lineSchema).max(100),
  more: countSchema,
  list: z.string().exactOptional(),
  heldSince: instantSchema.exactOptional(),
  unattended: durationSchema.exactOptional(),
  notWatched: unwatchedSchema.exactOptional(),
}) satisfies z.ZodType<NoticeRequest>;

const notifyRequestSchema: z.ZodType<NotifyRequest> = z.discriminatedUnion('kind', [
  noticeRequestSchema,
  dailySchema,
  weeklySchema,
]);

const recipientSchema: z.ZodType<Recipient> = z.object({ address: z.string(), locale: localeSchema });

const anyItem = {
  key: z.string().min(1),
  check: z.string(),
  stage: z.string(),
  since: instantSchema,
  deadline: deadlineSchema.exactOptional(),
};

const orderItemSchema = z.object({
  ...anyItem,
  kind: z.literal('order'),
  order: z.string(),
  parcel: z.string().exactOptional(),
  carrier: z.string().exactOptional(),
  number: z.string().exactOptional(),
  lastEvent: lastEventSchema.exactOptional(),
  proof: z.object({ at: instantSchema, text: z.string(), source: z.string() }).exactOptional(),
}) satisfies z.ZodType<OrderItem>;

const credentialItemSchema = z.object({
  ...anyItem,
  kind: z.literal('credential'),
  credential: z.string().min(1),
  name: z.string(),
  owner: z.string().exactOptional(),
  orders: countSchema.exactOptional(),
}) satisfies z.ZodType<CredentialItem>;

const remediationRequestSchema: z.ZodType<RemediationRequest> = z.object({
  v: z.literal(1),
  id: z.string().min(1),
  shop: shopSchema,
  run: z.string().min(1),
  remedy: z.string().min(1),
  group: z.string(),
  to: recipientSchema,
  now: instantSchema,
  items: z.array(z.discriminatedUnion('kind', [orderItemSchema, credentialItemSchema])).max(200),
});

/** Reads the body of a queue message. Throws with the failing paths, never with what stood there. */
export function parseSweepRequest(body: string): SweepRequest {
  return parse('sweep request', sweepRequestSchema, body);
}

/** A notice, or a digest by the same queue: its `kind` says which. */
export function parseNotifyRequest(body: string): NotifyRequest {
  return parse('notice request', notifyRequestSchema, body);
}

export function parseNoticeRequest(body: string): NoticeRequest {
  return parse('notice request', noticeRequestSchema, body);
}

export function parseRemediationRequest(body: string): RemediationRequest {
  return parse('remediation request', remediationRequestSchema, body);
}

function parse<Message>(what: string, schema: z.ZodType<Message>, body: string): Message {
  const document = parseJson(what, body);
  const version = versionOf(document);
  if (version !== undefined && version !== 1) {
    throw new Error(
      `${what}: v is ${typeof version === 'number' ? version : 'no number'}, this version of Tidewatch reads 1: ` +
        'deploy the version that sent it, then redrive the dead-letter queue',
    );
  }
  const checked = schema.safeParse(document);
  if (checked.success) return checked.data;
  throw new Error(`${what}: does not fit at ${misfits(checked.error)}`);
}

function versionOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'v' in document ? document.v : undefined;
}

function parseJson(what: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the body, and bodies name people's addresses.
    throw new Error(`${what}: the body is not JSON`);
  }
}
