import type { NotifyRequest } from '../domain/digest.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { Ledger } from '../ports/records.ts';

export interface NotifyPorts {
  readonly ledger: Ledger;
  readonly senders: readonly Sender[];
  readonly clock: Clock;
}

export type NotifyOutcome = 'sent' | 'already-sent';

/**
 * One notice or digest to one channel. Sent, then marked: a crash in between repeats this one message, because e-mail and
 * incoming webhooks take no idempotency key. Throws Transient (try again) or Rejected (a person must act).
 */
export async function notify(request: NotifyRequest, ports: NotifyPorts): Promise<NotifyOutcome> {
  const known = await ports.ledger.has('told', request.shop.id, [request.id]);
  if (known.has(request.id)) return 'already-sent';
  const sender = ports.senders.find(({ kind }) => kind === request.channel.kind);
  if (!sender) throw new Rejected(`notice ${request.id}: no sender for channels of kind ${request.channel.kind}`);
  const reference = await sender.deliver(request);
  const mark = { key: request.id, at: ports.clock.wall(), ...(reference !== undefined && { reference }) };
  await ports.ledger.mark('told', request.shop.id, [mark]);
  return 'sent';
}
