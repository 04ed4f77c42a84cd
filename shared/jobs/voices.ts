import { concernsFrom, type Hears } from '../domain/hears.ts';
import { isLive, type Finding } from '../domain/finding.ts';
import { receiversOf, type Channel, type QuietHours, type Receiver, type Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import { isQuiet } from '../policies/quiet-hours.ts';
import type { Held, Run, Watch } from '../ports/watch.ts';

/** How somebody hears of one kind of news in a run. */
export interface Hearing {
  readonly run: string;
  /** Nothing is said now; it is said when the hold is over. */
  readonly isHeld: boolean;
  /** The last run heard, where later ones were held; left out: none was. */
  readonly heardUpTo?: Instant;
}

/** Receivers that are told the same. */
export interface Voice {
  readonly channels: readonly Channel[];
  readonly hears: Hears;
  /** Of live critical findings, which quiet hours do not hold. */
  readonly critical: Hearing;
  readonly other: Hearing;
  /** `now` of the run before: what has come of age since is news to whoever hears late. */
  readonly lastRun?: Instant;
}

/** Who is told what in a run. `isDown`: its receiver takes nothing at present. */
export function voicesOf(shop: Shop, watch: Watch, run: Run, isDown: IsDown = nobody): readonly Voice[] {
  if (run.kind === 'first-look') return promptVoices(shop, run.id);
  const voices = new Map<string, Voice>();
  for (const { channel, hears = {}, quietHours } of receiversOf(shop)) {
    const held = watch.held?.[channel.id];
    const holds = holdsOf({ channel, ...(quietHours && { quietHours }) }, shop, run.now, isDown);
    const tone = {
      hears,
      critical: hearing(run.id, holds.critical, held?.critical),
      other: hearing(run.id, holds.other, held?.other),
    };
    const key = JSON.stringify(tone);
    const known = voices.get(key);
    const lastRun = watch.handedOver?.now;
    voices.set(key, {
      ...tone,
      ...(lastRun !== undefined && { lastRun }),
      channels: [...(known?.channels ?? []), channel],
    });
  }
  return [...voices.values()];
}

/** Everybody, at once: a report that was asked for waits for nobody's morning. */
export function promptVoices(shop: Shop, run: string): readonly Voice[] {
  const prompt = { run, isHeld: false };
  return receiversOf(shop).map(({ channel, hears = {} }) => ({
    channels: [channel],
    hears,
    critical: prompt,
    other: prompt,
  }));
}

/** What the next run has to know of those who did not hear this one. */
export function heldAfter(shop: Shop, watch: Watch, { kind, now }: Run, isDown: IsDown = nobody): Watch['held'] {
  if (kind === 'first-look') return undefined;
  const heardUpTo = watch.handedOver?.now ?? now;
  const held = receiversOf(shop).flatMap((receiver): [string, Held][] => {
    const { id } = receiver.channel;
    const { critical, other } = holdsOf(receiver, shop, now, isDown);
    if (!critical && !other) return [];
    const before = watch.held?.[id];
    return [
      [
        id,
        {
          ...(critical && { critical: before?.critical ?? heardUpTo }),
          ...(other && { other: before?.other ?? heardUpTo }),
        },
      ],
    ];
  });
  return held.length === 0 ? undefined : Object.fromEntries(held);
}

export type IsDown = (channel: string) => boolean;
const nobody: IsDown = () => false;

function hearing(run: string, isHeld: boolean, heardUpTo: Instant | undefined): Hearing {
  return { run, isHeld, ...(!isHeld && heardUpTo !== undefined && { heardUpTo }) };
}

function holdsOf(
  { channel, quietHours: own }: Receiver,
  { quietHours: ofShop, zone }: Shop,
  now: Instant,
  isDown: IsDown,
): { readonly critical: boolean; readonly other: boolean } {
  const down = isDown(channel.id);
  const quiet = quietOf(own, ofShop);
  return { critical: down, other: down || (quiet !== undefined && isQuiet(now, quiet, zone)) };
}

function quietOf(own: Receiver['quietHours'], ofShop: Shop['quietHours']): QuietHours | undefined {
  return own === 'none' ? undefined : (own ?? ofShop);
}

export function hearingOf({ critical, other }: Voice, finding: Finding, severity: Severity): Hearing {
  return severity === 'critical' && isLive(finding) ? critical : other;
}

/** It happened in this run, or in one that was held. */
export function isNewTo({ run, heardUpTo }: Hearing, { at, run: by }: Finding['last']): boolean {
  return by === run || (heardUpTo !== undefined && at > heardUpTo);
}

/** It does not hear this run, or has not heard the one before. */
export function isBehind({ critical, other }: Voice): boolean {
  return [critical, other].some(({ isHeld, heardUpTo }) => isHeld || heardUpTo !== undefined);
}

export function isNewToAny(voices: readonly Voice[], last: Finding['last']): boolean {
  return voices.some(({ critical, other }) => isNewTo(critical, last) || isNewTo(other, last));
}

/** Open, unacknowledged, and of an age since the last run at which it concerns whoever hears late. */
export function hasComeOfAge(voice: Voice, hearing: Hearing, finding: Finding, now: Instant): boolean {
  if (voice.hears.unattended === undefined || finding.state !== 'open' || finding.quiet) return false;
  const at = concernsFrom(voice.hears, finding);
  const heardUpTo = hearing.heardUpTo ?? voice.lastRun;
  return at <= now && heardUpTo !== undefined && at > heardUpTo;
}
