import { createHmac } from 'node:crypto';
import { diceAt } from '../../infra/local/simulator/random.ts';

export interface Notification {
  readonly body: string;
  readonly authorization: string;
  readonly isForged: boolean;
}

export interface Storm {
  readonly app: string;
  readonly secret: string;
  /** Genuine ones are about the orders of this shop, forged ones about those of the other. */
  readonly shop: string;
  readonly other: string;
  readonly orders: readonly string[];
  readonly count: number;
  /** Epoch seconds. */
  readonly now: number;
}

/** As many notifications as told: 30 % of them sent before, 5 % forged, all in no order. */
export function aStorm({ app, secret, shop, other, orders, count, now }: Storm): readonly Notification[] {
  const forged = Math.round(count * 0.05);
  const repeated = Math.round(count * 0.3);
  const first = Array.from({ length: count - forged - repeated }, (_, place) =>
    notification({ app, secret, shop, order: orders[place % orders.length] ?? '', id: `n${place}`, now }),
  );
  const again = Array.from({ length: repeated }, (_, place) => first[place % first.length]).filter(
    (one) => one !== undefined,
  );
  const lies = Array.from({ length: forged }, (_, place) => ({
    ...notification({ app, secret: 'not the secret', shop: other, order: '1', id: `f${place}`, now }),
    isForged: true,
  }));
  return [...first, ...again, ...lies]
    .map((one, place) => ({ one, roll: diceAt(3, place).roll() }))
    .toSorted((one, two) => one.roll - two.roll)
    .map(({ one }) => one);
}

interface Told {
  readonly app: string;
  readonly secret: string;
  readonly shop: string;
  readonly order: string;
  readonly id: string;
  readonly now: number;
}

function notification({ app, secret, shop, order, id, now }: Told): Notification {
  const data = { order_id: order, order_status: 'IN_TRANSIT', is_on_hold_order: false, update_time: now };
  const body = JSON.stringify({ type: 1, tts_notification_id: id, shop_id: shop, timestamp: now, data });
  return { body, authorization: createHmac('sha256', secret).update(`${app}${body}`).digest('hex'), isForged: false };
}

/** How a notification was answered, and after how many milliseconds. */
export interface Answered extends Notification {
  readonly status: number;
  readonly took: number;
}

/** The same again for what was turned away in a flood, as TikTok sends it again: how each was answered in the end. */
export async function pouredUntilHeard(
  storm: readonly Notification[],
  url: string,
  perSecond: number,
): Promise<readonly Answered[]> {
  const answers = await poured(storm, url, perSecond);
  const refused = answers.filter(({ status }) => status === 429);
  const heard = answers.filter(({ status }) => status !== 429);
  return refused.length === 0 ? heard : [...heard, ...(await pouredUntilHeard(refused, url, perSecond))];
}

/** How each was answered; so many a second, as they would come. */
export async function poured(
  storm: readonly Notification[],
  url: string,
  perSecond: number,
): Promise<readonly Answered[]> {
  const startedAt = performance.now();
  return await Promise.all(
    storm.map(async ({ body, authorization, isForged }, place) => {
      const due = (place / perSecond) * 1_000 - (performance.now() - startedAt);
      await new Promise((resolve) => {
        setTimeout(resolve, Math.max(0, due));
      });
      const sentAt = performance.now();
      const { status } = await fetch(url, { method: 'POST', body, headers: { authorization } });
      return { body, authorization, isForged, status, took: performance.now() - sentAt };
    }),
  );
}
