import type { OrderSubject } from '../checks/check.ts';
import { longSilence } from '../checks/silence-cause.ts';
import { silenceOf } from '../checks/trace-silent.ts';
import { isInTransit } from '../domain/order.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import { age, hours, type Instant } from '../domain/time.ts';
import type { SweepPorts } from './sweep-ports.ts';
import type { SecondAsking, SecondStep } from './sweeping.ts';

/** What a look at what is known needs of a step: nobody is asked. */
export type SecondLook = Omit<SecondStep, 'ports'> & {
  readonly ports: { readonly secondTraces: Pick<SweepPorts['secondTraces'], 'find'> };
};

/**
 * So long before its line a silence is asked about, for the answer to be there when it is crossed: a source knows a
 * number's scans minutes after it was told of it at the earliest (17TRACK, 2026-11).
 */
const askAhead = hours(6);

/** An answer holds for so long: a carrier that has been silent for days seldom speaks within the hour (assumed, 2026-11). */
const askEvery = hours(6);

/** What is known from other sources of those orders whose verdict hangs on it; notes whom to ask about again. */
export async function secondOpinions(
  subjects: readonly OrderSubject[],
  step: SecondLook,
): Promise<ReadonlyMap<string, readonly SecondTrace[]>> {
  step.second.probe ??= probeAmong(subjects, step);
  const wanted = subjects.filter((subject) => isWanted(subject, step));
  if (wanted.length === 0) return new Map();
  const numbers = [...new Set(wanted.flatMap(({ order }) => numbersOf(order.parcels)))];
  const known = await step.ports.secondTraces.find(step.shop.id, numbers);
  const opinions = new Map<string, readonly SecondTrace[]>();
  for (const { order } of wanted) {
    const found = numbersOf(order.parcels).flatMap((number) => known.get(number) ?? []);
    if (step.shop.secondOpinion) for (const parcel of order.parcels) note(step, parcel, known, order.carrier);
    if (step.shop.secondOpinion || found.length > 0) opinions.set(order.id, found);
  }
  return opinions;
}

function probeAmong(subjects: readonly OrderSubject[], { shop }: SecondLook): SecondAsking['probe'] {
  if (!shop.secondOpinion) return undefined;
  for (const { order } of subjects) {
    for (const { number, carrier = order.carrier } of order.parcels) {
      if (number !== undefined) return { number, ...(carrier !== undefined && { carrier }) };
    }
  }
  return undefined;
}

/** Silent past the line, or about to be; what moves is asked about by nobody. */
function isWanted(subject: OrderSubject, { setting, quarantined }: SecondLook): boolean {
  if (quarantined.has(subject.order.id)) return false;
  if (longSilence(subject, setting).is === 'firing') return true;
  if (!isInTransit(subject.order)) return false;
  const silence = silenceOf(subject, setting);
  const line = silence.is === 'firing' ? silence.deadline?.at : undefined;
  return line !== undefined && line - setting.now <= askAhead;
}

function note(
  { second, on }: SecondLook,
  { number, carrier }: { readonly number?: string; readonly carrier?: string },
  known: ReadonlyMap<string, SecondTrace>,
  ofOrder: string | undefined,
): void {
  if (number === undefined) return;
  const named = carrier ?? ofOrder;
  const parcel = { number, ...(named !== undefined && { carrier: named }) };
  const before = known.get(number);
  if (before && !isStale(before, on.now)) return;
  (before?.announced ? second.toQuery : second.toRegister).set(number, parcel);
}

function isStale({ state, askedAt }: SecondTrace, now: Instant): boolean {
  return state === 'pending' || age(askedAt, now) >= askEvery;
}

function numbersOf(parcels: OrderSubject['order']['parcels']): readonly string[] {
  return parcels.flatMap(({ number }) => number ?? []);
}
