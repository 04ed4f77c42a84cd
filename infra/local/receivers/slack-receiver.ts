import { renderSlack } from './slack-rendering.ts';
import { readSlackPayload, type SlackPayload } from './slack-message.ts';
import type { Receiver, Taken } from './receiver.ts';

/** Slack's incoming webhooks: the address is all the secret there is. */
export function slackReceiver(): Receiver {
  return {
    kind: 'slack',
    label: 'Slack',
    secret: (at) => at,
    take({ body }) {
      const payload = readSlackPayload(body);
      if ('refused' in payload) return { reply: { status: 400, body: payload.refused } };
      return { reply: { status: 200, body: 'ok' }, taken: slackTaken(payload) };
    },
  };
}

export function slackTaken(payload: SlackPayload): Taken {
  const sections = payload.blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : []));
  return {
    title: payload.text,
    text: sections
      .join(' ')
      .replace(/<[^|>]+\|([^>]*)>/g, '$1')
      .replace(/[*`]/g, ''),
    html: renderSlack(payload),
    payload,
  };
}
