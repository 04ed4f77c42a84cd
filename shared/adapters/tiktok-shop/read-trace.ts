import * as z from 'zod';
import { emptyTrace, type Trace } from '../../domain/order.ts';
import { milestones, type Milestone, type ToldMilestone } from '../../domain/milestone.ts';
import { instant } from '../../domain/time.ts';
import { classify } from '../../milestones/registry.ts';
import { scanText } from '../../milestones/scan-text.ts';
import { Rejected } from '../../ports/errors.ts';
import { fieldPaths } from './field-paths.ts';
import { list, optionalText } from './field.ts';
import { present } from './present.ts';
import type { UnreadTexts } from './unread-texts.ts';

/** An order that was never shipped has no list at all. */
const tracking = z.object({ tracking: list(z.unknown()) }).nullish();

const event = z.object({
  /** The one field in milliseconds: 12 to 14 digits, so that seconds are not taken for January 1970. */
  update_time_millis: z
    .int()
    .min(1e11)
    .max(1e14)
    .transform((value) => instant(value)),
  // A scan counts by its time alone; a text that is none is left out.
  description: optionalText.catch(undefined),
});

/**
 * Reads Get Tracking 202309: free text and a time per event, in no promised order. Single events that cannot be read
 * are left out; when none of them can be read, throws Rejected. `unread` is told of texts that say nothing certain.
 */
export function readTrace(data: unknown, unread?: UnreadTexts): Trace {
  const parsed = tracking.safeParse(data);
  if (!parsed.success) throw new Rejected(`tracking: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`);
  const elements = parsed.data?.tracking ?? [];
  if (elements.length === 0) return emptyTrace;
  const events = elements.flatMap((element) => event.safeParse(element).data ?? []);
  if (events.length === 0) throw new Rejected(`tracking: none of ${elements.length} events can be read`);
  unread?.note(unreadIn(events));
  return traceOf(events);
}

type Event = z.infer<typeof event>;

function traceOf(events: readonly Event[]): Trace {
  const byTime = Map.groupBy(events, (scan) => scan.update_time_millis);
  const scans = [...byTime.keys()].toSorted((left, right) => left - right);
  const last = byTime.get(scans.at(-1) ?? instant(0))?.find(({ description }) => description !== undefined);
  const isTold = events.some(({ description }) => description !== undefined);
  return {
    scans,
    ...(isTold && { milestones: scans.map((scan) => mostTelling(byTime.get(scan) ?? [])) }),
    ...present({ lastText: last?.description && textOf(last.description) }),
  };
}

const byWeight: readonly Milestone[] = [
  ...milestones.filter((milestone) => milestone !== 'information-only').toReversed(),
  'information-only',
];

function unreadIn(events: readonly Event[]): readonly string[] {
  return events.flatMap(({ description }) =>
    description !== undefined && classify(description).milestone === 'unrecognised' ? description : [],
  );
}

/** Of several texts of one moment the one that says most: trouble before a later node, any node before a message. */
function mostTelling(events: readonly Event[]): ToldMilestone {
  const told = new Set(events.map(({ description }) => classify(description ?? '').milestone));
  return byWeight.find((milestone) => told.has(milestone)) ?? 'unrecognised';
}

function textOf(description: string): string | undefined {
  return scanText(description, classify(description).milestone) || undefined;
}
