import type { Authorization, Departure } from './credential.ts';
import { isLive, type Finding } from './finding.ts';
import type { Shop } from './shop.ts';
import { after, before, days, instant, minutes, type Instant } from './time.ts';

/** The stage of a finding that says so, and the facts that say when. */
export const departureStage = 'authorization-withdrawn';
const since = 'deauthorizedAt';
const until = 'leavesAt';

/** So long what is kept of the shop stays from when its people are told, as after `tidewatch shop remove`. */
const stay = days(7);

/** However late a function got round to it, they have had that long. */
const leastStay = days(6);

/** TikTok's clock beside ours. */
const clockSkew = minutes(5);

export function departureFacts(departure: Departure): Readonly<Record<string, number>> {
  return { [since]: departure.since, [until]: departure.until };
}

/** What people were told; undefined where the finding is over or says something else. */
export function toldDeparture(finding: Finding | undefined): Departure | undefined {
  if (!finding || !isLive(finding) || finding.stage !== departureStage) return undefined;
  const { [since]: begun, [until]: end } = finding.facts ?? {};
  return typeof begun === 'number' && typeof end === 'number'
    ? { since: instant(begun), until: instant(end) }
    : undefined;
}

/**
 * Whether the shop leaves. A notification alone begins nothing and a refusal alone neither: TikTok has to refuse, and
 * to have said, since it last let us in and since the seller last consented, that the authorization was taken away.
 * What people were told stands for as long as it holds. `watermark`: `now` of the last sweep that read everything.
 */
export function departureOf(
  known: Authorization,
  {
    told,
    heardAt,
    watermark,
  }: { told?: Departure | undefined; heardAt?: Instant | undefined; watermark?: Instant | undefined },
  now: Instant,
): Departure | undefined {
  if (known.refusedSince === undefined) return undefined;
  if (told && isLast(told.since, known, watermark)) return told;
  if (heardAt === undefined || !isLast(heardAt, known, watermark)) return undefined;
  return { since: heardAt, until: after(now, stay) };
}

/** Nobody has been let in since. */
function isLast(at: Instant, { consentedAt }: Authorization, watermark: Instant | undefined): boolean {
  return (
    (consentedAt === undefined || at > consentedAt) && (watermark === undefined || at >= before(watermark, clockSkew))
  );
}

/**
 * The settings with the departure begun that people were told of, or ended because the seller has consented anew;
 * undefined where nothing is to be changed. Each departure is begun once, so that whoever resumes the shop is obeyed.
 * `told`: the finding of the access token, once it is handed over.
 */
export function withDeparture(
  shop: Shop,
  told: Finding | undefined,
  known: Authorization,
  wall: Instant,
): Shop | undefined {
  if (shop.leaving) {
    if (shop.leaving.since !== shop.deauthorized || !isLetIn(known)) return undefined;
    const { leaving: _, ...stays } = shop;
    return stays;
  }
  const departure = told?.state === 'dismissed' ? undefined : toldDeparture(told);
  if (!departure || shop.paused || shop.deauthorized === departure.since) return undefined;
  if (known.refusedSince === undefined || !isLast(departure.since, known, undefined)) return undefined;
  const leaving = { since: departure.since, until: instant(Math.max(departure.until, after(wall, leastStay))) };
  return { ...shop, leaving, deauthorized: departure.since };
}

/** Not so where nothing is known. */
function isLetIn({ accessExpiresAt, refusedSince }: Authorization): boolean {
  return accessExpiresAt !== undefined && refusedSince === undefined;
}
