import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { html } from '../html.ts';
import { jsonBody } from './json-body.ts';
import { minute } from './rate-limit.ts';
import type { Receiver } from './receiver.ts';
import { isSameText } from './same-text.ts';

const bodySchema = z.looseObject({
  v: z.literal(1),
  id: z.string(),
  title: z.string(),
  findings: z.array(z.looseObject({ headline: z.string(), timing: z.string() })),
});

/** Longer than that ago, a request may be a recording. */
const patience = 5 * minute;

/** What somebody's own system does: takes each notice once, if it is signed and fresh. */
export function webhookReceiver(): Receiver {
  const key = randomBytes(24).toString('hex');
  const known = new Set<string>();
  return {
    kind: 'webhook',
    label: 'Webhook',
    secret: (at) => JSON.stringify({ url: at, secret: key }),
    take({ headers, body, at }) {
      const timestamp = String(headers['tidewatch-timestamp'] ?? '');
      const expected = `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
      const isFresh = Math.abs(at.getTime() - Number(timestamp) * 1_000) <= patience;
      if (!isFresh || !isSameText(String(headers['tidewatch-signature'] ?? ''), expected)) {
        return { reply: { status: 401, body: 'signature refused' } };
      }
      const document = jsonBody(bodySchema, body);
      if (!document) return { reply: { status: 400, body: 'not a notice of version 1' } };
      if (known.has(document.id)) return { reply: { status: 200, body: 'known already' } };
      known.add(document.id);
      return {
        reply: { status: 200, body: 'ok' },
        taken: {
          title: document.title,
          text: document.findings.map(({ headline, timing }) => `${headline}: ${timing}`).join('; '),
          html: html`<pre>${JSON.stringify(JSON.parse(body), undefined, 2)}</pre>`,
          payload: JSON.parse(body) as unknown,
        },
      };
    },
  };
}
