import type { OrderSubject } from '../../../shared/checks/check.ts';
import { noDeeds } from '../../../shared/domain/deed.ts';
import { before, hours } from '../../../shared/domain/time.ts';
import { askSecond } from '../../../shared/jobs/ask-second.ts';
import { secondOpinions } from '../../../shared/jobs/second-opinions.ts';
import { nobodyAsked, type SecondStep } from '../../../shared/jobs/sweeping.ts';
import { policy } from '../../../shared/policies/registry.ts';
import { aShop } from '../../support/a-shop.ts';
import { anOrderInTransit, aParcel } from '../../support/an-order.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeSecondTraces } from '../../support/fake-second-traces.ts';
import { FakeTraceSource } from '../../support/fake-trace-source.ts';
import { hoursFromNow, now } from '../../support/moments.ts';

/** What it costs to ask others about the silent parcels of a large shop. */
export interface SecondFigures {
  readonly orders: number;
  readonly silent: number;
  /** Full calls, as many as there must be to tell of all silent parcels, and as many again to ask about them. */
  readonly fewest: number;
  readonly announcing: number;
  readonly asking: number;
  /** What the step holds more of after the last page of the book than before the first; millions of bytes. */
  readonly heldMb: number;
  readonly seconds: number;
}

/** As many as are read from the book at once. */
const page = 500;

/** One parcel in 25 (4 %) is past its line. */
const every = 25;

export async function measureSecondOpinions(orders = 100_000): Promise<SecondFigures> {
  const started = performance.now();
  const silent = Math.ceil(orders / every);
  const source = new FakeTraceSource();
  const step = aStep(source);
  const heldMb = await read(orders, step);
  const today = await askSecond(step, undefined);
  const announcing = source.calls;
  await read(orders, step);
  await askSecond(step, today);
  return {
    orders,
    silent,
    fewest: Math.ceil(silent / source.batch),
    announcing,
    asking: source.calls - announcing,
    heldMb: Number(heldMb.toFixed(1)),
    seconds: Number(((performance.now() - started) / 1_000).toFixed(1)),
  };
}

function aStep(source: FakeTraceSource): SecondStep {
  const shop = aShop({ market: 'BR', secondOpinion: { source: '17track', dailyRegistrations: 100_000 } });
  return {
    shop,
    on: { now, run: 'bench', quiet: false, remindAfter: {} },
    setting: { now, shop, policy },
    quarantined: new Map(),
    second: nobodyAsked(),
    ports: { secondTraces: new FakeSecondTraces(), sources: source, clock: new FakeClock(), until: hoursFromNow(1) },
  };
}

async function read(orders: number, step: SecondStep): Promise<number> {
  const start = held();
  for (let from = 0; from < orders; from += page) {
    const subjects = Array.from({ length: Math.min(page, orders - from) }, (_, place) => subjectAt(from + place));
    await secondOpinions(subjects, step);
  }
  return held() - start;
}

function subjectAt(place: number): OrderSubject {
  const last = before(now, hours(place % every === 0 ? 80 : 10));
  const order = anOrderInTransit({
    id: String(578_230_114_599_000_000n + BigInt(place)),
    createdAt: before(last, hours(30)),
    collectedAt: before(last, hours(20)),
    updatedAt: last,
    parcels: [aParcel({ number: `JD${10_000_000 + place}` })],
  });
  return { order, trace: { scans: [last] }, traceRead: true, deeds: noDeeds, findings: [] };
}

function held(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}
