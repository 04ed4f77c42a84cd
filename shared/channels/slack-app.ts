import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { NotifyRequest } from '../domain/digest.ts';
import { seconds, type Duration } from '../domain/time.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { addressField, keyField, readSecret } from './secret.ts';
import { renderSlack } from './slack.ts';
import { callSlack, slackRefusal, type SlackAnswer } from './slack-web-api.ts';

/** A bot token with the scope `chat:write`, and the id of the conversation the app was invited to. */
export const SlackAppSecret = z.object({
  token: keyField('xoxb-…'),
  conversation: keyField('C0123456789'),
  /** Of Slack's Web API; another one for tries on this machine. */
  url: addressField('https://slack.com/api').exactOptional(),
});

/** People removed the message: there is nothing to answer or to edit (docs.slack.dev, 2026-11). */
const gone = new Set(['message_not_found', 'thread_not_found', 'invalid_thread_ts', 'cant_update_message']);

/** One message a second and conversation (docs.slack.dev, rate limits, 2026-11). */
const rest = seconds(1.1);

/**
 * Posts by `chat.postMessage`. The reference `<conversation>/<ts>` is what `chat.update` and an answer in the thread
 * ask for; it stands in the ledger under the notice's id. There is no idempotency key.
 */
export function slackAppSender(
  { vault }: Pick<ChannelParts, 'vault'>,
  wait: (length: Duration) => Promise<unknown> = pause,
): Sender {
  return {
    kind: 'slack-app',
    async deliver(request) {
      const { who, secret } = await open(request);
      return taken(who, await callSlack(who, secret, 'chat.postMessage', post(request, secret.conversation)));
    },
    threads: {
      async reply(notice, reference) {
        const { who, secret } = await open(notice);
        const [conversation = '', thread_ts] = reference.split('/');
        const message = post(notice, conversation);
        const answer = await callSlack(who, secret, 'chat.postMessage', { ...message, thread_ts });
        const isLost = 'refused' in answer && gone.has(answer.refused);
        taken(who, isLost ? await callSlack(who, secret, 'chat.postMessage', message) : answer);
        await wait(rest);
      },
      async edit(notice, reference) {
        const { who, secret } = await open(notice);
        const [conversation = '', ts] = reference.split('/');
        const answer = await callSlack(who, secret, 'chat.update', { ...post(notice, conversation), ts });
        if (!('refused' in answer && gone.has(answer.refused))) taken(who, answer);
      },
    },
  };

  async function open(request: NotifyRequest) {
    const who = `Slack app, shop ${request.shop.id}`;
    return { who, secret: await readSecret(vault, request, who, SlackAppSecret) };
  }
}

function post(request: NotifyRequest, channel: string): object {
  return { channel, ...renderSlack(request) };
}

function taken(who: string, answer: SlackAnswer): string | undefined {
  if ('refused' in answer) throw slackRefusal(who, answer.refused);
  return answer.reference;
}
