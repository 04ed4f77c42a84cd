import type { Deeds } from '../../shared/domain/deed.ts';
import type { DigestRequest } from '../../shared/domain/digest.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { shardOf } from '../../shared/adapters/dynamo/keys.ts';
import { instant } from '../../shared/domain/time.ts';
import type { RemediatePorts } from '../../shared/jobs/remediate.ts';
import type { SweepPorts } from '../../shared/jobs/sweep-ports.ts';
import type { Policy } from '../../shared/policies/policy.ts';
import { Rejected } from '../../shared/ports/errors.ts';
import type { Mail } from '../../shared/ports/messaging.ts';
import { historyMarketplaces } from './history/history-marketplaces.ts';
import type { OrderHistory } from './history/order-life.ts';
import { MemoryOrderBook, type Written } from './memory/order-book.ts';
import { DatedScores, MemoryCases, MemoryDayLog, MemoryLongLists, MemoryQuarantine } from './memory/records.ts';
import { VirtualClock } from './memory/virtual-clock.ts';
import { MemoryWatches, type WatchWritten } from './memory/watches.ts';

/** What is known of a shop beside its orders, as it stands today. */
export interface BesideOrders {
  readonly deeds?: ReadonlyMap<string, Deeds>;
  readonly scores?: readonly Score[];
}

/** Told of everything that happens, as it happens. */
export interface Listener {
  readonly orderWritten: Written;
  readonly watchWritten: WatchWritten;
  notice(request: NoticeRequest): void;
  digest(request: DigestRequest): void;
  remediation(request: RemediationRequest): void;
}

/** The ports of a replay, and what the chain of its sweeps needs of them. */
export interface ReplayPorts {
  readonly sweep: SweepPorts;
  readonly remediate: RemediatePorts;
  readonly clock: VirtualClock;
  readonly book: MemoryOrderBook;
  readonly watches: MemoryWatches;
  readonly cases: MemoryCases;
  readonly lists: MemoryLongLists;
  /** Requests for remedies that nobody has carried out yet. */
  readonly asked: RemediationRequest[];
}

export interface ReplayOf {
  readonly shop: Shop;
  readonly policy: Policy;
  readonly history: OrderHistory;
  readonly beside: BesideOrders;
}

const nobody = Promise.resolve(new Map<string, never>());
const nothing = Promise.resolve();

/** Everything that a sweep touches, in memory: state in maps, the marketplace from a history, no network. */
export function openPorts(of: ReplayOf, listener: Listener): ReplayPorts {
  const { shop, policy, history } = of;
  const clock = new VirtualClock(instant(0));
  const book = new MemoryOrderBook(listener.orderWritten, (order) => history.forget?.(order));
  const watches = new MemoryWatches(listener.watchWritten);
  const cases = new MemoryCases();
  const lists = new MemoryLongLists();
  const asked: RemediationRequest[] = [];
  const beside = besidePorts(of, clock);
  const shops = { list: () => Promise.resolve([shop.id]), read: () => Promise.resolve(shop) };
  const sweep: SweepPorts = {
    ...beside,
    clock,
    shops,
    watches,
    book,
    cases,
    lists,
    policy,
    quarantine: new MemoryQuarantine(),
    dayLog: new MemoryDayLog(),
    runs: {
      record: () => nothing,
      find: () => Promise.resolve(undefined),
      cancel: () => nothing,
      isCancelled: () => Promise.resolve(false),
    },
    outbox: outboxOf(listener, asked),
    marketplaces: historyMarketplaces(history),
    holder: 'replay',
    until: instant(Infinity),
  };
  return { sweep, remediate: remediatePorts(sweep, book, cases), clock, book, watches, cases, lists, asked };
}

function outboxOf(listener: Listener, asked: RemediationRequest[]): SweepPorts['outbox'] {
  return {
    sweep: () => nothing,
    notice: (requests) => Promise.resolve(requests.forEach((one) => listener.notice(one))),
    digest: (requests) => Promise.resolve(requests.forEach((one) => listener.digest(one))),
    remediation(requests) {
      asked.push(...requests);
      return Promise.resolve(requests.forEach((one) => listener.remediation(one)));
    },
  };
}

type Beside = Pick<SweepPorts, 'deeds' | 'acts' | 'scores' | 'secondTraces' | 'sources' | 'hints' | 'channelStates'>;

/** Nobody acts in a replay, no channel closes, and no source of traces is asked anew. */
function besidePorts({ beside }: ReplayOf, clock: VirtualClock): Beside {
  const { deeds = new Map<string, Deeds>(), scores = [] } = beside;
  const ofShard = Map.groupBy(deeds, ([order]) => shardOf(order));
  return {
    deeds: {
      ofShard: (_, shard) => Promise.resolve(new Map(ofShard.get(shard))),
      find: (_, orders) => (deeds.size === 0 ? nobody : Promise.resolve(known(deeds, orders))),
    },
    acts: { list: () => Promise.resolve([]) },
    scores: new DatedScores(scores, clock),
    secondTraces: { find: () => nobody, write: () => nothing },
    sources: { open: () => Promise.resolve(undefined) },
    hints: { deauthorizedAt: () => Promise.resolve(undefined) },
    channelStates: { list: () => Promise.resolve([]) },
  };
}

function known<Of>(all: ReadonlyMap<string, Of>, names: readonly string[]): ReadonlyMap<string, Of> {
  return new Map(
    names.flatMap((name): [string, Of][] => {
      const of = all.get(name);
      return of === undefined ? [] : [[name, of]];
    }),
  );
}

const unwritten: Mail = { to: [], subject: '', html: '', text: '', attachments: [] };

/** Mails are neither written nor sent; each request comes once, so nothing has to be remembered of it. */
function remediatePorts(ports: SweepPorts, book: MemoryOrderBook, cases: MemoryCases): RemediatePorts {
  return {
    shops: ports.shops,
    openOrders: book.openOrders,
    watches: ports.watches,
    secondTraces: ports.secondTraces,
    acts: ports.acts,
    cases,
    ledger: { has: () => Promise.resolve(new Set()), find: () => nobody, mark: () => nothing },
    links: { signer: () => Promise.resolve(() => 'https://replay.example/') },
    mailer: { send: () => Promise.resolve('replay') },
    write: () => unwritten,
    forwarder: { forward: () => nothing },
    corrections: () => ({ labelOf: refused, change: refused }),
    clock: ports.clock,
  };
}

function refused(): Promise<never> {
  return Promise.reject(new Rejected('a replay changes nothing at TikTok'));
}
