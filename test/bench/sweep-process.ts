import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../shared/adapters/clock.ts';
import { openTable } from '../../shared/adapters/dynamo/client.ts';
import { DynamoChannelStates } from '../../shared/adapters/dynamo/channel-states.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../../shared/adapters/dynamo/cases.ts';
import { DynamoDayLog } from '../../shared/adapters/dynamo/day-log.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { DynamoHints } from '../../shared/adapters/dynamo/hints.ts';
import { DynamoLongLists } from '../../shared/adapters/dynamo/long-lists.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoQuarantine } from '../../shared/adapters/dynamo/quarantine.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoScores } from '../../shared/adapters/dynamo/scores.ts';
import { DynamoSecondTraces } from '../../shared/adapters/dynamo/second-traces.ts';
import { DynamoSellers } from '../../shared/adapters/dynamo/sellers.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { openMarketplaces } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import type { Trace } from '../../shared/domain/order.ts';
import { after, hours } from '../../shared/domain/time.ts';
import { sweep } from '../../shared/jobs/sweep.ts';
import type { SweepPorts } from '../../shared/jobs/sweep-ports.ts';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import { packs } from '../../shared/policies/registry.ts';
import type { Outbox, SweepRequest } from '../../shared/ports/messaging.ts';
import type { Marketplace, Marketplaces } from '../../shared/ports/marketplace.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { FakeTraceSource } from '../support/fake-trace-source.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { answerParent } from './child.ts';
import { localClient } from './local-client.ts';
import type { Question, SweeperSettings, Swept } from './sweeper.ts';

/** Time enough for any run to end in one step: no count may depend on how fast this machine is. */
const patience = hours(1);

/** What a step sent to its own queue, to be gone on with. */
const continued: SweepRequest[] = [];

/** What is handed over is dropped: others carry it out. */
const outbox: Outbox = {
  sweep: async (requests) => void continued.push(...requests),
  notice: async () => {},
  digest: async () => {},
  remediation: async () => {},
};

/**
 * The trace-completeness estimate is made from the traces that were read, so who reads every trace knows it earlier.
 * All other news has to be the same; without its limit nobody is told of it.
 */
const policy = createPolicy(
  packs.map((pack) => ({
    ...pack,
    limits: pack.limits?.filter(({ metric }) => metric !== 'trace-completeness') ?? [],
  })),
);

/** Nor of what traces say: that is news as late as their daily look, and earlier to who reads them in every sweep. */
function withoutMilestones(marketplaces: Marketplaces): Marketplaces {
  return {
    async open(shop, now) {
      const opened = await marketplaces.open(shop, now);
      return opened.marketplace ? { ...opened, marketplace: new TimesAlone(opened.marketplace) } : opened;
    },
  };
}

class TimesAlone implements Marketplace {
  readonly unread = [];
  readonly #all: Marketplace;

  constructor(all: Marketplace) {
    this.#all = all;
  }

  get calls(): Marketplace['calls'] {
    return this.#all.calls;
  }

  searchOrders(...given: Parameters<Marketplace['searchOrders']>): ReturnType<Marketplace['searchOrders']> {
    return this.#all.searchOrders(...given);
  }

  async readTrace(order: string): Promise<Trace> {
    const { milestones: _, ...times } = await this.#all.readTrace(order);
    return times;
  }
}

type LastingPorts = Omit<SweepPorts, 'holder' | 'until'>;

let opened: { readonly ports: LastingPorts; readonly shop: string } | undefined;

answerParent(async (question: Question): Promise<Swept | object> => {
  if (question.do === 'open') {
    opened = { ports: await openPorts(question.settings), shop: question.settings.shop.id };
    return {};
  }
  if (!opened) throw new Error('a sweep was asked for before its settings were given');
  if (question.do === 'backfill') return await readHistory(question, opened);
  const { run } = question;
  return await finish({ v: 1, kind: 'sweep', shop: opened.shop, run, step: 0, now: Date.parse(run) }, opened.ports);
});

async function openPorts({ tiktok, shop, endpoint, table: name }: SweeperSettings): Promise<LastingPorts> {
  const { appSecret, seller, tokens, apiUrl, authUrl } = tiktok;
  const vault = new FakeSellerVault();
  await vault.storeTokens(seller, tokens);
  await vault.storeAppSecret(seller.appKey, appSecret);
  const table = openTable(name, systemClock, localClient(endpoint));
  return {
    clock: systemClock,
    shops: new FakeShops([shop]),
    watches: new DynamoWatches(table),
    book: new DynamoOrderBook(table),
    quarantine: new DynamoQuarantine(table),
    runs: new DynamoRunLog(table),
    deeds: new DynamoDeeds(table),
    acts: new DynamoActs(table),
    cases: new DynamoCases(table),
    dayLog: new DynamoDayLog(table),
    scores: new DynamoScores(table),
    hints: new DynamoHints(table),
    channelStates: new DynamoChannelStates(table),
    secondTraces: new DynamoSecondTraces(table),
    lists: new DynamoLongLists(table),
    sources: new FakeTraceSource(),
    outbox,
    marketplaces: withoutMilestones(
      openMarketplaces({
        clock: systemClock,
        vault,
        sellers: new DynamoSellers(table),
        apiUrl,
        authUrl,
        // The simulator counts the limit in virtual time: nobody has to wait for it.
        callsPerSecond: Number.POSITIVE_INFINITY,
        holder: randomUUID(),
      }),
    ),
    policy,
  };
}

/** Slice after slice, each as long as the product's. */
async function readHistory(
  { from, to }: Extract<Question, { do: 'backfill' }>,
  { ports, shop }: { readonly ports: LastingPorts; readonly shop: string },
): Promise<Swept> {
  const start = { at: performance.now(), cpu: process.cpuUsage() };
  const run = 'backfill-bench';
  continued.push({ v: 1, kind: 'backfill', shop, run, step: 0, from, to, reached: from, notify: false, now: to });
  for (let request = continued.pop(); request; request = continued.pop()) {
    await sweep(request, { ...ports, holder: randomUUID(), until: after(systemClock.wall(), patience) });
  }
  const record = await ports.runs.find(shop, run);
  if (record?.state !== 'done') throw new Error('the backfill came to no end');
  return sweptSince(start, record);
}

/** One run to its end. */
async function finish(request: SweepRequest, lasting: LastingPorts): Promise<Swept> {
  const start = { at: performance.now(), cpu: process.cpuUsage() };
  const until = after(systemClock.wall(), patience);
  const { runs, state } = await sweep(request, { ...lasting, holder: randomUUID(), until });
  const [done] = runs;
  if (!done) throw new Error(`run ${request.run} came to no end: ${state}`);
  return sweptSince(start, done.record);
}

function sweptSince(start: { readonly at: number; readonly cpu: NodeJS.CpuUsage }, record: Swept['record']): Swept {
  const { user, system } = process.cpuUsage(start.cpu);
  return {
    record,
    seconds: (performance.now() - start.at) / 1_000,
    cpuSeconds: (user + system) / 1_000_000,
    peakRssMb: peakRss() / 1_000_000,
  };
}

/** Linux tells the high-water mark of this very process; `maxRSS` starts with that of the process that forked it. */
function peakRss(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1_024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
