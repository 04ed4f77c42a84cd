import type { RemediationRequest } from '../domain/remediation.ts';
import { receiversOf, type Channel, type Shop } from '../domain/shop.ts';
import type { Clock } from '../ports/clock.ts';
import type { Forwarder } from '../ports/messaging.ts';
import type { Ledger } from '../ports/records.ts';

interface ForwardPorts {
  readonly forwarder: Forwarder;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * Hands a request to every system of the shop that carries remedies out. Each has its own mark; one that fails holds up
 * no other, and the whole is tried again for it.
 */
export async function forwardTo(shop: Shop, request: RemediationRequest, ports: ForwardPorts): Promise<void> {
  const systems = receiversOf(shop).flatMap(({ channel, hears }) =>
    hears?.remedies && channel.kind === 'webhook' ? [channel] : [],
  );
  const failures: unknown[] = [];
  for (const channel of systems) await handOn(channel, shop, request, ports).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function handOn(
  channel: Channel,
  shop: Shop,
  request: RemediationRequest,
  { forwarder, ledger, clock }: ForwardPorts,
): Promise<void> {
  const key = `${request.id}>${channel.id}`;
  if ((await ledger.has('remedy', shop.id, [key])).has(key)) return;
  await forwarder.forward(request, channel);
  await ledger.mark('remedy', shop.id, [{ key, at: clock.wall() }]);
}
