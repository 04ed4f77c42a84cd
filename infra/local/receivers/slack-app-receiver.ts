import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonBody } from './json-body.ts';
import { rateLimit } from './rate-limit.ts';
import type { Receiver, Reply } from './receiver.ts';
import { readSlackPayload } from './slack-message.ts';
import { slackTaken } from './slack-receiver.ts';

const bodySchema = z.object({ channel: z.string() });
const conversation = 'C0LOCAL0001';

/** Slack's Web API as far as `chat.postMessage` goes: a bot token, one message a second and conversation. */
export function slackAppReceiver(): Receiver {
  const token = `xoxb-local-${randomBytes(12).toString('hex')}`;
  const mayPost = rateLimit(1, 1_000);
  let posted = 0;
  return {
    kind: 'slack-app',
    label: 'Slack app',
    secret: (at) => JSON.stringify({ token, conversation, url: at }),
    take({ name, rest, headers, body, at }) {
      if (rest.join('/') !== 'chat.postMessage') return refused('unknown_method');
      if (headers.authorization === undefined) return refused('not_authed');
      if (headers.authorization !== `Bearer ${token}`) return refused('invalid_auth');
      if (jsonBody(bodySchema, body)?.channel !== conversation) return refused('channel_not_found');
      const payload = readSlackPayload(body);
      if ('refused' in payload) return refused(payload.refused.replace(/:.*/s, ''));
      if (!mayPost(name, at)) return { reply: { status: 429, body: { ok: false, error: 'ratelimited' } } };
      posted += 1;
      const ts = `${Math.floor(at.getTime() / 1_000)}.${String(posted).padStart(6, '0')}`;
      return { reply: { status: 200, body: { ok: true, channel: conversation, ts } }, taken: slackTaken(payload) };
    },
  };
}

function refused(error: string): { reply: Reply } {
  return { reply: { status: 200, body: { ok: false, error } } };
}
