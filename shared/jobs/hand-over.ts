import { jsonBytes } from '../domain/json-bytes.ts';
import type { NotWatched } from '../domain/not-watched.ts';
import type { NoticeKind, NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { Channel, Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { planRemedies } from '../remedies/plan-remedies.ts';
import { unwatchedOf } from './not-watched.ts';
import { unsaidIn, type Owed } from './owed.ts';
import { firstLines, longestList, mostLines, type Speech } from './speech.ts';
import type { SweepPorts } from './sweep-ports.ts';
import type { Voice } from './voices.ts';

export interface HandOver {
  readonly shop: Shop;
  readonly run: string;
  readonly kind: NoticeKind;
  readonly now: Instant;
  readonly owed: Owed;
  readonly quarantined: number;
  /** The pull reached `now`: only then may a first look say that nothing was found. */
  readonly complete: boolean;
  /** What a first look says that nobody can watch. */
  readonly notWatched: readonly NotWatched[];
}

/** What receivers that hear the same are told. */
interface Saying {
  readonly voice: Voice;
  readonly speech: Speech;
  /** As many as a message takes. */
  readonly lines: readonly NoticeLine[];
  /** Where the others stand as well. */
  readonly list?: string;
}

/** A pure function of what the run owes, so that a repeat says the same. */
function sayingsOf(of: HandOver): readonly Saying[] {
  return of.owed.voices.flatMap((voice, place) => {
    const speech = of.owed.speeches[place];
    if (!speech || !hasWord(of, voice, speech)) return [];
    const lines = withinMessage(firstLines(speech.lines, mostLines));
    const isLong = speech.spoken > lines.length;
    return [{ voice, speech, lines, ...(isLong && { list: `${of.run}#${place}` }) }];
  });
}

/** A report comes even when there is nothing in it, and so does word of orders that nobody could read. */
function hasWord({ kind, complete, quarantined }: HandOver, { hears, hearing }: Voice, { spoken }: Speech): boolean {
  if (spoken > 0) return true;
  if (hears.unattended !== undefined || hearing.isHeld) return false;
  return quarantined > 0 || (kind !== 'sweep' && complete);
}

/**
 * Puts the requests on their queues, long lists first, for whoever takes a request looks for its list; answers their
 * idempotency keys. A repeat is harmless: the ledgers know the keys.
 */
export async function handOver(
  of: HandOver,
  { outbox, lists, clock }: Pick<SweepPorts, 'outbox' | 'lists' | 'clock'>,
): Promise<readonly string[]> {
  const { shop, run, now, owed } = of;
  const sayings = sayingsOf(of);
  const notices = sayings.flatMap((saying) => saying.voice.channels.map((channel) => notice(of, saying, channel)));
  const remediations = planRemedies(owed.remedies, { shop, run, now });
  for (const { list, speech } of sayings) {
    if (list !== undefined) await lists.put(shop.id, list, firstLines(speech.lines, longestList), clock.wall());
  }
  if (notices.length > 0) await outbox.notice(notices);
  if (remediations.length > 0) await outbox.remediation(remediations);
  return [...notices, ...remediations].map((request) => request.id);
}

function notice(of: HandOver, { voice, speech, lines, list }: Saying, channel: Channel): NoticeRequest {
  const { shop, run, now, owed } = of;
  const { hears, hearing } = voice;
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
      quarantined: of.quarantined,
    },
    lines,
    more: speech.spoken - lines.length,
    ...(list !== undefined && { list }),
    ...(hearing.heardUpTo !== undefined && { heldSince: hearing.heardUpTo }),
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
