import type { ShopSubject } from '../checks/check.ts';
import type { Shop } from '../domain/shop.ts';
import { knownActs, noActs } from '../domain/known-acts.ts';
import { age, before, instant, seconds, type Duration, type Instant } from '../domain/time.ts';
import type { OpenedMarketplace } from '../ports/marketplace.ts';
import type { RunRecord } from '../ports/records.ts';
import { shards } from '../ports/order-book.ts';
import type { PullOutcome, Run, RunTally, TraceTally, Watch, WatchFinding } from '../ports/watch.ts';
import { addTally, noCalls } from './begin-run.ts';
import { closeRun, recordOf } from './close-run.ts';
import { endedElsewhere, openCases } from './follow-cases.ts';
import { handOver } from './hand-over.ts';
import { countDays, isCountDue, readDays } from './count-days.ts';
import { judgeShop, type SeenOfShop } from './judge-shop.ts';
import { countsFrom, notWatchedIn, type NotWatchedCounts } from './not-watched.ts';
import { incidentsIn, liveIncidents, nextUsual } from './incidents.ts';
import { makeReports } from './make-reports.ts';
import { nothingOwed, owe, settleCauses, type Owed } from './owed.ts';
import { pull, type Pulled } from './pull.ts';
import { endCases, reviewBook } from './review-book.ts';
import { beginReporting } from './reporting.ts';
import { askSecond, isBudgetSpent } from './ask-second.ts';
import { silencesOf } from './silences.ts';
import { snoozesAt } from './snoozes.ts';
import type { SweepPorts } from './sweep-ports.ts';
import { voicesOf } from './voices.ts';
import { emptyTally, meetingsSince, newTraceReading, nobodyAsked, type Sweeping } from './sweeping.ts';

/** A run to its end, or as far as one step's time allowed. */
export type CarriedOut =
  | { readonly is: 'finished'; readonly watch: Watch; readonly record: RunRecord }
  | { readonly is: 'paused' };

/**
 * One run over one shop. Every step may be repeated after a crash: orders are written with the run that changed them,
 * so what the run owes can be read again, and the watch says last of all that it was handed over.
 */
