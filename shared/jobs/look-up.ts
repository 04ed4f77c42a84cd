import { noDeeds } from '../domain/deed.ts';
import { knownActs } from '../domain/known-acts.ts';
import type { Recheck } from '../domain/recheck.ts';
import type { Shop } from '../domain/shop.ts';
import { before, days, earliest, type Instant } from '../domain/time.ts';
import type { Policy } from '../policies/policy.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Cases } from '../ports/cases.ts';
import type { DeedBook, DeedWords } from '../ports/deeds.ts';
import type { KeptOrders } from '../ports/order-book.ts';
import type { Ledger, PastRuns, Quarantine } from '../ports/records.ts';
import type { SecondTraces } from '../ports/second-traces.ts';
import type { Watch, Watches } from '../ports/watch.ts';
import { newWatch } from './begin-run.ts';
import { recheckOf, settingOf, subjectOf, type KnownOrder } from './recheck.ts';
import { noticeKeys, runsBehind } from './recheck-history.ts';
import { secondOpinions } from './second-opinions.ts';
import { nobodyAsked } from './sweeping.ts';

/** The table, read only. */
export interface LookUpPorts {
  readonly orders: KeptOrders;
  readonly watches: Pick<Watches, 'read'>;
  readonly quarantine: Pick<Quarantine, 'list'>;
  readonly deeds: Pick<DeedBook, 'find'> & DeedWords;
  readonly acts: Pick<ActBook, 'list'>;
  readonly cases: Pick<Cases, 'list'>;
  readonly secondTraces: Pick<SecondTraces, 'find'>;
  readonly runs: PastRuns;
  readonly ledger: Pick<Ledger, 'find'>;
  readonly policy: Policy;
}

/** `quarantined`: its newest state could not be read, for what stands at these paths. */
export type LookedUp =
  | { readonly is: 'known'; readonly recheck: Recheck }
  | { readonly is: 'quarantined'; readonly paths: readonly string[] }
  | { readonly is: 'unknown' };

/** A run's id is the time for which it was scheduled; messages wait for a day at most before they are put aside. */
const longestWait = days(1);

/** Everything about one order at `now`: reads what is stored, and asks nobody. */
export async function lookUp(order: string, shop: Shop, now: Instant, ports: LookUpPorts): Promise<LookedUp> {
  const refused = (await ports.quarantine.list(shop.id)).find((entry) => entry.order === order);
  if (refused) return { is: 'quarantined', paths: refused.paths };
  const found = await ports.orders.find(shop.id, order, now);
  if (!found) return { is: 'unknown' };
  const watch = (await ports.watches.read(shop.id)) ?? newWatch;
  const acts = await ports.acts.list(shop.id);
  const stored = {
    ...found,
    watch,
    acts,
    deeds: (await ports.deeds.find(shop.id, [order])).get(order) ?? noDeeds,
    words: await ports.deeds.said(shop.id, order),
    cases: (await ports.cases.list(shop.id)).filter((one) => one.order === order),
    told: await noticesOf(found, shop, ports),
  };
  const second = await secondOf(stored, watch, shop, now, ports);
  return { is: 'known', recheck: recheckOf({ ...stored, ...(second && { second }) }, shop, ports.policy, now) };
}

async function noticesOf({ watched }: Pick<KnownOrder, 'watched'>, shop: Shop, { runs, ledger }: LookUpPorts) {
  const first = earliest(...watched.findings.map(({ openedAt }) => openedAt));
  if (first === undefined) return [];
  const behind = runsBehind(watched.findings, await runs.since(shop.id, before(first, longestWait)));
  return [...(await ledger.find('told', shop.id, noticeKeys(shop, behind))).values()];
}

/** As a sweep looks: only of what is silent, or about to be. */
async function secondOf(
  stored: Omit<KnownOrder, 'second'>,
  watch: Watch,
  shop: Shop,
  now: Instant,
  { policy, secondTraces }: LookUpPorts,
): Promise<KnownOrder['second']> {
  const acts = knownActs(stored.acts);
  const setting = settingOf(watch, shop, policy, now);
  const on = { now, run: 'look-up', quiet: false, remindAfter: {} };
  const look = {
    shop,
    on,
    setting,
    quarantined: new Map<string, string>(),
    second: nobodyAsked(),
    ports: { secondTraces },
  };
  const opinions = await secondOpinions([subjectOf(stored, acts, setting)], look);
  return opinions.get(stored.watched.order.id);
}
