import * as z from 'zod';
import { Rejected } from '../../ports/errors.ts';
import type { Subscriptions } from '../../ports/subscriptions.ts';
import type { Client } from './client.ts';
import { fieldPaths } from './field-paths.ts';
import { list } from './field.ts';

const path = '/event/202309/webhooks';
const call = { endpoint: 'webhooks', counts: 'other', path } as const;

const answer = z.object({
  webhooks: list(z.object({ event_type: z.string().min(1), address: z.string() })),
});

/** Get, Update and Delete Shop Webhook 202309. The address that Partner Center has for the whole app is not told. */
export function openSubscriptions(client: Client): Subscriptions {
  return {
    async list() {
      const parsed = answer.safeParse(await client.call({ ...call, method: 'GET' }));
      if (!parsed.success) {
        throw new Rejected(`webhooks: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`);
      }
      return parsed.data.webhooks.map(({ event_type: event, address }) => ({ event, address }));
    },
    async set({ event, address }) {
      await client.call({ ...call, method: 'PUT', body: JSON.stringify({ address, event_type: event }) });
    },
    async remove(event) {
      await client.call({ ...call, method: 'DELETE', body: JSON.stringify({ event_type: event }) });
    },
  };
}
