import { requestLinkLife } from '../domain/action-link.ts';
import type { Subject } from '../domain/finding.ts';
import { lastMoved } from '../domain/order.ts';
import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import { caseKey, type RemedyCase } from '../domain/remedy-case.ts';
import type { Shop } from '../domain/shop.ts';
import type { ActionLinks } from '../ports/action-links.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Cases } from '../ports/cases.ts';
import type { Corrections, NumberChange } from '../ports/corrections.ts';
import { after, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Forwarder, Mail, Mailer } from '../ports/messaging.ts';
import type { OpenOrders } from '../ports/order-book.ts';
import type { Ledger, Shops } from '../ports/records.ts';
import type { SecondTraces } from '../ports/second-traces.ts';
import type { Watches } from '../ports/watch.ts';
import { changesOf, remedyOf, renderWith } from '../remedies/registry.ts';
import type { AnyRemedy } from '../remedies/registry.ts';
import { intend, intendedChanges } from './number-intents.ts';
import type { CaseFile } from '../remedies/remedy.ts';
import { correctNumbers } from './correct-numbers.ts';
import { caseFiles } from './case-files.ts';
import { forwardTo } from './forward.ts';
import { stillNeeded } from './still-needed.ts';

export interface RemediatePorts {
  readonly shops: Pick<Shops, 'read'>;
  readonly openOrders: OpenOrders;
  readonly watches: Pick<Watches, 'read'>;
  readonly secondTraces: Pick<SecondTraces, 'find'>;
  readonly acts: Pick<ActBook, 'list'>;
  readonly cases: Pick<Cases, 'find' | 'put'>;
  readonly ledger: Ledger;
  readonly links: Pick<ActionLinks, 'signer'>;
  readonly mailer: Mailer;
  readonly forwarder: Forwarder;
  readonly corrections: (shop: Shop, now: Instant) => Corrections;
  readonly clock: Clock;
  /** Left out: as the remedy has it. Who sends no mail needs none written. */
  readonly write?: typeof renderWith;
}

/** `nothing-left`: nothing that was asked for is still needed. `dry-run`: what would be sent was only rendered. */
export type RemediateOutcome =
  | { readonly is: 'done' | 'already-done' | 'nothing-left' | 'unknown-shop' }
  | { readonly is: 'dry-run'; readonly mail: Pick<Mail, 'to' | 'subject'>; readonly items: number };

/**
 * One act for one group of findings. What was asked for is looked at again first: what is over, in other hands or
 * snoozed is left out. The cases are written first after the act, so a crash repeats one mail at most; the request's
 * mark follows.
 */
export async function remediate(request: RemediationRequest, ports: RemediatePorts): Promise<RemediateOutcome> {
  const shop = await ports.shops.read(request.shop.id);
  if (!shop) return { is: 'unknown-shop' };
  const outcome = await carryOut(request, shop, ports);
  const own = await ports.cases.find(
    shop.id,
    request.items.map(({ key }) => caseKey({ remedy: request.remedy, key })),
  );
  // Other systems last: one that does not answer holds up no person.
  const items = request.items.filter(({ key }) => {
    const known = own.get(caseKey({ remedy: request.remedy, key }));
    return known?.request === request.id && known.end === undefined;
  });
  if (items.length > 0) await forwardTo(shop, { ...request, items }, ports);
  return outcome;
}

async function carryOut(request: RemediationRequest, shop: Shop, ports: RemediatePorts): Promise<RemediateOutcome> {
  const remedy = remedyOf(request.remedy);
  if (!remedy) throw new Rejected(`remediation ${request.id}: no remedy ${request.remedy}`);
  const known = await ports.cases.find(
    shop.id,
    request.items.map(({ key }) => caseKey({ remedy: remedy.id, key })),
  );
  const unasked = request.items.filter(({ key }) => !known.has(caseKey({ remedy: remedy.id, key })));
  if (unasked.length === 0) return over('already-done', request, shop, ports);
  const files = await caseFiles(shop.id, unasked, ports);
  const intended = await intendedBy(remedy, request, unasked, ports);
  const needed = new Set(await stillNeeded(unasked, { remedy, shop: shop.id, files }, ports));
  const items = unasked.filter((item) => needed.has(item) || intended.has(item.key));
  if (items.length === 0) return over('nothing-left', request, shop, ports);
  const call = { request, items, shop, files };
  if (shop.dryRun?.includes(remedy.id)) {
    const { to, subject } = renderWith(remedy, call);
    return { is: 'dry-run', mail: { to, subject }, items: items.length };
  }
  const fresh = changesOf(remedy, call).filter(({ item }) => !intended.has(item));
  await intend(request, fresh, ports);
  const outcomes = await correctNumbers([...intended.values(), ...fresh], ports.corrections(shop, ports.clock.world()));
  const filedAt = await filedLinks(shop, remedy.id, ports);
  const mail = (ports.write ?? renderWith)(remedy, { ...call, outcomes, filedAt });
  const reference = await ports.mailer.send(mail);
  await ports.cases.put(
    shop.id,
    items.map((item) => caseOf(item, request, files, reference)),
  );
  await ports.ledger.mark('remedy', shop.id, [{ key: request.id, at: ports.clock.wall() }]);
  return { is: 'done' };
}

/** Only a remedy that enters numbers has any. */
async function intendedBy(
  remedy: AnyRemedy,
  request: RemediationRequest,
  items: readonly RemedyItem[],
  { ledger }: RemediatePorts,
): Promise<ReadonlyMap<string, NumberChange>> {
  return 'changes' in remedy ? intendedChanges(request, items, ledger) : new Map();
}

/** Links by which whoever files a ticket notes its number, as those of notices. */
async function filedLinks(shop: Shop, remedy: string, { links, clock }: Pick<RemediatePorts, 'links' | 'clock'>) {
  const sign = await links.signer();
  const expiresAt = after(clock.wall(), requestLinkLife);
  return (item: RemedyItem): string => {
    const subject: Subject =
      item.kind === 'order' ? { kind: 'order', id: item.order } : { kind: 'credential', id: item.credential };
    const finding = { check: item.check, subject, episode: Number(item.key.slice(item.key.lastIndexOf('#') + 1)) };
    return sign({ shop: shop.id, finding, action: 'filed', channel: `remedy/${remedy}`, expiresAt });
  };
}

/** Marked all the same: whoever asks whether the request was carried out hears that it is settled. */
async function over(
  is: 'already-done' | 'nothing-left',
  { id }: RemediationRequest,
  shop: Shop,
  { ledger, clock }: RemediatePorts,
): Promise<RemediateOutcome> {
  if (!(await ledger.has('remedy', shop.id, [id])).has(id)) {
    await ledger.mark('remedy', shop.id, [{ key: id, at: clock.wall() }]);
  }
  return { is };
}

/** From now on it waits for somebody, and then for TikTok to show that it worked. */
function caseOf(
  item: RemedyItem,
  { id, remedy, now }: RemediationRequest,
  files: ReadonlyMap<string, CaseFile>,
  reference: string | undefined,
): RemedyCase {
  const order = item.kind === 'order' ? item.order : undefined;
  return {
    remedy,
    key: item.key,
    request: id,
    askedAt: now,
    ...(order !== undefined && { order, ...seenIn(files.get(order)) }),
    ...(reference !== undefined && { reference }),
  };
}

function seenIn(file: CaseFile | undefined): Pick<RemedyCase, 'seen'> {
  if (!file) return {};
  const { order, trace } = file.watched;
  const newest = lastMoved(order, trace);
  return { seen: { scans: trace.scans.length, ...(newest !== undefined && { newest }) } };
}
