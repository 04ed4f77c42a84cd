import * as z from 'zod';
import type { Milestone } from '../domain/milestone.ts';
import { scansOnce, type CarrierEvent, type SecondTrace } from '../domain/second-trace.ts';
import { instant, type Instant } from '../domain/time.ts';
import { classify } from '../milestones/registry.ts';
import { scanText, shortText } from '../milestones/scan-text.ts';

const text = z.string().nullish().catch(undefined);

/** One scan; `time_iso` may lack its zone, and then `time_utc` is null. */
const eventSchema = z.object({ time_utc: text, time_iso: text, description: text, stage: text });

/** One carrier on the way. Of several each is read for itself. */
const providerSchema = z
  .object({
    provider: z.object({ name: text }).nullish().catch(undefined),
    events: z.array(z.unknown()).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

const entrySchema = z.object({
  number: z.string(),
  track_info: z
    .object({
      latest_status: z.object({ status: text, sub_status: text }).nullish().catch(undefined),
      tracking: z
        .object({ providers: z.array(providerSchema) })
        .nullish()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/**
 * Reads one accepted entry of 17TRACK's `gettrackinfo` (v2.2). What of it cannot be read is left out, be it a carrier
 * or a single event; undefined where not even the number can be.
 */
export function readEntry(entry: unknown, askedAt: Instant): SecondTrace | undefined {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { number, track_info: info } = parsed.data;
  const providers = (info?.tracking?.providers ?? []).flatMap((provider) => provider ?? []);
  const detail = info?.latest_status?.sub_status ?? info?.latest_status?.status ?? undefined;
  const carrier = providers[0]?.provider?.name ?? undefined;
  const events = scansOnce(providers.flatMap((provider) => provider.events ?? []).flatMap((raw) => eventOf(raw) ?? []));
  return {
    number,
    source: '17track',
    askedAt,
    state: stateOf(info?.latest_status?.status ?? undefined, detail, events.length > 0),
    announced: true,
    ...(carrier !== undefined && { carrier: shortText(carrier) }),
    ...(detail !== undefined && { status: shortText(detail) }),
    events,
  };
}

/** A parcel that is said to be on its way without a scan to show for it was not left lying: somebody has to look. */
function stateOf(status: string | undefined, detail: string | undefined, isScanned: boolean): SecondTrace['state'] {
  if (detail === 'NotFound_InvalidCode') return 'unreadable';
  if (isScanned || status === 'InfoReceived') return 'traced';
  if (status === undefined) return 'pending';
  return status === 'NotFound' ? 'not-found' : 'unreadable';
}

function eventOf(raw: unknown): CarrierEvent | undefined {
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const { time_utc: utc, time_iso: local, description, stage } = parsed.data;
  const time = timeOf(utc ?? undefined) ?? timeOf(local ?? undefined);
  if (!time) return undefined;
  const read = classify(description ?? '').milestone;
  const milestone = read === 'unrecognised' ? (stages[stage ?? ''] ?? read) : read;
  return { ...time, text: scanText(description ?? '', milestone), milestone };
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

const zonedTime = z.iso.datetime({ offset: true });
const bareTime = z.iso.datetime({ local: true });

/** A time without a zone is read as UTC, and said to be assumed; a day that no calendar has is no time. */
function timeOf(said: string | undefined): Pick<CarrierEvent, 'at' | 'zone'> | undefined {
  if (said === undefined) return undefined;
  if (zonedTime.safeParse(said).success) return { at: instant(Date.parse(said)), zone: 'stated' };
  return bareTime.safeParse(said).success ? { at: instant(Date.parse(`${said}Z`)), zone: 'assumed' } : undefined;
}
