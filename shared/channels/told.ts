import type { Duration, Instant } from '../domain/time.ts';
import { age, instant, isPast } from '../domain/time.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { sortableTime } from '../messages/moment.ts';
import { plain } from '../messages/plain.ts';
import type { Messages, StageText, Told } from '../messages/messages.ts';
import type { StageId } from '../messages/stage-ids.ts';

function isStage(messages: Messages, stage: string): stage is StageId {
  return Object.hasOwn(messages.stages, stage);
}

export function stageText(messages: Messages, line: Pick<NoticeLine, 'check' | 'stage'>): StageText {
  return isStage(messages, line.stage)
    ? messages.stages[line.stage]
    : messages.retiredStage(plain(line.check, 40), plain(line.stage, 40));
}

/** Why a resolved line is no longer open. */
export function endOf(messages: Messages, line: NoticeLine): string {
  const because = line.resolvedBecause ?? 'condition-cleared';
  const over = because === 'condition-cleared' ? stageText(messages, line).over : undefined;
  return over ?? messages.resolvedBecause[because];
}

/** Everything the sentences about a line may name, in words and made plain. */
export function toldOf(messages: Messages, line: NoticeLine, now: Instant): Told {
  const facts = line.facts ?? {};
  const lineAt = line.deadline?.at ?? line.since;
  const owner = text(facts['owner']);
  const because = text(facts['because'], 160);
  const knownUntil = facts['knownUntil'];
  const lastCall = facts['lastCall'];
  return {
    late: messages.duration(age(lineAt, now)),
    left: messages.duration(age(now, lineAt)),
    isPast: isPast(lineAt, now),
    silence: messages.duration(age(line.lastEvent?.at ?? line.since, now)),
    age: messages.duration(age(line.since, now)),
    name: credentialName(messages, facts['kind']) ?? text(facts['name']) ?? plain(line.subject.id, 60),
    fact: (name) => text(facts[name]) ?? '?',
    share: (name) => shareOf(facts[name]),
    span: (name) => spanOf(messages, facts[name]),
    time: (name) => timeOf(facts[name]),
    ago: (name) => agoOf(messages, facts[name], now),
    ...(typeof lastCall === 'number' && lastCall > now
      ? { ownLeft: messages.duration(age(now, instant(lastCall))) }
      : {}),
    ...(typeof knownUntil === 'number' ? { lag: messages.duration(age(instant(knownUntil), now)) } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(because === undefined ? {} : { because }),
  };
}

function text(fact: string | number | undefined, length = 80): string | undefined {
  if (fact === undefined) return undefined;
  const made = plain(String(fact), length);
  return made === '' ? undefined : made;
}

function shareOf(fact: string | number | undefined): string {
  return typeof fact === 'number' ? percent(fact) : '?';
}

/** 0.043 → `4.3 %`; the same in every language. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')}\u00a0%`;
}

function spanOf(messages: Messages, fact: string | number | undefined): string {
  return typeof fact === 'number' ? messages.duration(fact as Duration) : '?';
}

/** Of what cannot be undone everybody reads the same, whatever the zone. */
function timeOf(fact: string | number | undefined): string {
  return typeof fact === 'number' ? `${sortableTime(instant(fact), 'UTC')} UTC` : '?';
}

function agoOf(messages: Messages, fact: string | number | undefined, now: Instant): string {
  return typeof fact === 'number' ? messages.duration(age(instant(fact), now)) : '?';
}

function credentialName(messages: Messages, kind: string | number | undefined): string | undefined {
  const known: Readonly<Record<string, string>> = messages.credential;
  return typeof kind === 'string' && Object.hasOwn(known, kind) ? known[kind] : undefined;
}
