import * as z from 'zod';
import { eventNames, isTaken } from '../webhooks/registrations.ts';
import { badParameter, bodyOf } from './parameters.ts';
import type { Served, ShopCall } from './parameters.ts';

const EventBody = z.object({ event_type: z.enum(eventNames) });
const RegistrationBody = EventBody.extend({ address: z.string() });

/** GET /event/202309/webhooks: what the shop itself has registered; the app's own address is not told. */
export function listWebhooks({ shop }: ShopCall): Served {
  const webhooks = [...shop.webhooks].map(([event_type, { address, createdAt, updatedAt }]) => {
    return { event_type, address, create_time: createdAt, update_time: updatedAt };
  });
  return { data: { webhooks, total_count: webhooks.length } };
}

/** PUT /event/202309/webhooks: one address for each event, the last one given. */
export function setWebhook({ shop, now, body }: ShopCall): Served {
  const { address, event_type: event } = bodyOf(RegistrationBody, body);
  if (!isTaken(address)) throw badParameter('address');
  shop.webhooks.set(event, { address, createdAt: shop.webhooks.get(event)?.createdAt ?? now, updatedAt: now });
  return { data: {} };
}

/** DELETE /event/202309/webhooks: a success even where nothing was registered. */
export function removeWebhook({ shop, body }: ShopCall): Served {
  shop.webhooks.delete(bodyOf(EventBody, body).event_type);
  return { data: {} };
}
