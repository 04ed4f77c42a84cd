import * as z from 'zod';
import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import { messagesIn } from '../messages/registry.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import type { ChannelParts } from './channel.ts';
import { noticeView } from './notice-view.ts';
import { passes, postJson } from './post-json.ts';
import { reportView } from './report-view.ts';
import { addressField, readSecret } from './secret.ts';
import { slackMessage } from './slack-blocks.ts';
import type { SlackMessage } from './slack-blocks.ts';
import { slackReport } from './slack-report.ts';

/** The address of an incoming webhook. */
export const SlackSecret = z.object({ url: addressField('https://hooks.slack.com/services/…') });

// Slack takes 50 blocks of 3,000 characters; twenty lines stay readable and far below that.
const room = { perGroup: 6, total: 20, attached: false };

export function renderSlack(request: NotifyRequest): SlackMessage {
  const messages = messagesIn(request.channel.locale);
  return isDigest(request)
    ? slackReport(reportView(request), messages)
    : slackMessage(noticeView(request, room), messages);
}

/** Posts to an incoming webhook, which gives no reference back and takes no idempotency key. */
export function slackSender({ vault }: Pick<ChannelParts, 'vault'>): Sender {
  return {
    kind: 'slack',
    async deliver(notice) {
      const who = `Slack, shop ${notice.shop.id}`;
      const { url } = await readSecret(vault, notice, who, SlackSecret);
      await post(url, renderSlack(notice), who);
      return undefined;
    },
  };
}

async function post(address: string, message: SlackMessage, who: string): Promise<void> {
  const answer = await postJson(who, address, JSON.stringify(message));
  if (answer.status >= 200 && answer.status < 300) return;
  // Slack's errors are single words (api.slack.com, incoming webhooks); anything else is not repeated here.
  const word = /^[a-z_]{1,40}$/.test(answer.text) ? answer.text : 'no reason given';
  if (passes(answer)) throw new Transient(`${who}: ${answer.status} ${word}`);
  const about = answer.status === 400 ? 'request' : 'credential';
  throw new Rejected(`${who}: ${answer.status} ${word}; ${advice(word)}`, about);
}

function advice(word: string): string {
  switch (word) {
    case 'channel_is_archived':
    case 'channel_not_found':
      return 'choose a living channel for the webhook and store its new address';
    case 'action_prohibited':
    case 'posting_to_general_channel_denied':
      return "ask the Slack workspace's owner to let the app post there";
    case 'invalid_payload':
    case 'invalid_blocks':
    case 'no_text':
      return 'Slack refused the message itself; please report it as a bug';
    default:
      return 'make a new incoming webhook in Slack and store its address';
  }
}
