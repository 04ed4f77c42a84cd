import type { KnownActs } from '../domain/known-acts.ts';
import { jsonBytes } from '../domain/json-bytes.ts';
import type { NotWatched } from '../domain/not-watched.ts';
import type { NoticeKind, NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { Channel, Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { Held } from '../ports/watch.ts';
import { planRemedies } from '../remedies/plan-remedies.ts';
import { unwatchedOf } from './not-watched.ts';
import { unsaidIn, type Owed } from './owed.ts';
import { addHeld, isUrgent, withoutTold } from './held-lines.ts';
import { stillToSay } from './still-to-say.ts';
import { firstLines, longestList, mostLines, saidOnly, type Speech } from './speech.ts';
import type { SweepPorts } from './sweep-ports.ts';
import type { Voice } from './voices.ts';

export interface HandOver {
  readonly shop: Shop;
  readonly run: string;
  readonly kind: NoticeKind;
  readonly now: Instant;
  readonly owed: Owed;
  readonly acts: KnownActs;
  readonly quarantined: number;
  /** The pull reached `now`: only then may a first look say that nothing was found. */
  readonly complete: boolean;
  /** What a first look says that nobody can watch. */
  readonly notWatched: readonly NotWatched[];
}

/** What a run leaves behind when everything is on its queue. */
export interface HandedOver {
  /** The idempotency keys of the requests. */
  readonly requests: readonly string[];
  readonly held?: Readonly<Record<string, Held>>;
}

/** What receivers that hear the same are told, and what is kept for their morning. */
interface Saying {
  readonly voice: Voice;
  readonly speech: Speech;
  readonly kept: readonly NoticeLine[];
  readonly quarantined: number;
}

/** A pure function of what the run owes and what was kept before, so that a repeat says the same. */
function sayingOf(of: HandOver, voice: Voice, speech: Speech, before: readonly NoticeLine[]): Saying {
  const quarantined = of.quarantined + (voice.held?.quarantined ?? 0);
  if (voice.isAsleep) {
    const urgent = speech.lines.filter(isUrgent);
    const kept = addHeld(
      withoutTold(before, urgent),
      speech.lines.filter((line) => !isUrgent(line)),
    );
    return { voice, speech: saidOnly(speech, urgent), kept, quarantined };
  }
  const all = before.length === 0 ? speech : saidOnly(speech, addHeld(before, speech.lines));
  return { voice, speech: all, kept: [], quarantined };
}

/** A report comes even when there is nothing in it, and so does word of orders that nobody could read. */
function hasWord({ kind, complete }: HandOver, { voice, speech, quarantined }: Saying): boolean {
  if (speech.spoken > 0) return true;
  if (voice.hears.unattended !== undefined || voice.isAsleep) return false;
  return quarantined > 0 || (kind !== 'sweep' && complete);
}

/**
 * Puts the requests on their queues, lists first, for whoever takes a request looks for its list. A repeat is harmless:
 * the ledgers know the keys, and a list is written again as it was.
 */
export async function handOver(
  of: HandOver,
  ports: Pick<SweepPorts, 'outbox' | 'lists' | 'clock'>,
): Promise<HandedOver> {
  const { shop, run, now, owed } = of;
  const notices: NoticeRequest[] = [];
  const held: Record<string, Held> = {};
  for (const [place, voice] of owed.voices.entries()) {
    const speech = owed.speeches[place];
    if (!speech) continue;
    const before = (voice.held && (await ports.lists.find(shop.id, voice.held.list))) ?? [];
    const saying = sayingOf(of, voice, speech, stillToSay(before, of.acts, now));
    const kept = await keepForMorning(of, saying, speech, ports);
    if (kept) for (const { id } of voice.channels) held[id] = kept;
    if (hasWord(of, saying)) notices.push(...(await noticesOf(of, saying, ports)));
  }
  const remediations = planRemedies(owed.remedies, { shop, run, now });
  if (notices.length > 0) await ports.outbox.notice(notices);
  if (remediations.length > 0) await ports.outbox.remediation(remediations);
  const requests = [...notices, ...remediations].map((request) => request.id);
  return { requests, ...(Object.keys(held).length > 0 && { held }) };
}

/** What a sleeping receiver has not heard; where nothing was added, it lies where it lay. */
async function keepForMorning(
  { shop, run, now, quarantined: newly }: HandOver,
  { voice, kept, quarantined }: Saying,
  speech: Speech,
  { lists, clock }: Pick<SweepPorts, 'lists' | 'clock'>,
): Promise<Held | undefined> {
  if (!voice.isAsleep || (kept.length === 0 && quarantined === 0)) return undefined;
  if (voice.held && speech.spoken === 0 && newly === 0) return voice.held;
  const list = `${listName(run, voice)}#held`;
  await lists.put(shop.id, list, firstLines(kept, longestList), clock.wall());
  return { since: voice.held?.since ?? voice.lastRun ?? now, list, quarantined };
}

async function noticesOf(
  of: HandOver,
  saying: Saying,
  { lists, clock }: Pick<SweepPorts, 'lists' | 'clock'>,
): Promise<readonly NoticeRequest[]> {
  const { voice, speech } = saying;
  const lines = withinMessage(firstLines(speech.lines, mostLines));
  const isLong = speech.spoken > lines.length;
  const list = listName(of.run, voice);
  if (isLong) await lists.put(of.shop.id, list, firstLines(speech.lines, longestList), clock.wall());
  return voice.channels.map((channel) => notice(of, { ...saying, lines, ...(isLong && { list }) }, channel));
}

/** By one of its channels: places change when people add receivers. */
function listName(run: string, { channels: [first] }: Voice): string {
  return `${run}#${first?.id ?? 'nobody'}`;
}

interface Said extends Saying {
  readonly lines: readonly NoticeLine[];
  readonly list?: string;
}

function notice(of: HandOver, said: Said, channel: Channel): NoticeRequest {
  const { shop, run, now, owed } = of;
  const { speech, lines, list, quarantined, voice } = said;
  const { hears, held, isAsleep } = voice;
  return {
    v: 1,
    id: `${shop.id}#${run}#${channel.id}`,
    kind: of.kind,
    shop: { id: shop.id, name: shop.name, market: shop.market, zone: shop.zone },
    run,
    channel,
    now,
    counts: {
      ...speech.told,
      ...speech.live,
      inhibited: unsaidIn(owed),
      quarantined: isAsleep ? 0 : quarantined,
      ...(owed.snoozed > 0 && { snoozed: owed.snoozed }),
    },
    lines,
    more: speech.spoken - lines.length,
    ...(list !== undefined && { list }),
    ...(held && !isAsleep && { heldSince: held.since }),
    ...(hears.unattended !== undefined && { unattended: hears.unattended }),
    ...(of.kind === 'first-look' && of.complete && { notWatched: unwatchedOf(of.notWatched) }),
  };
}

/** A queue takes 256 KB (SQS, 2026-11); the rest is what stands around the lines. */
const mostBytes = 200_000;

/** What fits into a message, lines before the orders they speak for: the first causes name theirs. */
function withinMessage(lines: readonly NoticeLine[]): readonly NoticeLine[] {
  let room = mostBytes;
  const fits = (value: unknown): boolean => {
    const bytes = jsonBytes(value) + 1;
    if (bytes > room) return false;
    room -= bytes;
    return true;
  };
  const kept = lines.filter((line) => fits({ ...line, folded: undefined }));
  return kept.map((line) => {
    const { folded } = line;
    return folded ? { ...line, folded: { count: folded.count, rows: folded.rows.filter(fits) } } : line;
  });
}
