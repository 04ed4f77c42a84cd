import type { DisabledChannel } from '../domain/channel-state.ts';
import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import { before, hours, iso } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelStates, Ledger, LedgerMark } from '../ports/records.ts';
import { converse } from './converse.ts';

export interface NotifyPorts {
  readonly ledger: Ledger;
  readonly channelStates: ChannelStates;
  readonly senders: readonly Sender[];
  readonly clock: Clock;
}

export type NotifyOutcome = 'sent' | 'already-sent';

/** A disabled channel is asked again so often: its people may have mended it without a word to us (house rule, 2026). */
const tryEvery = hours(24);

/**
 * One notice or digest to one channel. Sent, then marked: a crash in between repeats this one message, because e-mail and
 * incoming webhooks take no idempotency key. A channel that refuses for a reason its people must mend is disabled; the
 * next message that gets through enables it. Throws Transient (try again) or Rejected (a person must act).
 */
export async function notify(request: NotifyRequest, ports: NotifyPorts): Promise<NotifyOutcome> {
  const { id, shop, channel } = request;
  const known = await ports.ledger.has('told', shop.id, [id]);
  if (known.has(id)) return 'already-sent';
  const sender = ports.senders.find(({ kind }) => kind === channel.kind);
  if (!sender) throw new Rejected(`notice ${id}: no sender for channels of kind ${channel.kind}`);
  const disabled = (await ports.channelStates.list(shop.id)).find((state) => state.channel === channel.id);
  if (disabled && disabled.triedAt > before(ports.clock.wall(), tryEvery)) throw closed(disabled);
  const told = await deliver(request, sender, disabled, ports);
  // Before the mark: what is marked is never looked at again, and the channel would stay disabled for a day.
  if (disabled) await ports.channelStates.enable(shop.id, channel.id);
  await ports.ledger.mark('told', shop.id, [{ ...told, key: id, at: ports.clock.wall() }]);
  return 'sent';
}

async function deliver(
  request: NotifyRequest,
  sender: Sender,
  disabled: DisabledChannel | undefined,
  ports: NotifyPorts,
): Promise<Partial<LedgerMark>> {
  try {
    const { threads } = sender;
    if (threads && !isDigest(request)) return await converse(request, { sender, threads }, ports);
    const reference = await sender.deliver(request);
    return reference === undefined ? {} : { reference };
  } catch (error) {
    // Recovery: its people hear of it on the other channels, and what follows is not sent into the void.
    if (error instanceof Rejected && error.about === 'credential') {
      const { shop, channel, now } = request;
      const since = disabled?.since ?? now;
      await ports.channelStates.disable(shop.id, {
        channel: channel.id,
        since,
        because: answerIn(error.message),
        triedAt: ports.clock.wall(),
      });
    }
    throw error;
  }
}

/** Without whose it is: that stands beside it wherever it is told. */
function answerIn(message: string): string {
  return message.replace(/^[^:]*, shop [^:]*: /, '').slice(0, 300);
}

function closed({ channel, since, because }: DisabledChannel): Rejected {
  return new Rejected(`channel ${channel} takes no messages since ${iso(since)}: ${because}`);
}
