import * as z from 'zod';
import { outcomes } from '../../domain/act.ts';
import { shop, time } from './notice-document.ts';

const item = z.object({
  key: z.string().describe('one finding in one of its lives: check/subject#episode'),
  check: z.string(),
  stage: z.string(),
  since: time,
  deadline: z.object({ at: time, source: z.string() }).optional(),
});

const orderItem = item.extend({
  kind: z.literal('order'),
  order: z.string(),
  parcel: z.string().optional(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
  lastScan: z.object({ at: time, text: z.string().optional() }).optional().describe('the newest that TikTok shows'),
  proof: z
    .object({ at: time, text: z.string(), source: z.string() })
    .optional()
    .describe('the first scan that the carrier has and TikTok lacks'),
});

const credentialItem = item.extend({
  kind: z.literal('credential'),
  credential: z.string(),
  name: z.string(),
  owner: z.string().optional(),
  orders: z.int().optional().describe('that nobody can see move because of it'),
});

/**
 * Work for another system: the same request that people get by mail. Fields may be added within a version; a reader lets
 * pass what it does not know. Text from outside stands in it as it came, without control characters.
 */
export const RemediationDocument = z
  .object({
    v: z.literal(1),
    id: z.string().describe('the same whenever this request is sent again: take it once, and name it in the answer'),
    kind: z.literal('remediation'),
    title: z.string().describe('in one line'),
    shop,
    run: z.string(),
    now: time,
    remedy: z.string(),
    group: z.string().describe('what the items have in common'),
    items: z.array(z.discriminatedUnion('kind', [orderItem, credentialItem])).max(200),
    answerTo: z.url().describe('where the answer is posted, signed as this is'),
  })
  .meta({ title: 'Tidewatch remediation request, version 1' });
export type RemediationDocument = z.output<typeof RemediationDocument>;

/** What a system answers: that it has acted, filed it, or could not. */
export const RemediationAnswer = z
  .object({
    v: z.literal(1),
    request: z.string().min(1).max(400).describe('the id of the request'),
    outcome: z.enum(outcomes),
    reference: z.string().min(1).max(60).optional().describe('a ticket number, or what else finds it again'),
  })
  .meta({ title: 'Tidewatch remediation answer, version 1' });

/** The published forms, as they stand in `remediation.schema.json`. */
export function remediationSchema(): object {
  return {
    request: z.toJSONSchema(RemediationDocument, { io: 'input' }),
    answer: z.toJSONSchema(RemediationAnswer, { io: 'input' }),
  };
}
