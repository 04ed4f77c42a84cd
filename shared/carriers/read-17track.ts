import * as z from 'zod';
import type { Milestone } from '../domain/milestone.ts';
import type { CarrierEvent, SecondTrace } from '../domain/second-trace.ts';
import { instant, type Instant } from '../domain/time.ts';
import { classify } from '../milestones/registry.ts';

const text = z.string().nullish().catch(undefined);

/** One scan; `time_iso` may lack its zone, and then `time_utc` is null. */
const eventSchema = z.object({ time_utc: text, time_iso: text, description: text, stage: text });

const entrySchema = z.object({
  number: z.string(),
  track_info: z
    .object({
      latest_status: z.object({ status: text, sub_status: text }).nullish().catch(undefined),
      tracking: z
        .object({
          providers: z.array(
            z.object({
              provider: z.object({ name: text }).nullish().catch(undefined),
              events: z.array(z.unknown()).nullish().catch(undefined),
            }),
          ),
        })
        .nullish()
        .catch(undefined),
    })
    .nullish(),
});

const longestText = 200;

/** A parcel has some twenty scans; of a number that was given out again the newest are wanted. */
const mostEvents = 40;

/**
 * Reads one accepted entry of 17TRACK's `gettrackinfo` (v2.2). A single event that cannot be read is left out;
 * undefined where not even the number can be.
 */
export function readEntry(entry: unknown, askedAt: Instant): SecondTrace | undefined {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { number, track_info: info } = parsed.data;
  const providers = info?.tracking?.providers ?? [];
  const status = info?.latest_status?.sub_status ?? info?.latest_status?.status ?? undefined;
  const carrier = providers[0]?.provider?.name ?? undefined;
  return {
    number,
    source: '17track',
    askedAt,
    state: stateOf(info?.latest_status?.status ?? undefined, status),
    ...(carrier !== undefined && { carrier: cut(carrier) }),
    ...(status !== undefined && { status: cut(status) }),
    events: eventsOf(providers.flatMap(({ events }) => events ?? [])),
  };
}

function stateOf(status: string | undefined, detail: string | undefined): SecondTrace['state'] {
  if (detail === 'NotFound_InvalidCode') return 'unreadable';
  return status === undefined || status === 'NotFound' ? 'not-found' : 'traced';
}

/** Of all carriers on the way, each scan once, the oldest first. */
function eventsOf(raw: readonly unknown[]): readonly CarrierEvent[] {
  const known = new Map<string, CarrierEvent>();
  for (const one of raw) {
    const event = eventOf(one);
    if (event) known.set(`${event.at} ${event.text}`, event);
  }
  return [...known.values()].toSorted((one, other) => one.at - other.at).slice(-mostEvents);
}

function eventOf(raw: unknown): CarrierEvent | undefined {
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const { time_utc: utc, time_iso: local, description, stage } = parsed.data;
  const time = timeOf(utc ?? undefined) ?? timeOf(local ?? undefined);
  if (!time) return undefined;
  const read = classify(description ?? '').milestone;
  const milestone = read === 'unrecognised' ? (stages[stage ?? ''] ?? read) : read;
  // Carriers name who signed: what is kept of a delivery is that it was one.
  return { ...time, text: milestone === 'delivered' ? 'Delivered' : cut(description ?? ''), milestone };
}

/** Where 17TRACK itself has understood a text that our phrases do not. */
const stages: Readonly<Record<string, Milestone>> = {
  InfoReceived: 'label-created',
  InTransit_PickedUp: 'picked-up',
  OutForDelivery_Other: 'out-for-delivery',
  AvailableForPickup_Other: 'available-for-pickup',
  Delivered_Other: 'delivered',
  Exception_Returning: 'returned-to-sender',
  Exception_Returned: 'returned-to-sender',
};

const bareTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const zonedTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A time without a zone is read as UTC, and said to be assumed. */
function timeOf(said: string | undefined): Pick<CarrierEvent, 'at' | 'zone'> | undefined {
  if (said === undefined) return undefined;
  const zone = zonedTime.test(said) ? 'stated' : bareTime.test(said) ? 'assumed' : undefined;
  const at = zone && Date.parse(zone === 'stated' ? said : `${said}Z`);
  return zone && at !== undefined && Number.isFinite(at) ? { at: instant(at), zone } : undefined;
}

/** By characters, not by code units: half an emoji is not text. */
function cut(said: string): string {
  return Array.from(said.replaceAll(/\s+/gu, ' ').trim()).slice(0, longestText).join('');
}
