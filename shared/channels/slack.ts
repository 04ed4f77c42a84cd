import * as z from 'zod';
import type { NoticeRequest } from '../domain/notice.ts';
import { locales } from '../domain/shop.ts';
import { messagesIn } from '../messages/registry.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { SellerVault } from '../ports/credentials.ts';
import type { Sender } from '../ports/messaging.ts';
import { noticeView } from './notice-view.ts';
import { slackMessage } from './slack-blocks.ts';
import type { SlackMessage } from './slack-blocks.ts';

/** A shop's Slack settings; the webhook's address is a secret and kept apart. */
export const SlackSettings = z.object({ locale: z.enum(locales) });

/** The secret itself. Plain http only on this machine, for a receiver one runs oneself. */
const SlackAddress = z.url({ protocol: /^https?$/ }).refine((url) => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
}, 'must be an https address, e.g. https://hooks.slack.com/services/T000/B000/XXXX');

// Slack takes 50 blocks of 3,000 characters; twenty lines stay readable and far below that.
const room = { perGroup: 6, total: 20, attached: false };
const patience = 10_000;

export function renderSlack(notice: NoticeRequest): SlackMessage {
  return slackMessage(noticeView(notice, room), messagesIn(notice.channel.locale));
}

/** Posts to the shop's incoming webhook, which gives no reference back and takes no idempotency key. */
export function slackSender(vault: Pick<SellerVault, 'readSlackUrl'>): Sender {
  return {
    kind: 'slack',
    async deliver(notice) {
      const address = SlackAddress.safeParse(await vault.readSlackUrl(notice.shop.id));
      if (!address.success) {
        throw new Rejected(`Slack, shop ${notice.shop.id}: no usable webhook address is stored`, 'credential');
      }
      await post(address.data, renderSlack(notice), notice.shop.id);
      return undefined;
    },
  };
}

async function post(address: string, message: SlackMessage, shop: string): Promise<void> {
  let response: Response;
  let answer: string;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    answer = await response.text();
  } catch (error) {
    throw new Transient(`Slack, shop ${shop}: no answer (${causeOf(error)})`);
  }
  if (response.ok) return;
  // Slack's errors are single words (api.slack.com, incoming webhooks); anything else is not repeated here.
  const word = /^[a-z_]{1,40}$/.test(answer) ? answer : 'no reason given';
  if (response.status === 429 || response.status >= 500) {
    throw new Transient(`Slack, shop ${shop}: ${response.status} ${word}`);
  }
  const about = response.status === 400 ? 'request' : 'credential';
  throw new Rejected(`Slack, shop ${shop}: ${response.status} ${word}; ${advice(word)}`, about);
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

/** The code alone: an address in an error text would give the secret away. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
