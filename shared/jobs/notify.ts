import { isTryDue, type DisabledChannel } from '../domain/channel-state.ts';
import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import { knownActs } from '../domain/known-acts.ts';
import { restOf } from '../domain/notice-parts.ts';
import { iso, type Instant } from '../domain/time.ts';
import type { ActionLinks } from '../ports/action-links.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelStates, Ledger, LedgerMark } from '../ports/records.ts';
import { converse } from './converse.ts';
import { stillToSay } from './still-to-say.ts';
import { linking } from './with-links.ts';

export interface NotifyPorts {
  readonly ledger: Ledger;
  readonly acts: Pick<ActBook, 'list'>;
  readonly links: Pick<ActionLinks, 'signer'>;
  readonly channelStates: ChannelStates;
  readonly senders: readonly Sender[];
  readonly clock: Clock;
}

/** `nothing-left`: people dealt with all that it tells before it could be sent. */
export type NotifyOutcome = 'sent' | 'already-sent' | 'nothing-left';

/**
 * One notice or digest to one channel. Sent, then marked: a crash in between repeats this one message, because e-mail and
 * incoming webhooks take no idempotency key. A channel that refuses for a reason its people must mend is disabled, and one
 * that does not answer noted; the next message that gets through enables it. Throws Transient (try again) or Rejected (a person must act).
 */
export async function notify(request: NotifyRequest, ports: NotifyPorts): Promise<NotifyOutcome> {
  const { id, shop, channel } = request;
  const known = await ports.ledger.has('told', shop.id, [id]);
  if (known.has(id)) return 'already-sent';
  const left = await withoutDealtWith(request, ports);
  if (!left) {
    await ports.ledger.mark('told', shop.id, [{ key: id, at: ports.clock.wall() }]);
    return 'nothing-left';
  }
  const sender = ports.senders.find(({ kind }) => kind === channel.kind);
  if (!sender) throw new Rejected(`notice ${id}: no sender for channels of kind ${channel.kind}`);
  const state = (await ports.channelStates.list(shop.id)).find((known) => known.channel === channel.id);
  if (state && !isTried(state, request, ports.clock.wall())) throw closed(state);
  const told = await deliver(left, linking(sender, ports), state, ports);
  // Before the mark: what is marked is never looked at again, and the channel would stay disabled for a day.
  if (state) await ports.channelStates.enable(shop.id, channel.id);
  await ports.ledger.mark('told', shop.id, [{ ...told, key: id, at: ports.clock.wall() }]);
  return 'sent';
}

/** A message may wait for hours, and by then somebody may see to what it tells. */
async function withoutDealtWith(
  request: NotifyRequest,
  { acts, clock }: NotifyPorts,
): Promise<NotifyRequest | undefined> {
  if (isDigest(request) || request.lines.every(({ handle }) => handle === undefined)) return request;
  const known = knownActs(await acts.list(request.shop.id));
  const left = new Set(stillToSay(request.lines, known, clock.world()));
  return restOf(
    request,
    request.lines.filter((line) => !left.has(line)),
  );
}

/** People may have mended it without a word to us; and what is critical is worth a call. */
function isTried(state: DisabledChannel, request: NotifyRequest, wall: Instant): boolean {
  if (state.isTried || isTryDue(state, wall)) return true;
  return (
    !isDigest(request) && request.lines.some((line) => line.severity === 'critical' && line.transition !== 'resolved')
  );
}

async function deliver(
  request: NotifyRequest,
  sender: Sender,
  state: DisabledChannel | undefined,
  ports: NotifyPorts,
): Promise<Partial<LedgerMark>> {
  try {
    const { threads } = sender;
    if (threads && !isDigest(request)) return await converse(request, { sender, threads }, ports);
    const reference = await sender.deliver(request);
    return reference === undefined ? {} : { reference };
  } catch (error) {
    // Recovery: its people hear of it on the other channels, and what follows is not sent into the void.
    if (error instanceof Rejected && error.about === 'credential') await disable(error, request, state, ports);
    if (error instanceof Transient && !state) await disable(error, request, state, ports);
    throw error;
  }
}

function disable(
  error: Rejected | Transient,
  { shop, channel, now }: NotifyRequest,
  state: DisabledChannel | undefined,
  { channelStates, clock }: NotifyPorts,
): Promise<void> {
  return channelStates.disable(shop.id, {
    channel: channel.id,
    since: state?.since ?? now,
    because: answerIn(error.message),
    triedAt: clock.wall(),
    ...(error instanceof Transient && { isTried: true }),
  });
}

/** Without whose it is: that stands beside it wherever it is told. */
function answerIn(message: string): string {
  return message.replace(/^[^:]*, shop [^:]*: /, '').slice(0, 300);
}

function closed({ channel, since, because }: DisabledChannel): Rejected {
  return new Rejected(`channel ${channel} takes no messages since ${iso(since)}: ${because}`);
}
