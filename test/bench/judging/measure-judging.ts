import type { OrderSubject, Setting } from '../../../shared/checks/check.ts';
import { readOrderPage } from '../../../shared/adapters/tiktok-shop/order-page.ts';
import { checks, checksDuring } from '../../../shared/checks/registry.ts';
import { noDeeds } from '../../../shared/domain/deed.ts';
import { before, hours } from '../../../shared/domain/time.ts';
import { policy } from '../../../shared/policies/registry.ts';
import { factsOf, ruleEngine } from './rule-engine.ts';
import { benchNow, openOrders, type WireOrder } from './wire-orders.ts';

/** What judging costs beside what must be paid anyway. Microseconds an order, each the best of several rounds. */
export interface JudgingFigures {
  readonly orders: number;
  readonly checks: number;
  /** `JSON.parse` alone of the orders as TikTok sends them: about 3 KB each. */
  readonly jsonParse: number;
  /** Parsing as a sweep does: `JSON.parse`, then the schema and the snapshot. */
  readonly parse: number;
  /** Every check on every order, as a sweep asks them. */
  readonly judge: number;
  /** `judge` as a part of `parse`. */
  readonly share: number;
  /** Four of the checks as rules for json-rules-engine. */
  readonly engine: number;
  readonly timesEngine: number;
  /** Orders of which the engine says something else than the same four checks. */
  readonly differing: number;
}

const rounds = 15;
const compared = new Set(['confirm-by', 'pickup-by', 'trace-silent', 'deliver-by']);

export async function measureJudging(count = 2_000): Promise<JudgingFigures> {
  const now = benchNow();
  const wire = openOrders(count, now);
  const at: Setting = {
    now,
    policy,
    shop: { market: 'GB', sellerType: 'CROSS_BORDER', packs: ['article'], zone: 'Europe/London' },
  };
  const subjects = wire.map(subjectOf);
  const all = [jsonParse(wire), parse(wire), judge(subjects, at)];
  // In turn, so that what else this machine does meets all of them alike.
  const times = Array.from({ length: rounds }, () => all.map((work) => timed(work, wire.length)));
  const [ofJsonParse, ofParse, ofJudge] = all.map((_, place) => Math.min(...times.map((round) => round[place] ?? 0)));
  if (ofJsonParse === undefined || ofParse === undefined || ofJudge === undefined) throw new Error('nothing was timed');
  const { engine, differing } = await askEngine(subjects, at);
  return {
    orders: wire.length,
    checks: checks.order.length,
    jsonParse: rounded(ofJsonParse),
    parse: rounded(ofParse),
    judge: rounded(ofJudge),
    share: rounded(ofJudge / ofParse),
    engine: rounded(engine),
    timesEngine: Math.floor(engine / ofJudge),
    differing,
  };
}

function jsonParse(wire: readonly WireOrder[]): () => void {
  return () => {
    for (const { json } of wire) JSON.parse(json);
  };
}

function parse(wire: readonly WireOrder[]): () => void {
  return () => {
    for (const { json } of wire) readOrderPage({ orders: [JSON.parse(json)] }, { by: 'update_time', first: true });
  };
}

function judge(subjects: readonly OrderSubject[], at: Setting): () => void {
  return () => {
    for (const subject of subjects) for (const check of checksDuring(subject.order.status)) check.judge(subject, at);
  };
}

/** Silent for three days in one of twenty-five (4 %), so that the trace checks have something to say. */
function subjectOf({ order }: WireOrder, place: number): OrderSubject {
  const last = before(benchNow(), hours(place % 25 === 0 ? 80 : 10));
  return { order, trace: { scans: [last] }, traceRead: true, deeds: noDeeds, findings: [] };
}

async function askEngine(subjects: readonly OrderSubject[], at: Setting) {
  const peer = ruleEngine();
  const started = performance.now();
  const answers: string[] = [];
  for (const subject of subjects) {
    // One after the other, as the checks are: the engine has no other way to be fast.
    const { events } = await peer.run(factsOf(subject, at.now));
    answers.push(names(events.map(({ type }) => type)));
  }
  const engine = ((performance.now() - started) * 1_000) / subjects.length;
  return { engine, differing: subjects.filter((subject, place) => answers[place] !== firing(subject, at)).length };
}

function firing(subject: OrderSubject, at: Setting): string {
  const judged = checks.order.filter(({ id }) => compared.has(id)).map((check) => check.judge(subject, at));
  return names(judged.flatMap((verdict) => (verdict.is === 'firing' ? verdict.stage : [])));
}

function names(stages: readonly string[]): string {
  return stages.toSorted().join();
}

function timed(work: () => void, count: number): number {
  const started = performance.now();
  for (let again = 0; again < 10; again += 1) work();
  return ((performance.now() - started) * 1_000) / 10 / count;
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}
