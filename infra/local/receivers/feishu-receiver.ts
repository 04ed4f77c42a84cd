import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { html } from '../html.ts';
import { jsonBody } from './json-body.ts';
import { minute, rateLimit } from './rate-limit.ts';
import type { Receiver, Reply } from './receiver.ts';
import { renderRobotMarkdown, withoutMarks } from './robot-markdown.ts';
import { isSameText } from './same-text.ts';

const bodySchema = z.object({
  timestamp: z.string().default(''),
  sign: z.string().default(''),
  msg_type: z.literal('interactive'),
  card: z.object({
    header: z.object({
      title: z.object({ tag: z.literal('plain_text'), content: z.string().min(1) }),
      template: z.enum(['red', 'orange', 'yellow', 'green']),
    }),
    elements: z.array(z.object({ tag: z.literal('markdown'), content: z.string() })).min(1),
  }),
});

const hour = 60 * minute;

/** A Feishu custom bot that asks for signatures: good for an hour, 20 kB, 100 a minute and 5 a second. */
export function feishuReceiver(): Receiver {
  const key = randomBytes(16).toString('base64url');
  const inMinute = rateLimit(100, minute);
  const inSecond = rateLimit(5, 1_000);
  return {
    kind: 'feishu',
    label: 'Feishu',
    secret: (at) => JSON.stringify({ url: at, secret: key }),
    take({ name, body, at }) {
      if (Buffer.byteLength(body) > 20_000) return answer(9_499, 'Bad Request');
      const message = jsonBody(bodySchema, body);
      if (!message) return answer(9_499, 'Bad Request');
      const { timestamp, sign, card } = message;
      const expected = createHmac('sha256', [timestamp, key].join('\n')).update('').digest('base64');
      const isFresh = Math.abs(at.getTime() - Number(timestamp) * 1_000) <= hour;
      if (!isFresh || !isSameText(sign, expected)) {
        return answer(19_021, 'sign match fail or timestamp is not within one hour from current time');
      }
      if (!inSecond(name, at) || !inMinute(name, at)) return answer(11_232, 'frequency limited');
      const text = card.elements.map(({ content }) => content).join('\n\n');
      const title = card.header.title.content;
      return {
        ...answer(0, 'success'),
        taken: {
          title,
          text: decoded(withoutMarks(text)),
          html: html`<h2 class="card-${card.header.template}">${title}</h2>
            ${renderRobotMarkdown(text, decoded)}`,
          payload: { msg_type: message.msg_type, card },
        },
      };
    },
  };
}

/** Cards show character references as the characters they stand for. */
function decoded(text: string): string {
  return text.replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function answer(code: number, msg: string): { reply: Reply } {
  return { reply: { status: 200, body: { code, msg, data: {} } } };
}
