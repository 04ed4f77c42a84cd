import type { OrderSubject, Setting } from '../checks/check.ts';
import { beforeHandOver, clocksApply } from '../checks/clocks-apply.ts';
import { beforeRules, clauseLine, platformLine } from '../checks/deadline-of.ts';
import { checksDuring } from '../checks/registry.ts';
import type { Deeds } from '../domain/deed.ts';
import type { DailyDigest, DueToday, HandOverRow } from '../domain/digest.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { isCollected, isConfirmed, type Order } from '../domain/order.ts';
import { earlierOf, isPast, type Instant } from '../domain/time.ts';
import { severities, type Severity } from '../domain/verdict.ts';
import { endOfDay, wallDay } from '../policies/wall-days.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { lineOf } from './line-of.ts';
import { tasksOf } from './packing-tasks.ts';
import type { Audible } from './speak.ts';
import { firstLines } from './speech.ts';

/** A digest is read over coffee: the ten most urgent of everything (house rule, 2026). */
const mostRows = 10;

/** What a daily digest says of the open book: collected while it is read, bounded in memory. */
export interface DigestBook {
  /** The same world at the end of the shop's day. */
  readonly tonight: Setting;
  /** What is live and not silent, by the cause that may turn out to be an incident; `''`: none. */
  readonly open: Map<string, Open>;
  readonly due: Map<string, DueToday>;
  inHouse: number;
  toHandOver: readonly HandOverRow[];
}

export function newDigestBook(setting: Setting): DigestBook {
  const { zone } = setting.shop;
  const tonight = { ...setting, now: endOfDay(wallDay(setting.now, zone), zone) };
  return { tonight, open: new Map(), due: new Map(), inHouse: 0, toHandOver: [] };
}

interface Open {
  readonly live: Record<Severity, number>;
  lines: NoticeLine[];
}

/** Notes a live finding that is not silent. */
export function keepOpen({ open }: DigestBook, of: Omit<Audible, 'remedy' | 'below'>, at: Setting, cause = ''): void {
  let kept = open.get(cause);
  if (!kept) open.set(cause, (kept = { live: noneLive(), lines: [] }));
  kept.live[of.severity] += 1;
  kept.lines.push(lineOf({ ...of, remedy: undefined, folded: undefined }, at));
  if (kept.lines.length >= 2 * mostRows) kept.lines = firstLines(kept.lines, mostRows);
}

/** How much is open and the ten most urgent, parts of an incident left out. */
export function openIn(
  { open }: DigestBook,
  incidents: ReadonlyMap<string, string>,
): Pick<DailyDigest, 'open' | 'urgent'> {
  const spoken = [...open].flatMap(([cause, kept]) => (incidents.has(cause) ? [] : [kept]));
  const live = noneLive();
  for (const severity of severities) for (const kept of spoken) live[severity] += kept.live[severity];
  return {
    open: live,
    urgent: firstLines(
      spoken.flatMap(({ lines }) => lines),
      mostRows,
    ),
  };
}

function noneLive(): Record<Severity, number> {
  return { warning: 0, breach: 0, critical: 0 };
}

/** Notes what is due today of an open order, and whether it is to be handed over. */
export function noteOrder(book: DigestBook, watched: WatchedOrder, deeds: Deeds, at: Setting): void {
  const { order, trace, findings } = watched;
  if (!clocksApply(order)) return;
  noteDue(book, { order, trace, traceRead: true, deeds, findings }, at.now);
  if (!isInHouse(order)) return;
  book.inHouse += 1;
  const attest = tasksOf(watched).map(({ kind }) => kind);
  const rows = [...book.toHandOver, { ...shippingOf(order, at), attest }];
  book.toHandOver = rows.length < 4 * mostRows ? rows : firstDue(rows);
}

/** The first ten by their line; those of which none is known: last. */
export function firstDue(rows: readonly HandOverRow[]): readonly HandOverRow[] {
  return rows
    .toSorted((one, other) => dueOf(one) - dueOf(other) || (one.order < other.order ? -1 : 1))
    .slice(0, mostRows);
}

function dueOf({ due }: HandOverRow): number {
  return due ?? Number.POSITIVE_INFINITY;
}

/**
 * What would be said of the order tonight if nothing happened: a line that is still ahead now and will then be past is
 * due today. A check that warns of none is not about keeping it.
 */
function noteDue({ due, tonight }: DigestBook, subject: OrderSubject, now: Instant): void {
  for (const asked of checksDuring(subject.order.status)) {
    const verdict = asked.judge(subject, tonight);
    const line = verdict.is === 'firing' ? verdict.deadline?.at : undefined;
    if (line === undefined || line < now || isPast(tonight.now, line)) continue;
    const warning = asked.judge(subject, { ...tonight, now: line });
    if (warning.is !== 'firing') continue;
    const known = due.get(asked.id);
    due.set(asked.id, {
      check: asked.id,
      stage: known?.stage ?? warning.stage,
      count: (known?.count ?? 0) + 1,
      next: known ? earlierOf(known.next, line) : line,
    });
  }
}

/** To whom, and by when: the line of the next thing to do with it, TikTok's own or that of a clause. */
function shippingOf(order: Order, at: Setting): Omit<HandOverRow, 'attest'> {
  const [clock, field] = isConfirmed(order)
    ? (['pickup-by', 'tts_sla_time'] as const)
    : (['confirm-by', 'rts_sla_time'] as const);
  const due = (platformLine(order, field) ?? clauseLine(clock, beforeRules(order, at.shop), at))?.at;
  return {
    order: order.id,
    ...(order.carrier !== undefined && { carrier: order.carrier }),
    ...(due !== undefined && { due }),
  };
}

function isInHouse(order: Order): boolean {
  return !isCollected(order) && beforeHandOver.some((status) => status === order.status);
}
