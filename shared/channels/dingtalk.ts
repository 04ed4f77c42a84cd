import { createHmac } from 'node:crypto';
import type { NotifyRequest } from '../domain/digest.ts';
import type { Instant } from '../domain/time.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { inertMarkdown, markdownLink } from './markdown.ts';
import { throughRobot, type RobotSecret } from './robot.ts';
import { robotWords } from './robot-words.ts';
import { robotFields } from './secret.ts';

/** `secret` begins with SEC; left out where the robot is secured by keyword or address instead. */
export const DingTalkSecret = robotFields('https://oapi.dingtalk.com/robot/send?access_token=…', 'SEC…');

export interface DingTalkMessage {
  readonly msgtype: 'markdown';
  /** The title is what the list of conversations shows. */
  readonly markdown: { readonly title: string; readonly text: string };
  readonly at: { readonly isAtAll: false };
}

// 20 kB a body, 20 messages a minute (open.dingtalk.com, custom robots, 2026-11); some bytes are left for the frame.
const limits = { bytes: 18_000, brief: false };
const room = { perGroup: 5, total: 15, attached: false, countsRest: true };
// Two blanks before a line break keep it one.
const dialect = { inert: inertMarkdown, link: markdownLink, newline: '  \n', bullet: '• ' };

export function renderDingTalk(request: NotifyRequest): DingTalkMessage {
  const { subject, text } = robotWords(request, room);
  const title = inertMarkdown(subject);
  const body = `#### ${title}\n\n${text(dialect, limits)}`;
  return { msgtype: 'markdown', markdown: { title, text: body }, at: { isAtAll: false } };
}

export function dingtalkSender(parts: ChannelParts): Sender {
  return throughRobot(
    {
      kind: 'dingtalk',
      name: 'DingTalk',
      secret: DingTalkSecret,
      render: renderDingTalk,
      seal: (body, secret, wall) => ({ url: signed(secret, wall), body }),
      // Busy; more than 20 a minute, which shuts the robot up for ten.
      later: [-1, 130_101, 410_100, 90_030],
      mend: {
        310_000: 'keyword, signature or sender address was refused: store the key the robot shows under "sign"',
        300_001: 'the access token is unknown: store the address of a living robot',
        300_005: 'the access token is unknown: store the address of a living robot',
        400_013: 'the group was dissolved: add a robot to another and store its address',
        400_101: 'the access token is unknown: store the address of a living robot',
        400_102: 'the robot is switched off: switch it on in the group',
        400_106: 'the robot was removed: add one to the group and store its address',
      },
    },
    parts,
  );
}

/** Good for an hour around its timestamp, in milliseconds. */
function signed({ url, secret }: RobotSecret, wall: Instant): string {
  if (secret === undefined) return url;
  const sign = createHmac('sha256', secret).update(`${wall}\n${secret}`).digest('base64');
  return `${url}${url.includes('?') ? '&' : '?'}timestamp=${wall}&sign=${encodeURIComponent(sign)}`;
}
