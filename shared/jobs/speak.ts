import { channelClosed } from '../checks/channel-closed.ts';
import type { Setting } from '../checks/check.ts';
import { isLive, type Finding, type Subject } from '../domain/finding.ts';
import { concernsFrom, hearsOf, type Hearable } from '../domain/hears.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { Severity } from '../domain/verdict.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { Folded } from './folded.ts';
import { lineOf } from './line-of.ts';
import { isTold, isWoken, type Silence } from './silences.ts';
import { carriersOf } from './snoozes.ts';
import { say, type Speech } from './speech.ts';
import { hasComeOfAge, type Voice } from './voices.ts';

/** A finding that nothing mutes. */
export interface Audible {
  readonly finding: Finding;
  readonly subject: Subject;
  readonly watched: WatchedOrder | undefined;
  readonly severity: Severity;
  /** Whoever was told of it as that hears of its end. */
  readonly heardAs: Severity;
  readonly remedy: string | undefined;
  /** Orders that it explains. */
  readonly below: Folded | undefined;
}

interface Audience {
  readonly setting: Setting;
  readonly voices: readonly Voice[];
}

/** Tells everybody whom it concerns, each in the speech of the same place. */
export function speak(
  audible: Audible,
  relevant: readonly Silence[],
  { setting, voices }: Audience,
  speeches: readonly Speech[],
  run: string,
): void {
  const { finding, severity } = audible;
  const isNew = isTold(finding, relevant, run);
  const isAwake = isWoken(finding, relevant);
  const ended = relevant.filter(({ lifted }) => lifted);
  // Whoever hears of nothing else believes that all is well.
  const isForAll = finding.check === channelClosed.id;
  const about = hearable(audible, setting);
  const until = isLive(finding) ? setting.now : finding.last.at;
  let line: NoticeLine | undefined;
  for (const [place, voice] of voices.entries()) {
    const speech = speeches[place];
    if (!speech || !(isForAll || (concernsFrom(voice.hears, finding) <= until && hearsOf(voice.hears, about))))
      continue;
    if (isLive(finding)) speech.live[severity] += 1;
    if (!isNew && !isAwake && !hasComeOfAge(voice, finding, ended, setting.now)) continue;
    line ??= asLine(audible, setting);
    say(speech, isNew ? line : { ...line, transition: 'reminded' });
  }
}

function asLine({ below, remedy, ...told }: Audible, setting: Setting): NoticeLine {
  const { finding } = told;
  const isAsked = isLive(finding) && finding.last.kind !== 'reminded';
  const folded = below && { count: below.count, rows: below.rows };
  return lineOf({ ...told, remedy: isAsked ? remedy : undefined, folded }, setting);
}

function hearable(audible: Audible, { shop }: Setting): Hearable {
  const { finding, heardAs: severity } = audible;
  return { check: finding.check, severity, market: shop.market, carriers: carriersOf(audible) };
}
