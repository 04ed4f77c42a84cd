import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { html } from '../html.ts';
import { jsonBody } from './json-body.ts';
import { minute } from './rate-limit.ts';
import type { Receiver } from './receiver.ts';
import { isSameText } from './same-text.ts';

const findings = z.array(z.looseObject({ headline: z.string(), timing: z.string() }));
const known = { v: z.literal(1), id: z.string(), title: z.string() };

const bodySchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...known, kind: z.enum(['first-look', 'sweep', 'backfill']), findings }),
  z.looseObject({ ...known, kind: z.literal('daily'), urgent: findings }),
  z.looseObject({ ...known, kind: z.literal('weekly') }),
]);

/** Longer than that ago, a request may be a recording. */
const patience = 5 * minute;

/** What somebody's own system does: takes each notice once, if it is signed and fresh. */
export function webhookReceiver(): Receiver {
  const key = randomBytes(24).toString('hex');
  const taken = new Set<string>();
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
      if (!document) return { reply: { status: 400, body: 'no notice, digest or report of version 1' } };
      if (taken.has(document.id)) return { reply: { status: 200, body: 'known already' } };
      taken.add(document.id);
      return {
        reply: { status: 200, body: 'ok' },
        taken: {
          title: document.title,
          text: findingsIn(document)
            .map(({ headline, timing }) => `${headline}: ${timing}`)
            .join('; '),
          html: html`<pre>${JSON.stringify(JSON.parse(body), undefined, 2)}</pre>`,
          payload: JSON.parse(body) as unknown,
        },
      };
    },
  };
}

function findingsIn(document: z.output<typeof bodySchema>): z.output<typeof findings> {
  switch (document.kind) {
    case 'daily':
      return document.urgent;
    case 'weekly':
      return [];
    default:
      return document.findings;
  }
}
