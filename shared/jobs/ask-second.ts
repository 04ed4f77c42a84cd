import type { SecondTrace } from '../domain/second-trace.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { AskedParcel, TraceSource } from '../ports/trace-source.ts';
import type { SecondTally } from '../ports/watch.ts';
import type { Sweeping } from './sweeping.ts';

/** Failed calls in a row after which the rest of the step asks no more: each has been tried several times (2026-11). */
const patience = 3;

/**
 * Asks the shop's source of second traces what the step noted, in full batches, and stores the answers for the next
 * sweep. Nothing hangs on it in this one, so a failure is noted and the sweep goes on.
 */
export async function askSecond(step: Sweeping, before: SecondTally | undefined): Promise<SecondTally | undefined> {
  const { shop, ports, second, on } = step;
  const source = second.toRegister.size + second.toQuery.size > 0 ? await ports.sources.open(shop) : undefined;
  if (!source) return before;
  const day = new Date(on.now).toISOString().slice(0, 10);
  const registered = before?.day === day ? before.registered : 0;
  const left = Math.max(0, (shop.secondOpinion?.dailyRegistrations ?? 0) - registered);
  const asking: Asking = { source, step, failures: 0, answered: false, announced: 0 };
  const fresh = [...second.toRegister.values()];
  const isTold = 'register' in source;
  if (isTold) await inBatches(fresh.slice(0, left), asking, 'register');
  await inBatches([...second.toQuery.values(), ...(isTold ? [] : fresh)], asking, 'query');
  second.toRegister.clear();
  second.toQuery.clear();
  return { ...healthOf(asking, before), day, registered: registered + asking.announced };
}

interface Asking {
  readonly source: TraceSource;
  readonly step: Sweeping;
  failures: number;
  answered: boolean;
  announced: number;
  refused?: boolean;
}

async function inBatches(parcels: readonly AskedParcel[], asking: Asking, how: 'register' | 'query'): Promise<void> {
  const { source, step } = asking;
  for (let start = 0; start < parcels.length; start += source.batch) {
    if (asking.refused || asking.failures >= patience || step.ports.clock.wall() >= step.ports.until) return;
    const batch = parcels.slice(start, start + source.batch);
    const answers = await tried(asking, () => source[how]?.(batch, step.on.now) ?? Promise.resolve([]));
    if (how === 'register') asking.announced += answers.length;
    if (answers.length > 0) await step.ports.secondTraces.write(step.shop.id, answers, step.ports.clock.wall());
  }
}

async function tried(asking: Asking, call: () => Promise<readonly SecondTrace[]>): Promise<readonly SecondTrace[]> {
  try {
    const answers = await call();
    asking.failures = 0;
    asking.answered = true;
    return answers;
  } catch (error) {
    // Recovery: what is stored stays as it is, and the same parcels are noted again in the next sweep.
    if (!(error instanceof Transient || error instanceof Rejected)) throw error;
    asking.failures += 1;
    asking.refused = error instanceof Rejected && error.about === 'credential';
    return [];
  }
}

/** Since when it refuses or fails: one answer clears both. */
function healthOf(
  { answered, refused, failures, step }: Asking,
  before: SecondTally | undefined,
): Pick<SecondTally, 'refusedSince' | 'failingSince'> {
  const { now } = step.on;
  if (refused) return { refusedSince: before?.refusedSince ?? now };
  if (answered || failures === 0) return {};
  return { failingSince: before?.failingSince ?? now };
}
