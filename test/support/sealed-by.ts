import type { IncomingHttpHeaders } from 'node:http';
import type { Receiver as LocalReceiver } from '../../infra/local/receivers/receiver.ts';
import type { ChannelKind } from '../../shared/channels/channel.ts';
import type { NotifyRequest } from '../../shared/domain/digest.ts';
import { Receiver } from '../channels/receiver.ts';
import type { FakeClock } from './fake-clock.ts';
import { FakeLongLists } from './fake-long-lists.ts';
import { FakeMailer } from './fake-mailer.ts';
import { FakeSellerVault } from './fake-seller-vault.ts';

/** The request by which a channel delivers a notice, made with the receiver's own secret and caught on its way. */
export async function sealedBy(
  channel: ChannelKind,
  receiver: LocalReceiver,
  notice: NotifyRequest,
  clock: FakeClock,
): Promise<{ readonly url: URL; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const wire = new Receiver();
  const origin = await wire.open();
  try {
    const vault = new FakeSellerVault();
    await vault.storeChannelSecret(notice.shop.id, 'slack', receiver.secret(origin));
    wire.answer({ status: 200, body: '{"errcode":0,"code":0,"ok":true}' });
    await channel.sender({ mailer: new FakeMailer(), lists: new FakeLongLists(), vault, clock }).deliver(notice);
    const [sent] = wire.received;
    if (!sent) throw new Error('nothing was sent');
    return { url: new URL(sent.url, origin), headers: sent.headers, body: sent.body };
  } finally {
    await wire.close();
  }
}
