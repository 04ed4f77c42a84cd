import { concernsFrom, type Hears } from '../domain/hears.ts';
import type { Finding } from '../domain/finding.ts';
import { receiversOf, type Channel, type Receiver, type Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { isQuiet } from '../policies/quiet-hours.ts';
import type { Held, Run, Watch } from '../ports/watch.ts';
import type { Silence } from './silences.ts';

/** Receivers that are told the same. */
export interface Voice {
  readonly channels: readonly Channel[];
  readonly hears: Hears;
  /** Its quiet hours: only what is critical is said now. */
  readonly isAsleep: boolean;
  /** What it has not been told yet. */
  readonly held?: Held;
  /** `now` of the run before: what has come of age since is news to whoever hears late. */
  readonly lastRun?: Instant;
}

/** Who is told what in a run. */
export function voicesOf(shop: Shop, watch: Watch, { kind, now }: Pick<Run, 'kind' | 'now'>): readonly Voice[] {
  if (kind === 'first-look') return promptVoices(shop);
  const voices = new Map<string, Voice>();
  const lastRun = watch.handedOver?.now;
  for (const receiver of receiversOf(shop)) {
    const { channel, hears = {} } = receiver;
    const isAsleep = isAsleepAt(now, receiver, shop);
    const held = watch.held?.[channel.id];
    const key = JSON.stringify([hears, isAsleep, held]);
    voices.set(key, {
      channels: [...(voices.get(key)?.channels ?? []), channel],
      hears,
      isAsleep,
      ...(held && { held }),
      ...(lastRun !== undefined && { lastRun }),
    });
  }
  return [...voices.values()];
}

/** Everybody, at once: a report that was asked for waits for nobody's morning. */
export function promptVoices(shop: Shop): readonly Voice[] {
  return receiversOf(shop).map(({ channel, hears = {} }) => ({ channels: [channel], hears, isAsleep: false }));
}

function isAsleepAt(now: Instant, { quietHours: own }: Receiver, { quietHours: ofShop, zone }: Shop): boolean {
  const quiet = own ?? ofShop;
  return quiet !== undefined && quiet !== 'none' && isQuiet(now, quiet, zone);
}

/**
 * Nobody has dealt with it, and since the last run it has been open for so long that it concerns whoever hears late; or
 * it came to be while something kept it silent that has just ended.
 */
export function hasComeOfAge(voice: Voice, finding: Finding, ended: readonly Silence[], now: Instant): boolean {
  if (voice.hears.unattended === undefined || finding.state !== 'open' || finding.quiet) return false;
  if (finding.calmSince !== undefined || voice.lastRun === undefined) return false;
  const at = concernsFrom(voice.hears, finding);
  return at <= now && (at > voice.lastRun || ended.some(({ from }) => at >= from));
}
