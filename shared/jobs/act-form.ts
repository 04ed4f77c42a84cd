import { z } from 'zod';
import type { SnoozeScope } from '../domain/act.ts';
import { longestSnoozeDays } from '../domain/act.ts';
import type { ActionLink, FieldTrouble, LinkAction } from '../domain/action-link.ts';
import { carrierOf, laneOf } from '../domain/incident.ts';
import { oneLine } from '../domain/one-line.ts';
import type { Shop } from '../domain/shop.ts';
import { after, days, hours, type Instant } from '../domain/time.ts';
import { marketZone } from '../policies/market-zone.ts';
import { atWall, endOfDay, wallDay, wallDayOf } from '../policies/wall-days.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { LinkAct } from './door.ts';

export type Fields = Readonly<Record<string, string>>;

/** An order is watched for 60 days, so nothing would come of a later date (house rule, 2026). */
const longestWait = days(60);

/** The first of each field of a form; a field that is sent twice counts once. */
export function fieldsIn(body: Uint8Array): Fields {
  const sent = new URLSearchParams(new TextDecoder().decode(body));
  const names = ['proof', 'by', 'scope', 'until', 'at', 'date', 'ticket', 'reason'];
  return Object.fromEntries(names.flatMap((name) => (sent.has(name) ? [[name, sent.get(name) ?? '']] : [])));
}

export interface ActSetting {
  readonly link: ActionLink;
  readonly id: string;
  readonly action: Exclude<LinkAction, 'choose'>;
  readonly shop: Shop;
  readonly watched: WatchedOrder | undefined;
  readonly seen: Instant | undefined;
  readonly now: Instant;
}

/** What a form asks for, or what is wrong with it. */
export function actOf(
  sent: Fields,
  { link, id, action, shop, watched, seen, now }: ActSetting,
): LinkAct | FieldTrouble {
  const by = personOf(sent['by']);
  if (by === undefined && oneLine(sent['by'] ?? '').trim() !== '') return 'name-unfit';
  const done = {
    id,
    at: now,
    ...(seen !== undefined && { seen }),
    via: link.channel,
    ...(by !== undefined && { by }),
    finding: link.finding,
  };
  switch (action) {
    case 'acknowledge':
      return { ...done, kind: action };
    case 'snooze': {
      const until = snoozedUntil(sent, shop.zone, now);
      return typeof until === 'string' ? until : { ...done, kind: action, until, scope: scopeOf(sent, link, watched) };
    }
    case 'filed': {
      const ticket = text(sent['ticket'], 60);
      return ticket === undefined ? 'ticket-missing' : { ...done, kind: action, ticket };
    }
    case 'extended': {
      const until = extendedUntil(sent, shop, now);
      return typeof until === 'string' ? until : { ...done, kind: action, until };
    }
    case 'not-a-problem': {
      const reason = text(sent['reason'], 200);
      return reason === undefined ? 'reason-missing' : { ...done, kind: action, reason };
    }
  }
}

/** Lengths that a form offers; `at` is a moment of the reader's own. */
export const snoozeLengths = { '4h': hours(4), '1d': days(1), '3d': days(3), '7d': days(longestSnoozeDays) } as const;

function snoozedUntil(sent: Fields, zone: string, now: Instant): Instant | FieldTrouble {
  const { until = '', at = '' } = sent;
  const length = Object.entries(snoozeLengths).find(([name]) => name === until)?.[1];
  const asked = until === 'at' ? localMoment(at, zone) : length && after(now, length);
  return asked === undefined ? 'until-missing' : (snoozeTrouble(asked, now) ?? asked);
}

/** Why nobody can snooze until then; undefined = it can be done. */
export function snoozeTrouble(until: Instant, now: Instant): 'until-past' | 'snooze-too-long' | undefined {
  if (until <= now) return 'until-past';
  return until > after(now, days(longestSnoozeDays)) ? 'snooze-too-long' : undefined;
}

function extendedUntil({ date = '' }: Fields, { market }: Shop, now: Instant): Instant | FieldTrouble {
  if (!isDay(date)) return 'until-missing';
  const until = endOfDay(wallDayOf(date), marketZone(market));
  if (until <= now) return 'until-past';
  return until > after(now, longestWait) ? 'date-too-late' : until;
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** As a form sends it: `2026-11-25T09:00`, by the clock of the shop's people. */
function localMoment(given: string, zone: string): Instant | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?::\d\d)?$/.exec(given) ?? [];
  if (date === undefined || time === undefined || !isDay(date)) return undefined;
  return atWall(wallDayOf(date), time, zone);
}

/** Tomorrow, nine o'clock: what a form proposes. */
export function tomorrowMorning(now: Instant, zone: string): Instant {
  return atWall(wallDay(now, zone) + 1, '09:00', zone);
}

/** What is not known of the finding cannot be snoozed; then it is the finding's own subject. */
function scopeOf(
  { scope }: Fields,
  { finding: { subject } }: ActionLink,
  watched: WatchedOrder | undefined,
): SnoozeScope {
  const carrier = watched && carrierOf(watched.order);
  const lane = watched && laneOf(watched.order);
  if (scope === 'carrier' && carrier !== undefined) return { kind: 'carrier', carrier };
  if (scope === 'lane' && lane !== undefined) return { kind: 'lane', lane };
  if (scope === 'shop') return { kind: 'shop' };
  return { kind: 'subject', subject };
}

/** A name that somebody gave; undefined = it is none, or too long for one. */
export function personOf(given: string | undefined): string | undefined {
  return text(given, 60);
}

/** One line of at least one visible character. */
function text(given: string | undefined, most: number): string | undefined {
  const made = oneLine(given ?? '').trim();
  return made === '' || made.length > most ? undefined : made;
}
