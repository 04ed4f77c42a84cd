import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Mailer } from '../ports/messaging.ts';
import type { Ledger } from '../ports/records.ts';
import { remedyOf, renderWith } from '../remedies/registry.ts';

export interface RemediatePorts {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

export type RemediateOutcome = 'done' | 'already-done';

/**
 * One act for one group of findings. The request's mark is written first after the act, so a crash repeats one mail
 * at most; the marks of the episodes follow, so that no later request asks for the same again.
 */
export async function remediate(request: RemediationRequest, ports: RemediatePorts): Promise<RemediateOutcome> {
  const { id: shopId } = request.shop;
  // Another remedy may be asked for in the same episode: the marks of one do not speak for the other.
  const markOf = (item: RemedyItem): string => `${request.remedy}/${item.key}`;
  const keys = request.items.map(markOf);
  const done = await ports.ledger.has('remedy', shopId, [request.id, ...keys]);
  const items = request.items.filter((item) => !done.has(markOf(item)));
  const at = ports.clock.wall();
  if (!done.has(request.id) && items.length > 0) {
    const remedy = remedyOf(request.remedy);
    if (!remedy) throw new Rejected(`remediation ${request.id}: no remedy ${request.remedy}`);
    const shop = { ...request.shop, operations: request.to, credentials: [] };
    const reference = await ports.mailer.send(renderWith(remedy, { request, items, shop, files: new Map() }));
    await ports.ledger.mark('remedy', shopId, [{ key: request.id, at, reference }]);
  }
  if (items.length === 0) {
    if (!done.has(request.id)) await ports.ledger.mark('remedy', shopId, [{ key: request.id, at }]);
    return 'already-done';
  }
  await ports.ledger.mark(
    'remedy',
    shopId,
    items.map((item) => ({ key: markOf(item), at, reference: request.id })),
  );
  return 'done';
}