export async function carryOut(run: Run, watch: Watch, shop: Shop, ports: SweepPorts): Promise<CarriedOut> {
  const startedAt = ports.clock.wall();
  // 1. A token that works, or the reason why there is none.
  const opened = await ports.marketplaces.open(shop, run.now);
  const step = await beginStep(run, watch, shop, ports, opened);
  const tallied = (): RunTally => talliedSoFar(run, step, age(startedAt, ports.clock.wall()));

  // 2. Everything that changed since the watermark.
  const pulled = run.pull ?? (await pullChanges(run, opened, step));
  if (pulled.outcome === 'paused') {
    return pause(watch, { ...run, from: pulled.reached, tally: tallied(), ...soFar(step) }, shop, ports);
  }
  const beside = await seenBeside(run, watch, shop, pulled, opened, ports);
  const judge = (known: Watch, seen: SeenOfShop = {}, counts?: NotWatchedCounts): readonly WatchFinding[] => {
    const all = { ...sinceLast(watch, run, step), ...beside, ...seen };
    return judgeShop(known, shop, opened.credentials, pulled, step.setting, step.on, all, counts);
  };

  // 3. Credentials and the pull itself; stored with the pull before anyone hears of them.
  const afterPull = run.pull ? watch : { ...watch, findings: judge(watch) };
  const judged: Watch = { ...afterPull, run: { ...run, pull: pulled, tally: tallied(), ...soFar(step) } };
  if (afterPull.findings !== watch.findings) await ports.watches.write(shop.id, judged, ports.holder);

  // 4. The whole open book: judge, write changes, collect what is owed; then ask others about what is silent.
  const voices = voicesOf(shop, watch, run);
  const owed = nothingOwed(step.setting, voices, step.reporting?.book);
  const snoozes = snoozesAt(step.on.acts ?? noActs, run.now, watch.handedOver?.now);
  const silences = [...silencesOf(judged.findings, run.id, shop), ...snoozes];
  const blind = pulled.outcome === 'complete' ? undefined : 'pull-incomplete';
  const { pausedAt } = await reviewBook(owed, silences, run.settled, step, blind);
  const { count: begun, ...rest } = run;
  const second = await askSecond(step, judged.second);
  const asked: Watch = second ? { ...judged, second } : judged;
  const left: Run = { ...rest, pull: pulled, tally: tallied(), ...soFar(step) };
  if (pausedAt) return pause(asked, { ...left, settled: pausedAt }, shop, ports);

  // 5. Every few hours the day totals: whole, from book and shelf.
  const bookRead: Run = { ...left, settled: { shard: shards } };
  const isDue = pulled.outcome === 'complete' && isCountDue(run, judged);
  const count = isDue ? await countDays(step, begun) : undefined;
  if (count) return pause(asked, { ...bookRead, count }, shop, ports);
  const counted: Watch = isDue ? { ...asked, countedAt: run.now } : asked;

  // 6. How the traces fared and what the days say, unless a step that died after this had judged it.
  const isReviewed = run.settled?.shard === shards && begun === undefined;
  const reviewed = isReviewed
    ? counted
    : { ...counted, findings: judge(counted, await seenIn(step, pulled, owed, counted), step.notWatched) };
  if (reviewed.findings !== counted.findings) {
    await ports.watches.write(shop.id, { ...reviewed, run: { ...bookRead, ...soFar(step) } }, ports.holder);
  }
  if (step.cases) await endCases(endedElsewhere(step.cases, reviewed.findings, run.now), step);
  settleCauses(owed, liveIncidents(reviewed.findings));
  for (const { subject, finding } of reviewed.findings) owe(owed, finding, subject, run.id, silences);

  // 7. Hand over, 8. and only then say so.
  const { kind, now, id } = run;
  const complete = pulled.outcome === 'complete';
  const { quarantined } = left.tally;
  const notWatched = complete ? notWatchedIn(step.notWatched) : [];
  const { acts = noActs } = step.on;
  const told = await handOver({ shop, run: id, kind, now, owed, acts, quarantined, complete, notWatched }, ports);
  const reports = await makeReports({ owed, findings: reviewed.findings, pulled }, step);
  const requests = [...told.requests, ...reports.requests];
  const usual = complete ? nextUsual(owed, reviewed, now) : reviewed.usual;
  const kept = { ...reviewed, ...(usual && { usual }), ...(reports.log && { reports: reports.log }) };
  const done = closeRun(run, kept, pulled, step, { ...told, requests });
  const record = recordOf(run, done, pulled, left.tally, owed, requests, notWatched);
  await ports.runs.record(shop.id, id, record, ports.clock.wall());
  await ports.watches.write(shop.id, done, ports.holder);
  return { is: 'finished', watch: done, record };
}

function talliedSoFar({ tally }: Run, { tally: step, marketplace }: Sweeping, time: Duration): RunTally {
  return addTally(tally, step, marketplace?.calls ?? noCalls, time, marketplace?.unread);
}

/** What further steps of the run go on from. */
function soFar(step: Sweeping): Pick<Run, 'traces' | 'firstSeen' | 'notWatched' | 'lags'> {
  const { notWatched, reporting } = step;
  const lags = reporting && { lags: Object.fromEntries(reporting.lags) };
  return { traces: traceTally(step), ...firstSeenIn(step), notWatched: notWatchedIn(notWatched), ...lags };
}

function firstSeenIn({ meetings }: Sweeping): Pick<Run, 'firstSeen'> {
  if (!meetings) return {};
  if (meetings === 'lost') return { firstSeen: 'lost' };
  const { orders, late, longest } = meetings;
  return { firstSeen: { orders, late, longest } };
}

function sinceLast({ firstLookDone, watermark }: Watch, { asOf }: Run, step: Sweeping): SeenOfShop {
  const isKnown = firstLookDone && !asOf && watermark !== undefined;
  return { ...firstSeenIn(step), ...(isKnown && { lastComplete: watermark }) };
}

