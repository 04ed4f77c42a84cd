import { createHmac } from 'node:crypto';
import type { NotifyRequest } from '../domain/digest.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { markdownLink, unlinked } from './markdown.ts';
import { throughRobot, type RobotSecret } from './robot.ts';
import { robotWords } from './robot-words.ts';
import { robotFields } from './secret.ts';

/** `secret` is there where the robot's people have switched signatures on. Lark's robots are the same. */
export const FeishuSecret = robotFields('https://open.feishu.cn/open-apis/bot/v2/hook/…', 'the key under "signature"');

export interface FeishuMessage {
  readonly msg_type: 'interactive';
  readonly card: {
    readonly config: { readonly wide_screen_mode: true };
    readonly header: {
      readonly title: { readonly tag: 'plain_text'; readonly content: string };
      readonly template: 'red' | 'orange' | 'yellow' | 'green';
    };
    readonly elements: readonly { readonly tag: 'markdown'; readonly content: string }[];
  };
}

const colours = { critical: 'red', breach: 'orange', warning: 'yellow' } as const satisfies Record<Severity, string>;

// 20 kB a body, 100 messages a minute, 5 a second (open.feishu.cn, custom bots, 2026-11); the rest is for the frame.
const limits = { bytes: 18_000, brief: false };
const room = { perGroup: 5, total: 15, attached: false, countsRest: true };
const dialect = { inert: inertCard, link: markdownLink, newline: '\n', bullet: '• ' };

export function renderFeishu(request: NotifyRequest): FeishuMessage {
  const { subject, worst, text } = robotWords(request, room);
  const content = text(dialect, limits);
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: {
        title: { tag: 'plain_text', content: unlinked(subject) },
        template: worst === undefined ? 'green' : colours[worst],
      },
      elements: [{ tag: 'markdown', content }],
    },
  };
}

export function feishuSender(parts: ChannelParts): Sender {
  return throughRobot(
    {
      kind: 'feishu',
      name: 'Feishu',
      secret: FeishuSecret,
      render: renderFeishu,
      seal: (message, secret, wall) => ({ url: secret.url, body: { ...signature(secret, wall), ...message } }),
      // More than 100 a minute or 5 a second, or the service itself is busy at a full hour.
      later: [11_232, 11_233],
      mend: {
        19_001: 'the robot was removed or its address is wrong: add one to the group and store its address',
        19_021: 'the signature was refused: store the key the robot shows',
        19_022: 'the robot admits certain sender addresses only: take that off',
        19_024: 'the robot wants a keyword that is not in the message: take that off, signatures serve instead',
      },
    },
    parts,
  );
}

/** Good for an hour around its timestamp, in seconds. The key signs nothing but itself. */
function signature({ secret }: RobotSecret, wall: Instant): { timestamp: string; sign: string } | undefined {
  if (secret === undefined) return undefined;
  const timestamp = String(Math.floor(wall / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** Cards document an escape: every mark of theirs as a character reference. */
function inertCard(text: string): string {
  return unlinked(text).replace(/[&<>*_~`[\]()#!\\$|]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
