import { shardOf } from '../../shared/adapters/dynamo/keys.ts';
import type { Deed, Deeds } from '../../shared/domain/deed.ts';
import type { DeedBook, DeedWords } from '../../shared/ports/deeds.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** The last word on each kind of thing of each order, in memory. Nothing expires here. */
export class FakeDeeds implements DeedBook, DeedWords {
  readonly #words = new Map<string, Deed & { readonly shop: string }>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  ofShard(shop: string, shard: number): Promise<ReadonlyMap<string, Deeds>> {
    return underPlan(this.#plan, 'deeds.ofShard', () => this.#collect(shop, (order) => shardOf(order) === shard));
  }

  find(shop: string, orders: readonly string[]): Promise<ReadonlyMap<string, Deeds>> {
    return underPlan(this.#plan, 'deeds.find', () => this.#collect(shop, (order) => orders.includes(order)));
  }

  write(shop: string, deeds: readonly Deed[]): Promise<readonly Deed[]> {
    return underPlan(this.#plan, 'deeds.write', () =>
      deeds.filter((deed) => {
        const key = `${shop}/${deed.order}/${deed.kind}`;
        const isOlder = (this.#words.get(key)?.at ?? deed.at) > deed.at;
        if (!isOlder) this.#words.set(key, { ...deed, shop });
        return isOlder;
      }),
    );
  }

  said(shop: string, order: string): Promise<readonly Deed[]> {
    return underPlan(this.#plan, 'deeds.said', () =>
      [...this.#words.values()].flatMap(({ shop: of, ...deed }) => (of === shop && deed.order === order ? [deed] : [])),
    );
  }

  #collect(shop: string, isAsked: (order: string) => boolean): ReadonlyMap<string, Deeds> {
    const collected = new Map<string, Deeds>();
    for (const { shop: of, order, kind, value } of this.#words.values()) {
      if (of === shop && isAsked(order)) collected.set(order, { ...collected.get(order), [kind]: value });
    }
    return collected;
  }
}
