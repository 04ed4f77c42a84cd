import * as z from 'zod';
import { count, finding, shop, time } from './notice-document.ts';

const stageCount = z.object({ check: z.string(), stage: z.string(), headline: z.string(), count });

const prevented = z
  .object({ since: time, stages: z.array(stageCount) })
  .describe('what opened before its line and was over before it');

const frame = {
  v: z.literal(1),
  id: z.string().describe('the same whenever this document is sent again: take it once'),
  shop,
  run: z.string(),
  now: time,
  language: z.string().describe('of all sentences'),
  title: z.string().describe('in one line'),
  asOf: time.optional().describe('TikTok could not be read any further'),
  prevented,
};

const budget = z.object({
  metric: z.string(),
  name: z.string(),
  rate: z
    .object({ late: count, orders: count, atMost: z.number(), left: count, days: count })
    .optional()
    .describe('late orders; atMost is the share at the limit, left how many more may be late'),
  score: z
    .object({ points: z.number(), atLeast: z.number(), origin: z.enum(['imported', 'estimate']) })
    .optional()
    .describe('out of a hundred'),
});

const daily = z.object({
  ...frame,
  kind: z.literal('daily'),
  open: z.record(z.string(), count).describe('live findings by severity, and those silent because their cause is open'),
  urgent: z.array(finding).max(10).describe('most urgent first'),
  due: z
    .array(stageCount.extend({ next: time }))
    .describe('lines that will be crossed before the end of the day in the shop’s zone'),
  handOver: z.object({
    count: count.describe('orders that are still in the house'),
    next: z
      .array(
        z.object({
          order: z.string(),
          carrier: z.string().optional(),
          due: time.optional(),
          attest: z.array(z.string()).describe('what is to be written down before'),
        }),
      )
      .max(10),
  }),
  budgets: z.array(budget).describe('a figure with neither rate nor score is not known yet'),
  notWatched: z
    .object({ checks: count, because: z.string().optional().describe('the reason that concerns most') })
    .optional(),
});

const spread = z.object({ sample: count, median: z.number(), p90: z.number() }).describe('in hours, rounded up');
const share = z.object({ count, of: count });

const figures = z.object({
  labelToFirstScan: spread.optional(),
  scanToTikTok: spread.optional().describe('at most: TikTok is asked once an hour'),
  stalled: share.optional().describe('parcels silent longer than the rules allow, of those with a scan'),
  late: share.optional().describe('orders delivered late, of those that have come due'),
});

const weekly = z.object({
  ...frame,
  kind: z.literal('weekly'),
  days: z
    .object({ from: z.iso.date(), to: z.iso.date() })
    .optional()
    .describe('days of creation (UTC) of the orders told of'),
  lanes: z
    .array(z.object({ lane: z.string(), carrier: z.string(), week: figures, before: figures.optional() }))
    .max(20),
  preventedBefore: prevented.optional(),
});

/**
 * The body of a signed webhook that carries a digest or a weekly report. Fields may be added within a version; text
 * from outside stands in it as it came, without control characters: escape it where it lands.
 */
export const DigestDocument = z
  .discriminatedUnion('kind', [daily, weekly])
  .meta({ title: 'Tidewatch digest and weekly report, version 1' });

export type DigestDocument = z.output<typeof DigestDocument>;
export type DailyDocument = z.output<typeof daily>;
export type WeeklyDocument = z.output<typeof weekly>;

/** The published form of the document, as it stands in `digest.schema.json`. */
export function digestSchema(): object {
  return z.toJSONSchema(DigestDocument, { io: 'input' });
}
