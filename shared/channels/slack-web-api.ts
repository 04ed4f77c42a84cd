import * as z from 'zod';
import { Rejected, Transient } from '../ports/errors.ts';
import { passes, postJson } from './post-json.ts';

/** Where Slack's Web API is asked, and by whose token. */
export interface SlackAccess {
  readonly token: string;
  readonly url?: string | undefined;
}

/** What became of a call: `<conversation>/<ts>` of the message, or Slack's single word for why not. */
export type SlackAnswer = { readonly reference: string | undefined } | { readonly refused: string };

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

/** Token, scope or conversation is at fault, so no other message would get through (the same page). */
const closed =
  /auth|token|scope|permission|access|not_in_channel|channel_not_found|is_archived|restricted_action|account_inactive|no reason/;

/** Slack answers 200 whatever happens; `error` is a single word. Throws Transient for what passes. */
export async function callSlack(
  who: string,
  { token, url = 'https://slack.com/api' }: SlackAccess,
  method: 'chat.postMessage' | 'chat.update',
  body: object,
): Promise<SlackAnswer> {
  const answer = await postJson(who, `${url}/${method}`, JSON.stringify(body), { authorization: `Bearer ${token}` });
  const { ok, error, channel, ts } = read(answer.text);
  if (ok) return { reference: channel !== undefined && ts !== undefined ? `${channel}/${ts}` : undefined };
  const word = error !== undefined && /^[a-z_]{1,60}$/.test(error) ? error : `${answer.status}, no reason given`;
  if (passes(answer) || later.has(word)) throw new Transient(`${who}: ${word}`);
  return { refused: word };
}

export function slackRefusal(who: string, word: string): Rejected {
  return new Rejected(`${who}: ${word}; ${advice(word)}`, closed.test(word) ? 'credential' : 'request');
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
    default:
      return closed.test(word)
        ? 'install the app again and store its new bot token'
        : 'Slack refused the message itself; please report it as a bug';
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
