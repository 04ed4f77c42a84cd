import { linkLife, type LinkAction } from '../domain/action-link.ts';
import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { after, type Instant } from '../domain/time.ts';
import type { ActionLinks, SignLink } from '../ports/action-links.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sender } from '../ports/messaging.ts';

interface LinkPorts {
  readonly links: Pick<ActionLinks, 'signer'>;
  readonly clock: Clock;
}

/** A sender whose notices carry links to act by. They are made as it sends, so that none is ever stored. */
export function linking(sender: Sender, { links, clock }: LinkPorts): Sender {
  const { threads } = sender;
  const linked = async (notice: NoticeRequest): Promise<NoticeRequest> =>
    withLinks(notice, await links.signer(), clock.wall());
  return {
    kind: sender.kind,
    deliver: async (request: NotifyRequest) => sender.deliver(isDigest(request) ? request : await linked(request)),
    ...(threads && {
      threads: {
        reply: async (notice, reference) => threads.reply(await linked(notice), reference),
        edit: async (notice, reference) => threads.edit(await linked(notice), reference),
      },
    }),
  };
}

function withLinks(notice: NoticeRequest, sign: SignLink, wall: Instant): NoticeRequest {
  const linkTo = (line: NoticeLine, action: LinkAction, episode: number): string =>
    sign({
      shop: notice.shop.id,
      finding: { check: line.check, subject: line.subject, episode },
      action,
      channel: notice.channel.id,
      expiresAt: after(wall, linkLife),
    });
  const lines = notice.lines.map((line) => {
    const { handle } = line;
    if (!handle || line.transition === 'resolved') return line;
    const { episode } = handle;
    return {
      ...line,
      links: { acknowledge: linkTo(line, 'acknowledge', episode), choose: linkTo(line, 'choose', episode) },
    };
  });
  return { ...notice, lines };
}
