import * as z from 'zod';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { passes, postJson, type Answer } from './post-json.ts';
import { addressField, keyField, readSecret } from './secret.ts';
import { renderSlack } from './slack.ts';

/** A bot token with the scope `chat:write`, and the id of the conversation the app was invited to. */
export const SlackAppSecret = z.object({
  token: keyField('xoxb-…'),
  conversation: keyField('C0123456789'),
  /** Of Slack's Web API; another one for tries on this machine. */
  url: addressField('https://slack.com/api').exactOptional(),
});

const answerSchema = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

/** Slack's words for "later" (docs.slack.dev, chat.postMessage, 2026-11). */
const later = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);

/**
 * Posts by `chat.postMessage`. The reference `<conversation>/<ts>` is what `chat.update` and an answer in the thread
 * ask for; it stands in the ledger under the notice's id. There is no idempotency key.
 */
export function slackAppSender({ vault }: Pick<ChannelParts, 'vault'>): Sender {
  return {
    kind: 'slack-app',
    async deliver(notice) {
      const who = `Slack app, shop ${notice.shop.id}`;
      const secret = await readSecret(vault, notice, who, SlackAppSecret);
      const address = `${secret.url ?? 'https://slack.com/api'}/chat.postMessage`;
      const body = JSON.stringify({ channel: secret.conversation, ...renderSlack(notice) });
      return reference(who, await postJson(who, address, body, { authorization: `Bearer ${secret.token}` }));
    },
  };
}

/** Slack answers 200 whatever happens; `error` is a single word. */
function reference(who: string, answer: Answer): string | undefined {
  const { ok, error, channel, ts } = read(answer.text);
  if (ok) return channel !== undefined && ts !== undefined ? `${channel}/${ts}` : undefined;
  const word = error !== undefined && /^[a-z_]{1,60}$/.test(error) ? error : `${answer.status}, no reason given`;
  if (passes(answer) || later.has(word)) throw new Transient(`${who}: ${word}`);
  const about = /^(invalid_blocks|invalid_arguments|msg_too_long|msg_blocks_too_long|no_text)/.test(word)
    ? 'request'
    : 'credential';
  throw new Rejected(`${who}: ${word}; ${advice(word)}`, about);
}

function advice(word: string): string {
  switch (word) {
    case 'not_in_channel':
    case 'channel_not_found':
    case 'is_archived':
      return 'invite the app to a living conversation and store its id';
    case 'missing_scope':
    case 'restricted_action':
      return 'give the app the scope chat:write and leave to post there';
    case 'invalid_blocks':
    case 'msg_too_long':
    case 'no_text':
      return 'Slack refused the message itself; please report it as a bug';
    default:
      return 'install the app again and store its new bot token';
  }
}

function read(text: string): z.output<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    // A page instead of an answer: the status is all there is.
    return { ok: false };
  }
}
