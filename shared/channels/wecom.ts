import * as z from 'zod';
import type { NotifyRequest } from '../domain/digest.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { inertMarkdown, markdownLink } from './markdown.ts';
import { throughRobot } from './robot.ts';
import { robotWords } from './robot-words.ts';
import { addressField } from './secret.ts';

/** Its key is part of the address; WeCom's robots do not sign. */
export const WeComSecret = z.object({ url: addressField('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…') });

export interface WeComMessage {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly content: string };
}

// 4,096 bytes of Markdown, 20 messages a minute (developer.work.weixin.qq.com, path 91770, 2026-11).
const limits = { bytes: 4_096, brief: true };
const room = { perGroup: 6, total: 12, attached: false, countsRest: true };
const dialect = { inert: inertMarkdown, link: markdownLink, newline: '\n', bullet: '• ' };

export function renderWeCom(request: NotifyRequest): WeComMessage {
  const { subject, text } = robotWords(request, room);
  const first = `**${inertMarkdown(subject)}**\n`;
  const left = { ...limits, bytes: limits.bytes - Buffer.byteLength(first) };
  return { msgtype: 'markdown', markdown: { content: first + text(dialect, left) } };
}

export function wecomSender(parts: ChannelParts): Sender {
  return throughRobot(
    {
      kind: 'wecom',
      name: 'WeCom',
      secret: WeComSecret,
      render: renderWeCom,
      seal: (body, { url }) => ({ url, body }),
      // Busy; more than 20 a minute.
      later: [-1, 45_009, 45_033],
      mend: {
        93_000: 'the robot was removed or its key is wrong: add one to the group and store its address',
        93_004: 'the robot is switched off: switch it on in the group',
        93_008: 'the robot is not in the group any more: add one and store its address',
      },
    },
    parts,
  );
}
