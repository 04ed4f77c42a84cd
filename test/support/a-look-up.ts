import type { Recheck, RecheckedCheck } from '../../shared/domain/recheck.ts';
import { lookUp, type LookedUp } from '../../shared/jobs/look-up.ts';
import { policy } from '../../shared/policies/registry.ts';
import type { LedgerMark } from '../../shared/ports/records.ts';
import type { SweepStory } from './a-sweep.ts';
import { FakeLedger } from './fake-ledger.ts';

/** What is known of an order at this moment of a story, where every notice of its runs has been sent. */
export async function lookUpIn(story: SweepStory, order: string): Promise<LookedUp> {
  const { shop, book, watches, quarantine, deeds, acts, cases, secondTraces, runs, clock, outbox } = story;
  const ledger = new FakeLedger();
  const marks = outbox.notices.map(({ id, now }): LedgerMark => ({ key: id, at: now }));
  await ledger.mark('told', shop.id, marks);
  const find = async (of: string, id: string) => (await book.find(of, [{ id, createdAt: clock.worldTime }])).get(id);
  const ports = { orders: { find }, watches, quarantine, deeds, acts, cases, secondTraces, runs, ledger, policy };
  return lookUp(order, shop, clock.worldTime, ports);
}

export async function recheckIn(story: SweepStory, order: string): Promise<Recheck> {
  const found = await lookUpIn(story, order);
  if (found.is !== 'known') throw new Error(`order ${order} is ${found.is}`);
  return found.recheck;
}

export function rowOf({ checks }: Recheck, check: string): RecheckedCheck {
  const row = checks.find((one) => one.check === check);
  if (!row) throw new Error(`no check ${check}`);
  return row;
}
