import { checks } from '../../../shared/checks/registry.ts';
import { longSilence } from '../../../shared/checks/silence-cause.ts';
import { noDeeds } from '../../../shared/domain/deed.ts';
import type { NoticeLine, NoticeRequest } from '../../../shared/domain/notice.ts';
import { after, age, hours, iso, type Instant } from '../../../shared/domain/time.ts';
import { policy } from '../../../shared/policies/registry.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import { aCarrierEvent } from '../../support/a-second-trace.ts';
import { aShop } from '../../support/a-shop.ts';
import { SweepStory } from '../../support/a-sweep.ts';
import { Crash } from '../../support/crash-plan.ts';
import { at } from '../../support/moments.ts';
import { aSeason, changesIn, orderAt, traceAt, type Fate } from './a-season.ts';

/** One day of the story. */
export interface Day {
  readonly day: string;
  readonly placed: number;
  /** Messages by receiver: who hears everything at once, and who sleeps from 22:00 to 08:00. */
  readonly messages: readonly [awake: number, asleep: number];
  readonly lines: number;
  /** What is open at the end of the day. */
  readonly open: number;
}

export interface Fortnight {
  readonly orders: number;
  readonly days: readonly Day[];
  readonly duplicates: readonly string[];
  readonly falseResolutions: readonly string[];
  /** Complete sweeps between a line that was crossed and the word about it: 0 = the first that could know. */
  readonly sweepsLate: readonly number[];
  /** From the line to the notice, outages included. */
  readonly delays: readonly number[];
  /** Messages and lines if every sweep said all that is open: as one list, or as one mail for each order. */
  readonly repeating: { readonly messages: number; readonly lines: number; readonly mails: number };
}

/** Easter 2026 stands in the middle: Good Friday on 3 April, Monday the 6th. */
const start = at('2026-03-30T00:00:00Z');

/** Hours from the start at which TikTok does not answer, or not when asked for traces; and one sweep that never ran. */
const searchDown = [100, 105] as const;
const tracesDown = [150, 158] as const;
const missed = 201;
const killed = 251;

const shop = aShop({
  market: 'GB',
  packs: ['gb', 'article'],
  secondOpinion: { source: '17track', dailyRegistrations: 500 },
  recipients: [
    { address: 'owner@shop.example', locale: 'en' },
    { id: 'night', address: 'night@shop.example', locale: 'en', quietHours: { from: '22:00', to: '08:00' } },
  ],
});

const receivers = ['email:en', 'email/night'] as const;

/** Hourly sweeps over fourteen days, through the real jobs, on a clock that stands still in between. */
export async function liveThroughFortnight(orders: number): Promise<Fortnight> {
  const story = new SweepStory(shop);
  story.clock.advance(age(story.clock.worldTime, start));
  await story.sweep();
  story.outbox.notices.length = 0;
  const fates = aSeason(orders, start);
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  const diary = new Diary(byId);
  for (let hour = 1; hour <= 24 * 14; hour += 1) {
    story.clock.advance(hours(1));
    show(story, fates, hour);
    if (hour === missed) continue;
    await sweepOnce(story, hour === killed);
    diary.write(story, !isWithin(hour, searchDown) && !isWithin(hour, tracesDown));
  }
  return diary.sum(fates);
}

function isWithin(hour: number, [from, to]: readonly [number, number]): boolean {
  return hour >= from && hour < to;
}

function show(story: SweepStory, fates: readonly Fate[], hour: number): void {
  const now = story.clock.worldTime;
  const { script, source } = story;
  script.searchFailure = isWithin(hour, searchDown) ? { pages: 0, error: new Transient('503') } : undefined;
  if (isWithin(hour, tracesDown)) script.traceFailures.set('*', new Transient('503'));
  else script.traceFailures.delete('*');
  for (const fate of fates) {
    if (changesIn(fate, now)) {
      const order = orderAt(fate, now);
      if (order) story.tiktok.upsert(shop.id, order, traceAt(fate, now));
    }
    if (fate.collectedAt !== undefined && fate.collectedAt <= now) source.tells(fate.number, carrierSays(fate, now));
  }
}

function carrierSays({ scans, unsynced, isHeld }: Fate, now: Instant) {
  return [...scans, ...unsynced]
    .filter((scan) => scan <= now)
    .toSorted((one, other) => one - other)
    .map((scan, place) =>
      aCarrierEvent(scan, isHeld && place > 1 ? { milestone: 'import-customs-held', text: 'Held' } : {}),
    );
}

/** Killed half way, the message comes again. */
async function sweepOnce(story: SweepStory, dies: boolean): Promise<void> {
  story.plan.revive();
  if (dies) {
    story.plan.crashAt(30);
    await story.sweep().catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    story.plan.revive();
  }
  await story.sweep();
}