/** Days and scores say something only while the orders are known as of now. */
async function seenIn(step: Sweeping, pulled: PullOutcome, owed: Owed, watch: Watch): Promise<SeenOfShop> {
  const { ports, shop, on } = step;
  const seen = { traces: tracesOf(step), ...seenInBook(owed, watch, on.now) };
  if (pulled.outcome !== 'complete') return seen;
  const days = await readDays(ports.dayLog, shop, on.now);
  return { ...seen, scores: await ports.scores.list(shop.id), ...(days.length > 0 && { days }) };
}

/** What the orders' findings say about shop and credentials. */
function seenInBook(owed: Owed, watch: Watch, now: Instant): SeenOfShop {
  const silenced = new Map([...owed.folded].map(([by, { count }]) => [by, count]));
  return { silenced, incidents: incidentsIn(owed, watch, now) };
}

/** A deauthorization is asked about only where TikTok refuses us, and as of now. */
async function seenBeside(
  { asOf }: Run,
  { firstLookDone }: Watch,
  { id }: Shop,
  { outcome }: PullOutcome,
  { credentials }: OpenedMarketplace,
  { channelStates, hints }: SweepPorts,
): Promise<SeenOfShop> {
  const disabled = await channelStates.list(id);
  const isRefused = outcome === 'credential' && credentials.refusedSince !== undefined;
  if (!isRefused || asOf || !firstLookDone) return { disabled };
  const deauthorizedAt = await hints.deauthorizedAt(id);
  return deauthorizedAt === undefined ? { disabled } : { disabled, deauthorizedAt };
}

type TraceState = NonNullable<ShopSubject['traces']>;

/** Refused: not one read got through although some were due, or too many in a row failed. */
function tracesOf({ traces }: Sweeping): TraceState {
  if (traces.stopped === 'failing' || (traces.failed > 0 && traces.answered === 0)) return 'refused';
  return traces.answered > 0 ? 'answered' : 'none';
}

function traceTally({ traces }: Sweeping): TraceTally {
  const { answered, failed, missedLooks } = traces;
  return { answered, failed, missedLooks };
}

async function beginStep(
  run: Run,
  watch: Watch,
  shop: Shop,
  ports: SweepPorts,
  opened: OpenedMarketplace,
): Promise<Sweeping> {
  const quarantined = await ports.quarantine.list(shop.id);
  const acts = knownActs(await ports.acts.list(shop.id));
  const isSecondSpent = isBudgetSpent(watch.second, shop, run.now);
  const setting = { now: run.now, shop, policy: ports.policy, ...(isSecondSpent && { isSecondSpent }) };
  const reporting = beginReporting(run, watch, shop, setting);
  return {
    ports,
    shop,
    on: { now: run.now, run: run.id, quiet: run.kind === 'first-look', remindAfter: shop.remindAfter, acts },
    setting,
    ...(opened.marketplace && { marketplace: opened.marketplace }),
    look: { every: shop.lookEvery, since: watch.lookedUntil ?? before(run.now, shop.lookEvery) },
    quarantined: new Map(quarantined.map((entry) => [entry.order, entry.run])),
    keepsOlder: false,
    tally: emptyTally(),
    traces: newTraceReading(run.traces),
    second: nobodyAsked(),
    cases: openCases(await ports.cases.list(shop.id), acts),
    notWatched: countsFrom(run.notWatched),
    ...(reporting && { reporting }),
    ...(run.kind === 'sweep' && { meetings: meetingsSince(watch.watermark ?? run.from, run.firstSeen) }),
  };
}

async function pullChanges(run: Run, opened: OpenedMarketplace, step: Sweeping): Promise<Pulled> {
  const { marketplace, transient } = opened;
  if (marketplace) return pull({ by: 'update_time', from: run.from, to: secondAfter(run.now) }, marketplace, step);
  if (transient !== undefined) return { outcome: 'refused', reached: run.from, because: transient };
  return { outcome: 'credential', reached: run.from };
}

/** TikTok's windows end before their upper bound and count whole seconds. */
function secondAfter(now: Instant): Instant {
  return instant((Math.floor(now / seconds(1)) + 1) * seconds(1));
}

async function pause(watch: Watch, run: Run, shop: Shop, ports: SweepPorts): Promise<CarriedOut> {
  await ports.watches.write(shop.id, { ...watch, run: { ...run, step: run.step + 1 } }, ports.holder);
  return { is: 'paused' };
}
