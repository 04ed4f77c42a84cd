import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonBody } from './json-body.ts';
import { rateLimit } from './rate-limit.ts';
import type { Receiver, Reply } from './receiver.ts';
import { readSlackPayload } from './slack-message.ts';
import { slackTaken } from './slack-receiver.ts';

const bodySchema = z.object({ channel: z.string(), ts: z.string().optional(), thread_ts: z.string().optional() });
const conversation = 'C0LOCAL0001';

/** Slack's Web API as far as `chat.postMessage` and `chat.update` go: a bot token, one message a second and conversation. */
export function slackAppReceiver(): Receiver {
  const token = `xoxb-local-${randomBytes(12).toString('hex')}`;
  const mayPost = rateLimit(1, 1_000);
  const posted = new Set<string>();
  return {
    kind: 'slack-app',
    label: 'Slack app',
    secret: (at) => JSON.stringify({ token, conversation, url: at }),
    take({ name, rest, headers, body, at }) {
      const method = rest.join('/');
      if (method !== 'chat.postMessage' && method !== 'chat.update') return refused('unknown_method');
      if (headers.authorization === undefined) return refused('not_authed');
      if (headers.authorization !== `Bearer ${token}`) return refused('invalid_auth');
      const { channel, ts: edits, thread_ts: answers } = jsonBody(bodySchema, body) ?? {};
      if (channel !== conversation) return refused('channel_not_found');
      const payload = readSlackPayload(body);
      if ('refused' in payload) return refused(payload.refused.replace(/:.*/s, ''));
      if (method === 'chat.update') {
        if (edits === undefined || !posted.has(edits)) return refused('message_not_found');
        return { reply: accepted(edits), taken: { ...slackTaken(payload), edits } };
      }
      if (answers !== undefined && !posted.has(answers)) return refused('thread_not_found');
      if (!mayPost(name, at)) return { reply: { status: 429, body: { ok: false, error: 'ratelimited' } } };
      const ts = `${Math.floor(at.getTime() / 1_000)}.${String(posted.size + 1).padStart(6, '0')}`;
      posted.add(ts);
      const taken = { ...slackTaken(payload), reference: ts, ...(answers !== undefined && { answers }) };
      return { reply: accepted(ts), taken };
    },
  };
}

function accepted(ts: string): Reply {
  return { status: 200, body: { ok: true, channel: conversation, ts } };
}

function refused(error: string): { reply: Reply } {
  return { reply: { status: 200, body: { ok: false, error } } };
}
