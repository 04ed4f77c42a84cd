import { concernsFrom, type Hears } from '../domain/hears.ts';
import { isLive, type Finding } from '../domain/finding.ts';
import { receiversOf, type Channel, type Receiver, type Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import { isQuiet } from '../policies/quiet-hours.ts';
import type { Run, Watch } from '../ports/watch.ts';

/** How somebody hears of one kind of news in a run. */
export interface Hearing {
  readonly run: string;
  /** Nothing is said now; it is said when the quiet hours are over. */
  readonly isHeld: boolean;
  /** The last run heard, where later ones were held; left out: none was. */
  readonly heardUpTo?: Instant;
}

/** Receivers that are told the same. */
export interface Voice {
  readonly channels: readonly Channel[];
  readonly hears: Hears;
  readonly hearing: Hearing;
  /** `now` of the run before: what has come of age since is news to whoever hears late. */
  readonly lastRun?: Instant;
}

/** Who is told what in a run. */
export function voicesOf(shop: Shop, watch: Watch, run: Run): readonly Voice[] {
  if (run.kind === 'first-look') return promptVoices(shop, run.id);
  const voices = new Map<string, Voice>();
  for (const receiver of receiversOf(shop)) {
    const { channel, hears = {} } = receiver;
    const isHeld = isAsleep(receiver, shop, run.now);
    const heardUpTo = isHeld ? undefined : watch.held?.[channel.id];
    const key = JSON.stringify([hears, isHeld, heardUpTo]);
    const lastRun = watch.handedOver?.now;
    voices.set(key, {
      channels: [...(voices.get(key)?.channels ?? []), channel],
      hears,
      hearing: { run: run.id, isHeld, ...(heardUpTo !== undefined && { heardUpTo }) },
      ...(lastRun !== undefined && { lastRun }),
    });
  }
  return [...voices.values()];
}

/** Everybody, at once: a report that was asked for waits for nobody's morning. */
export function promptVoices(shop: Shop, run: string): readonly Voice[] {
  const hearing = { run, isHeld: false };
  return receiversOf(shop).map(({ channel, hears = {} }) => ({ channels: [channel], hears, hearing }));
}

/** What the next run has to know of those who did not hear this one. */
export function heldAfter(shop: Shop, watch: Watch, { kind, now }: Run): Watch['held'] {
  if (kind === 'first-look') return undefined;
  const heardUpTo = watch.handedOver?.now ?? now;
  const asleep = receiversOf(shop).filter((receiver) => isAsleep(receiver, shop, now));
  if (asleep.length === 0) return undefined;
  return Object.fromEntries(asleep.map(({ channel: { id } }) => [id, watch.held?.[id] ?? heardUpTo]));
}

function isAsleep({ quietHours: own }: Receiver, { quietHours: ofShop, zone }: Shop, now: Instant): boolean {
  const quiet = own ?? ofShop;
  return quiet !== undefined && quiet !== 'none' && isQuiet(now, quiet, zone);
}

/** What is live and critical is held by nothing. */
export function hearingOf({ hearing }: Voice, finding: Finding, severity: Severity): Hearing {
  return severity === 'critical' && isLive(finding) ? { run: hearing.run, isHeld: false } : hearing;
}

/** It happened in this run, or in one that was held. */
export function isNewTo({ run, heardUpTo }: Hearing, { at, run: by }: Finding['last']): boolean {
  return by === run || (heardUpTo !== undefined && at > heardUpTo);
}

/** It does not hear this run, or has not heard the one before. */
export function isBehind({ hearing: { isHeld, heardUpTo } }: Voice): boolean {
  return isHeld || heardUpTo !== undefined;
}

export function isNewToAny(voices: readonly Voice[], last: Finding['last']): boolean {
  return voices.some(({ hearing }) => isNewTo(hearing, last));
}

/** Open, unacknowledged, and of an age since the last run at which it concerns whoever hears late. */
export function hasComeOfAge(voice: Voice, hearing: Hearing, finding: Finding, now: Instant): boolean {
  if (voice.hears.unattended === undefined || finding.state !== 'open' || finding.quiet) return false;
  const at = concernsFrom(voice.hears, finding);
  const heardUpTo = hearing.heardUpTo ?? voice.lastRun;
  return at <= now && heardUpTo !== undefined && at > heardUpTo;
}
