import type { RemedyCase } from '../../shared/domain/remedy-case.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, hours, iso, minutes, type Duration } from '../../shared/domain/time.ts';
import { sweep, type SweepOutcome } from '../../shared/jobs/sweep.ts';
import type { SweepPorts } from '../../shared/jobs/sweep-ports.ts';
import { policy } from '../../shared/policies/registry.ts';
import type { SweepRequest } from '../../shared/ports/messaging.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { aShop } from './a-shop.ts';
import { CrashPlan } from './crash-plan.ts';
import { FakeActs } from './fake-acts.ts';
import { FakeCases } from './fake-cases.ts';
import { FakeChannelStates } from './fake-channel-states.ts';
import { FakeDayLog } from './fake-day-log.ts';
import { FakeDeeds } from './fake-deeds.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeHints } from './fake-hints.ts';
import { FakeLongLists } from './fake-long-lists.ts';
import { FakeMarketplaces, type ShopScript } from './fake-marketplaces.ts';
import { FakeOrderBook } from './fake-order-book.ts';
import { FakeOutbox } from './fake-outbox.ts';
import { FakeQuarantine } from './fake-quarantine.ts';
import { FakeRunLog } from './fake-run-log.ts';
import { FakeScores } from './fake-scores.ts';
import { FakeSecondTraces } from './fake-second-traces.ts';
import { FakeShops } from './fake-shops.ts';
import { FakeTraceSource } from './fake-trace-source.ts';
import { FakeWatches } from './fake-watches.ts';

/** A shop, its TikTok, its table and its queues, all in memory on a frozen clock. */
export class SweepStory {
  readonly plan = new CrashPlan();
  readonly clock = new FakeClock();
  shop: Shop;
  readonly watches = new FakeWatches(this.plan);
  readonly book = new FakeOrderBook(this.plan);
  readonly quarantine = new FakeQuarantine(this.plan);
  readonly runs = new FakeRunLog(this.plan);
  readonly deeds = new FakeDeeds(this.plan);
  readonly acts = new FakeActs(this.plan);
  readonly cases = new FakeCases(this.plan);
  readonly dayLog = new FakeDayLog(this.plan);
  readonly scores = new FakeScores(this.plan);
  readonly secondTraces = new FakeSecondTraces(this.plan);
  readonly lists = new FakeLongLists(this.plan);
  readonly source = new FakeTraceSource(this.plan);
  readonly hints = new FakeHints(this.plan);
  readonly channelStates = new FakeChannelStates(this.plan);
  readonly outbox = new FakeOutbox(this.plan);
  readonly tiktok = new FakeMarketplaces(this.plan);
  readonly shops: FakeShops;
  #invocations = 0;
  #asked = 0;
  #hasDesk = false;
  #wires: Partial<Pick<SweepPorts, 'marketplaces' | 'sources'>> = {};

  constructor(shop: Shop = aShop()) {
    this.shop = shop;
    this.shops = new FakeShops([shop], this.plan);
  }

  /** Its people change the settings. */
  configure(changes: Partial<Shop>, ...without: readonly (keyof Shop)[]): void {
    const entries = Object.entries({ ...this.shop, ...changes }).filter(
      ([name]) => !without.some((one) => one === name),
    );
    this.shop = Object.fromEntries(entries) as unknown as Shop;
    this.shops.put(this.shop);
  }

  /** The real job opens the cases. */
  leaveCasesToDesk(): void {
    this.#hasDesk = true;
  }

  /** Has others answer instead of the fakes in memory. */
  connect(wires: Pick<SweepPorts, 'marketplaces' | 'sources'>): void {
    this.#wires = wires;
  }

  get script(): ShopScript {
    return this.tiktok.script(this.shop.id);
  }

  /** The watch after a first look at an empty shop, so that later sweeps speak of changes. */
  async begin(): Promise<void> {
    await this.sweep();
    this.outbox.notices.length = 0;
    this.clock.advance(hours(1));
  }

  /** The hourly message of this moment, once; what it asks for is asked of people at once. */
  async sweep(): Promise<SweepOutcome> {
    const run = iso(this.clock.worldTime);
    const outcome = await this.receive({ v: 1, kind: 'sweep', shop: this.shop.id, run, step: 0 });
    if (!this.#hasDesk) this.cases.seed(this.shop.id, this.outbox.remediations.slice(this.#asked).flatMap(casesOf));
    this.#asked = this.outbox.remediations.length;
    return outcome;
  }

  /** One invocation for one message; stops after `patience` of wall-clock time. */
  receive(request: SweepRequest, patience: Duration = minutes(4)): Promise<SweepOutcome> {
    this.#invocations += 1;
    const ports: SweepPorts = {
      clock: this.clock,
      shops: this.shops,
      watches: this.watches,
      book: this.book,
      quarantine: this.quarantine,
      runs: this.runs,
      deeds: this.deeds,
      acts: this.acts,
      cases: this.cases,
      dayLog: this.dayLog,
      scores: this.scores,
      secondTraces: this.secondTraces,
      lists: this.lists,
      sources: this.source,
      hints: this.hints,
      channelStates: this.channelStates,
      outbox: this.outbox,
      marketplaces: this.tiktok,
      policy,
      holder: `invocation-${this.#invocations}`,
      until: after(this.clock.wallTime, patience),
      ...this.#wires,
    };
    return sweep(request, ports);
  }

  async sweepAfter(wait: Duration): Promise<SweepOutcome> {
    this.clock.advance(wait);
    return this.sweep();
  }

  /** Live findings of the book as `check/stage/order`. */
  findings(): readonly string[] {
    return this.book
      .open(this.shop.id)
      .flatMap((watched) => liveOf(watched))
      .toSorted();
  }

  /** Live findings about the shop and its credentials as `check/stage`. */
  shopFindings(): readonly string[] {
    const watch = this.watches.peek(this.shop.id);
    return (watch?.findings ?? [])
      .filter(({ finding }) => finding.state !== 'resolved')
      .map(({ finding }) => `${finding.check}/${finding.stage}`);
  }

  /** What the English e-mail channel was told, as `transition stage`, then forgotten. */
  heard(): readonly string[] {
    const notices = this.outbox.notices.splice(0).filter(({ channel }) => channel.id === 'email:en');
    return notices.flatMap((notice) => notice.lines.map((line) => `${line.transition} ${line.stage}`));
  }

  lastNotice(): NoticeRequest | undefined {
    return this.outbox.notices.findLast(({ channel }) => channel.id === 'email:en');
  }
}

/** As `remediate` opens them. */
function casesOf({ id, remedy, now, items }: RemediationRequest): readonly RemedyCase[] {
  return items.map((item) => ({
    remedy,
    key: item.key,
    request: id,
    askedAt: now,
    ...(item.kind === 'order' && { order: item.order }),
  }));
}

function liveOf({ order, findings }: WatchedOrder): readonly string[] {
  return findings
    .filter(({ state }) => state !== 'resolved')
    .map(({ check, stage }) => `${check}/${stage}/${order.id}`);
}
