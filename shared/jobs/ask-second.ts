import { mergeTraces } from '../domain/merge-traces.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import { dayOf } from '../domain/day-totals.ts';
import type { Shop } from '../domain/shop.ts';
import { after, seconds, type Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { AskedParcel, TraceSource } from '../ports/trace-source.ts';
import type { SecondTally } from '../ports/watch.ts';
import type { SecondStep } from './sweeping.ts';

/** Failed calls in a row after which the rest of the step asks no more: each has been tried several times (2026-11). */
const patience = 3;

/**
 * A step that pauses because its time is up asks all the same, out of what is kept back for ending it (a minute): what
 * it noted, the next step does not note again.
 */
const extraTime = seconds(20);

/**
 * Asks the shop's source of second traces what the step noted, in full batches, and stores the answers for the next
 * sweep; then announces new numbers, as far as the day's budget and the source's quota reach. Nothing hangs on it in
 * this sweep, so a failure is noted and the sweep goes on.
 */
export async function askSecond(step: SecondStep, before: SecondTally | undefined): Promise<SecondTally | undefined> {
  const { shop, ports, second, on } = step;
  const probe = isFailing(before) && second.toRegister.size + second.toQuery.size === 0 ? second.probe : undefined;
  if (probe) second.toQuery.set(probe.number, probe);
  const source = second.toRegister.size + second.toQuery.size > 0 ? await ports.sources.open(shop) : undefined;
  if (!source) return before;
  const today = tallyOf(before, on.now);
  const isTold = 'register' in source;
  const fresh = [...second.toRegister.values()];
  const queries = await askAbout([...second.toQuery.values(), ...(isTold ? [] : fresh)], source, step);
  const announcing = queries.isOver || !isTold ? nothingAsked : await announce(fresh, source, step, today);
  second.toRegister.clear();
  second.toQuery.clear();
  const registered = today.registered + announcing.registered;
  const isUsedUp = today.isUsedUp ?? announcing.isUsedUp;
  return {
    ...healthOf(queries, announcing, before, on.now),
    day: today.day,
    registered,
    ...(isUsedUp && { isUsedUp }),
  };
}

function isFailing(before: SecondTally | undefined): boolean {
  return before?.refusedSince !== undefined || before?.failingSince !== undefined;
}

/** No more numbers are announced today, by the shop's own budget or by the source's quota. */
export function isBudgetSpent(before: SecondTally | undefined, { secondOpinion }: Shop, now: Instant): boolean {
  const { registered, isUsedUp } = tallyOf(before, now);
  return secondOpinion !== undefined && (isUsedUp ?? registered >= secondOpinion.dailyRegistrations);
}

type DayTally = Pick<SecondTally, 'day' | 'registered' | 'isUsedUp'>;

function tallyOf(before: SecondTally | undefined, now: Instant): DayTally {
  const day = dayOf(now);
  return before?.day === day ? before : { day, registered: 0 };
}

/** How calls of one kind fare in this step. */
interface Fared {
  answered: boolean;
  failures: number;
  registered: number;
  isUsedUp?: true;
  /** Nothing more is asked of the source in this step, of whatever kind. */
  isOver?: 'refused' | 'failing' | 'out-of-time';
}

const nothingAsked: Readonly<Fared> = { answered: false, failures: 0, registered: 0 };

async function askAbout(parcels: readonly AskedParcel[], source: TraceSource, step: SecondStep): Promise<Fared> {
  const fared: Fared = { ...nothingAsked };
  for (let start = 0; start < parcels.length && mayAsk(fared, step); start += source.batch) {
    const batch = parcels.slice(start, start + source.batch);
    const traces = await tried(fared, () => source.query(batch, step.on.now));
    if (traces) await store(traces, step);
  }
  return fared;
}

/** A number that the source cannot follow costs nothing, and takes nobody else's place. */
async function announce(
  parcels: readonly AskedParcel[],
  source: TraceSource,
  step: SecondStep,
  today: DayTally,
): Promise<Fared> {
  const fared: Fared = { ...nothingAsked };
  let start = 0;
  while (start < parcels.length && !today.isUsedUp && !fared.isUsedUp && mayAsk(fared, step)) {
    const left = (step.shop.secondOpinion?.dailyRegistrations ?? 0) - today.registered - fared.registered;
    const batch = parcels.slice(start, start + Math.min(source.batch, Math.max(0, left)));
    if (batch.length === 0) break;
    start += batch.length;
    const told = await tried(fared, async () => source.register?.(batch, step.on.now));
    if (!told) continue;
    fared.registered += told.registered;
    if (told.isUsedUp) fared.isUsedUp = true;
    await store(told.traces, step);
  }
  return fared;
}

function mayAsk(fared: Fared, { ports }: SecondStep): boolean {
  if (ports.clock.wall() >= after(ports.until, extraTime)) fared.isOver ??= 'out-of-time';
  return !fared.isOver && fared.failures < patience;
}

async function tried<Answer>(fared: Fared, call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    const answer = await call();
    fared.failures = 0;
    fared.answered = true;
    return answer;
  } catch (error) {
    // Recovery: what is stored stays as it is, and the same parcels are noted again in the next sweep.
    if (!(error instanceof Transient || error instanceof Rejected)) throw error;
    fared.failures += 1;
    if (error instanceof Rejected && error.about === 'credential') fared.isOver = 'refused';
    else if (error instanceof Transient && fared.failures >= patience) fared.isOver = 'failing';
    return undefined;
  }
}

/** Read anew and merged: a file may have been imported since the orders were judged, and scans are never unsaid. */
async function store(answers: readonly SecondTrace[], { ports, shop }: SecondStep): Promise<void> {
  if (answers.length === 0) return;
  const known = await ports.secondTraces.find(
    shop.id,
    answers.map(({ number }) => number),
  );
  const merged = answers.map((answer) => mergeTraces(known.get(answer.number), answer));
  await ports.secondTraces.write(shop.id, merged, ports.clock.wall());
}

/** Since when it refuses or fails: an answer clears both. Verdicts hang on what it is asked, so that counts first. */
function healthOf(
  queries: Fared,
  announcing: Fared,
  before: SecondTally | undefined,
  now: Instant,
): Pick<SecondTally, 'refusedSince' | 'failingSince'> {
  if (queries.isOver === 'refused' || announcing.isOver === 'refused')
    return { refusedSince: before?.refusedSince ?? now };
  const { answered } = wasTried(queries) ? queries : announcing;
  if (answered) return {};
  if (wasTried(queries) || wasTried(announcing)) return { failingSince: before?.failingSince ?? now };
  const { refusedSince, failingSince } = before ?? {};
  return { ...(refusedSince !== undefined && { refusedSince }), ...(failingSince !== undefined && { failingSince }) };
}

function wasTried({ answered, failures }: Fared): boolean {
  return answered || failures > 0;
}
