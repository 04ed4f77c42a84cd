import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { jsonBody } from './json-body.ts';
import { minute, rateLimit } from './rate-limit.ts';
import type { Receiver, Reply } from './receiver.ts';
import { renderRobotMarkdown, withoutMarks } from './robot-markdown.ts';

const bodySchema = z.object({ msgtype: z.literal('markdown'), markdown: z.object({ content: z.string().min(1) }) });

/** A WeCom group robot: a key in the address, 4,096 bytes, 20 a minute; every answer is a 200 with a code. */
export function wecomReceiver(): Receiver {
  const key = randomUUID();
  const mayPost = rateLimit(20, minute);
  return {
    kind: 'wecom',
    label: 'WeCom',
    secret: (at) => JSON.stringify({ url: `${at}?key=${key}` }),
    take({ name, query, body, at }) {
      if (query.get('key') !== key) return answer(93_000, 'invalid webhook url');
      const message = jsonBody(bodySchema, body);
      if (!message) return answer(40_008, 'invalid message type');
      const { content } = message.markdown;
      if (Buffer.byteLength(content) > 4_096) return answer(40_058, 'markdown.content exceed max length 4096');
      if (!mayPost(name, at)) return answer(45_009, 'api freq out of limit');
      const [title = '', ...lines] = withoutMarks(content).split('\n');
      return {
        ...answer(0, 'ok'),
        taken: { title, text: lines.join(' '), html: renderRobotMarkdown(content), payload: message },
      };
    },
  };
}

function answer(errcode: number, errmsg: string): { reply: Reply } {
  return { reply: { status: 200, body: { errcode, errmsg } } };
}
