import { createHash } from 'node:crypto';
import {
  compareTraces,
  eventsOfOrder,
  isMissing,
  laidBeside,
  type AlignedEvent,
  type Opinion,
} from '../domain/compare-traces.ts';
import type { ToldMilestone } from '../domain/milestone.ts';
import { lastMoved, type Order, type Trace } from '../domain/order.ts';
import type { OrderItem } from '../domain/remediation.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import { age, iso, minutes, type Duration, type Instant } from '../domain/time.ts';
import type { CaseFile } from './remedy.ts';

/** A scan as one of the two tells it. */
export interface ToldScan {
  readonly milestone: ToldMilestone;
  /** Empty where the words were not kept. */
  readonly text: string;
}

/** One moment, by TikTok's clock, and what each of the two says of it. */
export interface EvidenceRow {
  readonly at: Instant;
  readonly tiktok?: ToldScan;
  readonly carrier?: ToldScan;
  /** The carrier has it and TikTok does not, by the same comparison that asks for the remedy. */
  readonly isMissing: boolean;
}

/** A trace as its source told it, and the hash of that. */
export interface EvidenceSource {
  readonly name: string;
  /** When it was fetched, ISO 8601. */
  readonly at: string;
  /** Compact JSON. */
  readonly data: string;
  readonly sha256: string;
}

/** What is known of one silent order, without a word of ours. */
export interface Evidence {
  readonly item: OrderItem;
  readonly rows: readonly EvidenceRow[];
  /** TikTok first. */
  readonly sources: readonly EvidenceSource[];
  /** How far the carrier's newest scan is ahead of TikTok's; left out: it is not. */
  readonly lag?: Duration;
  /** How far the carrier's times were moved; left out: not at all. */
  readonly shift?: Duration;
  /** Some of the carrier's times could not be laid beside TikTok's and stand as it gave them. */
  readonly isLoose: boolean;
}

/** Two feeds round one scan to the minute, up or down. */
const sameMoment = minutes(2);

export function evidenceOf(item: OrderItem, { watched, second }: CaseFile, now: Instant): Evidence {
  const { order, trace } = watched;
  const newest = lastMoved(order, trace);
  const laid = second.map((one) => ({ one, events: laidBeside(order, trace, one) }));
  const aligned = laid.flatMap(({ one, events }) => events ?? asStated(order, one));
  const shift = aligned.find((one) => one.shift !== 0)?.shift;
  const rows = rowsOf(trace, aligned, compareTraces(order, trace, second, now));
  const ahead = rows.findLast((row) => row.isMissing)?.at;
  return {
    item,
    rows,
    sources: [tiktokSource(watched), ...second.map(secondSource)],
    isLoose: laid.some(({ one, events }) => !events && one.events.length > 0),
    ...(ahead !== undefined && newest !== undefined && { lag: age(newest, ahead) }),
    ...(shift !== undefined && { shift }),
  };
}

function asStated(order: Order, second: SecondTrace): readonly AlignedEvent[] {
  return eventsOfOrder(order, second).map((event) => ({ event, shift: 0 as Duration }));
}

function rowsOf(
  { scans, milestones, lastText }: Trace,
  aligned: readonly AlignedEvent[],
  opinion: Opinion,
): readonly EvidenceRow[] {
  const left = new Set(aligned);
  const ofTikTok = scans.map((at, place): EvidenceRow => {
    const twin = [...left].find(({ event }) => Math.abs(event.at - at) <= sameMoment);
    if (twin) left.delete(twin);
    const text = place === scans.length - 1 ? (lastText ?? '') : '';
    return {
      at,
      tiktok: { milestone: milestones?.[place] ?? 'unrecognised', text },
      ...(twin && { carrier: twin.event }),
      isMissing: false,
    };
  });
  const ofCarrier = [...left].map(({ event }): EvidenceRow => ({
    at: event.at,
    carrier: event,
    isMissing: isMissing(event, opinion),
  }));
  return [...ofTikTok, ...ofCarrier].toSorted((one, other) => one.at - other.at);
}

function tiktokSource({ order, trace, run }: CaseFile['watched']): EvidenceSource {
  const scans = trace.scans.map((at, place) => ({ at: iso(at), milestone: trace.milestones?.[place] }));
  return source('TikTok', run, { order: order.id, scans, lastText: trace.lastText });
}

function secondSource({ source: name, number, askedAt, status, events }: SecondTrace): EvidenceSource {
  const told = events.map(({ at, text, milestone, zone }) => ({ at: iso(at), text, milestone, zone }));
  return source(name, iso(askedAt), { number, source: name, status, events: told });
}

function source(name: string, at: string, told: object): EvidenceSource {
  const data = JSON.stringify(told);
  return { name, at, data, sha256: createHash('sha256').update(data).digest('hex') };
}