/** What was heard, and what was true. */
class Diary {
  readonly #fates: ReadonlyMap<string, Fate>;
  readonly #days = new Map<string, { messages: [number, number]; lines: number; open: number }>();
  readonly #lastTold = new Map<string, string>();
  readonly #goodRuns: Instant[] = [];
  readonly #incidents: { from: Instant; until?: Instant }[] = [];
  /** When each order was named. */
  readonly #words = new Map<string, readonly Instant[]>();
  readonly #seen = new Set<string>();
  readonly #duplicates: string[] = [];
  readonly #falseResolutions: string[] = [];
  readonly #sweepsLate: number[] = [];
  readonly #delays: number[] = [];
  readonly #repeating = { messages: 0, lines: 0, mails: 0 };

  constructor(fates: ReadonlyMap<string, Fate>) {
    this.#fates = fates;
  }

  write(story: SweepStory, isGood: boolean): void {
    const now = story.clock.worldTime;
    for (const notice of story.outbox.notices.splice(0)) {
      if (this.#seen.has(notice.id)) continue;
      this.#seen.add(notice.id);
      this.#hear(notice, now);
    }
    const open = story.findings();
    const inAll = open.length + story.shopFindings().length;
    this.#dayOf(now).open = inAll;
    if (inAll > 0) this.#repeating.messages += 1;
    this.#repeating.lines += inAll;
    this.#repeating.mails += new Set(open.map((finding) => finding.split('/').at(-1))).size;
    if (isGood) this.#goodRuns.push(now);
  }

  #dayOf(now: Instant) {
    const day = iso(now).slice(0, 10);
    const known = this.#days.get(day) ?? { messages: [0, 0] satisfies [number, number], lines: 0, open: 0 };
    this.#days.set(day, known);
    return known;
  }

  #hear({ channel, lines }: NoticeRequest, now: Instant): void {
    const day = this.#dayOf(now);
    const isAwake = channel.id === receivers[0];
    day.messages[isAwake ? 0 : 1] += 1;
    for (const line of lines) {
      this.#lookForDuplicate(line, channel.id, now);
      if (!isAwake) continue;
      day.lines += 1;
      for (const row of [line, ...(line.folded?.rows ?? [])]) this.#note(row.order, now);
      if (line.check === 'incident') this.#noteIncident(line, now);
      if (line.transition === 'resolved') this.#lookForTruth(line, now);
      else if (line.subject.kind === 'order') this.#lookForDelay(line, now);
    }
  }

  #lookForDuplicate(line: NoticeLine, receiver: string, now: Instant): void {
    const subject = `${receiver} ${line.check} ${line.subject.id}`;
    const { place, told } = line.facts ?? {};
    const said = [line.transition, line.stage, place, told].join(' ');
    if (this.#lastTold.get(subject) === said) this.#duplicates.push(`${iso(now)} ${subject}: ${said}`);
    this.#lastTold.set(subject, said);
  }

  #lookForTruth(line: NoticeLine, now: Instant): void {
    const fate = this.#fates.get(line.subject.id);
    const order = fate && orderAt(fate, now);
    if (!order || line.resolvedBecause !== 'condition-cleared') return;
    const subject = { order, trace: traceAt(fate, now), traceRead: true, deeds: noDeeds, findings: [] };
    const check = checks.order.find(({ id }) => id === line.check);
    const setting = { now, shop, policy };
    const verdict = line.check === 'silence-cause' ? longSilence(subject, setting) : check?.judge(subject, setting);
    if (verdict?.is === 'firing') this.#falseResolutions.push(`${iso(now)} ${line.check} ${order.id}`);
  }

  /**
   * An order may have been named before, by a line that this one explains; one that joins an open incident is told of
   * with it.
   */
  #lookForDelay({ since, deadline, subject, check }: NoticeLine, now: Instant): void {
    const line = deadline && deadline.at < now && deadline.at > since ? deadline.at : since;
    const isExplanation = check === 'silence-cause';
    if (isExplanation && this.#incidents.some(({ from, until = now }) => from < now && until > line)) return;
    const word = isExplanation ? (this.#words.get(subject.id)?.find((at) => at > line) ?? now) : now;
    this.#sweepsLate.push(this.#goodRuns.filter((run) => run > line && run < word).length);
    this.#delays.push(word - line);
  }

  #noteIncident({ transition }: NoticeLine, now: Instant): void {
    if (transition === 'opened') this.#incidents.push({ from: now });
    const last = this.#incidents.at(-1);
    if (transition === 'resolved' && last) last.until = now;
  }

  #note(order: string | undefined, now: Instant): void {
    if (order !== undefined) this.#words.set(order, [...(this.#words.get(order) ?? []), now]);
  }

  sum(fates: readonly Fate[]): Fortnight {
    const days = [...this.#days].map(([day, told]): Day => {
      const placed = fates.filter(({ createdAt }) => iso(createdAt).startsWith(day)).length;
      return { day, placed, ...told };
    });
    return {
      orders: fates.length,
      days: days.filter(({ day }) => day < iso(after(start, hours(24 * 14))).slice(0, 10)),
      duplicates: this.#duplicates,
      falseResolutions: this.#falseResolutions,
      sweepsLate: this.#sweepsLate,
      delays: this.#delays,
      repeating: this.#repeating,
    };
  }
}
