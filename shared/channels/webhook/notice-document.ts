import * as z from 'zod';

export const count = z.int().min(0);
export const time = z.iso.datetime().describe('UTC');
const sum = z.object({ amount: z.string(), currency: z.string().describe('ISO 4217') });

const about = {
  order: z.string().optional(),
  parcel: z.string().optional(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
};

export const shop = z.object({ id: z.string(), name: z.string(), market: z.string(), zone: z.string() });

export const finding = z.object({
  transition: z.string().describe('what happened: opened, escalated, reminded, resolved, reopened …'),
  check: z.string(),
  stage: z.string(),
  severity: z.enum(['warning', 'breach', 'critical']),
  subject: z.object({ kind: z.enum(['order', 'credential', 'shop', 'incident']), id: z.string() }),
  ...about,
  explains: z
    .object({ count, orders: z.array(z.object(about)) })
    .optional()
    .describe('orders about which nothing else is said, because this explains them; the first two hundred by name'),
  link: z.url().optional().describe("the order's page in Seller Center, to the best of our knowledge"),
  since: time,
  deadline: z
    .object({ at: time, source: z.string().describe('who says so: a field of TikTok’s, or pack/clause') })
    .optional(),
  worth: sum.optional(),
  atRisk: sum.optional().describe('what is lost if nobody acts, where a penalty is known'),
  comesAndGoes: z.literal(true).optional().describe('over only when it has stayed away for a day'),
  resolvedBecause: z.string().optional(),
  remedy: z.string().optional().describe('was asked for in the same run'),
  headline: z.string(),
  timing: z.string(),
  what: z.string(),
  ifNobodyActs: z.string(),
  whatToDo: z.string(),
});

/**
 * The body of a signed webhook. Fields may be added within a version; a reader lets pass what it does not know.
 * Text from outside stands in it as it came, without control characters: escape it where it lands.
 */
export const NoticeDocument = z
  .object({
    v: z.literal(1),
    id: z.string().describe('the same whenever this notice is sent again: take it once'),
    kind: z.enum(['first-look', 'sweep', 'backfill']),
    shop,
    run: z.string(),
    now: time,
    heldSince: time.exactOptional().describe('earlier notices were held back: this one speaks of all since then'),
    language: z.string().describe('of all sentences'),
    title: z.string().describe('how many, by when, in one line'),
    counts: z.record(z.string(), count).describe('transitions of this run, open findings by severity'),
    findings: z.array(finding).max(100).describe('most urgent first'),
    more: count.describe('findings that did not fit'),
    notes: z.array(z.string()),
  })
  .meta({ title: 'Tidewatch notice, version 1' });

export type NoticeDocument = z.output<typeof NoticeDocument>;

/** The published form of the document, as it stands in `notice.schema.json`. */
export function noticeSchema(): object {
  return z.toJSONSchema(NoticeDocument, { io: 'input' });
}
