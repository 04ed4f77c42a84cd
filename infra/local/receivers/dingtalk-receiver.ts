import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonBody } from './json-body.ts';
import { minute, rateLimit } from './rate-limit.ts';
import type { Receiver, Reply } from './receiver.ts';
import { renderRobotMarkdown, withoutMarks } from './robot-markdown.ts';
import { isSameText } from './same-text.ts';

const bodySchema = z.object({
  msgtype: z.literal('markdown'),
  markdown: z.object({ title: z.string().min(1), text: z.string().min(1) }),
});

const hour = 60 * minute;

/** A DingTalk group robot that asks for signatures: good for an hour, 20 kB, 20 a minute. */
export function dingtalkReceiver(): Receiver {
  const token = randomBytes(16).toString('hex');
  const key = `SEC${randomBytes(16).toString('hex')}`;
  const mayPost = rateLimit(20, minute);
  return {
    kind: 'dingtalk',
    label: 'DingTalk',
    secret: (at) => JSON.stringify({ url: `${at}?access_token=${token}`, secret: key }),
    take({ name, query, body, at }) {
      if (query.get('access_token') !== token) return answer(300_005, 'token is not exist');
      const timestamp = query.get('timestamp') ?? '';
      if (!(Math.abs(at.getTime() - Number(timestamp)) <= hour)) return answer(310_000, 'invalid timestamp');
      const expected = createHmac('sha256', key).update([timestamp, key].join('\n')).digest('base64');
      if (!isSameText(query.get('sign') ?? '', expected)) return answer(310_000, 'sign not match');
      if (Buffer.byteLength(body) > 20_000) return answer(460_101, 'message too long, exceed 20000 bytes');
      const message = jsonBody(bodySchema, body);
      if (!message) return answer(400_105, 'message type is not supported');
      if (!mayPost(name, at)) return answer(130_101, 'send too fast, exceed 20 times per minute');
      const { title, text } = message.markdown;
      const [, ...lines] = withoutMarks(text).split('\n');
      return {
        ...answer(0, 'ok'),
        taken: { title, text: lines.join(' '), html: renderRobotMarkdown(text), payload: message },
      };
    },
  };
}

function answer(errcode: number, errmsg: string): { reply: Reply } {
  return { reply: { status: 200, body: { errcode, errmsg } } };
}
