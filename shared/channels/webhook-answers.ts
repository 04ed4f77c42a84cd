import { receiversOf } from '../domain/shop.ts';
import type { Answers, ReadAnswer } from '../ports/answers.ts';
import type { ChannelParts } from './channel.ts';
import { readSecret } from './secret.ts';
import { isSigned } from './signed-post.ts';
import { RemediationAnswer } from './webhook/remediation-document.ts';
import { WebhookSecret } from './webhook-secret.ts';

const refused: ReadAnswer = { is: 'refused' };

/** Signed with the secret of the webhook that got the request, in the same way, at most five minutes ago. */
export function webhookAnswers({ vault, clock }: Pick<ChannelParts, 'vault' | 'clock'>): Answers {
  return {
    async read(shop, id, { headers, body }) {
      const receiver = receiversOf(shop).find(({ channel }) => channel.id === id && channel.kind === 'webhook');
      if (!receiver?.hears?.remedies) return refused;
      const { secret } = await readSecret(vault, { shop, channel: receiver.channel }, 'Webhook', WebhookSecret);
      const sign = { timestamp: headers['tidewatch-timestamp'], signature: headers['tidewatch-signature'] };
      if (!isSigned(body, sign, secret, clock.wall())) return refused;
      const read = RemediationAnswer.safeParse(json(body));
      if (!read.success)
        return { is: 'malformed', paths: read.error.issues.map(({ path }) => path.join('.') || 'the whole') };
      const { request, outcome, reference } = read.data;
      return { is: 'answer', answer: { request, outcome, ...(reference !== undefined && { reference }) } };
    },
  };
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // Recovery: the schema says that the whole does not fit.
    return undefined;
  }
}
