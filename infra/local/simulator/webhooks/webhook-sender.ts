import { hours, minutes } from '../../../../shared/domain/time.ts';
import type { Unix } from '../life.ts';
import { diceAt } from '../random.ts';
import type { ShopWorld, World } from '../world.ts';
import { deliver, type Delivery } from './deliver.ts';
import { eventsBetween, notificationId, type WorldEvent } from './events-between.ts';
import { warningsBetween } from './warnings-between.ts';
import { noWebhookFaults, type WebhookFaults } from './webhook-faults.ts';

export interface WebhookSender {
  readonly faults: WebhookFaults;
  /** Tries that were answered, that were not, and notifications given up after the last of them. */
  readonly counts: { answered: number; unanswered: number; givenUp: number };
  /** Tells what has happened since the last look. Resolves when each has been tried once. */
  look(): Promise<void>;
  /** Tells at once every shop's address that is registered for it. Resolves when each has been tried once. */
  announce(event: WorldEvent): Promise<void>;
  /** What still waits to be sent is forgotten. */
  stop(): void;
}

/** After these waits a notification is sent again, then never (guide "Webhooks", 2025-12). */
const waits = [minutes(2), minutes(30), hours(3), hours(12)];

/** The world follows the clock by itself: how often somebody looks what has happened. */
const lookEvery = 2_000;

/** As many at once as the rate of a storm asks for, and fewer than a function's address takes. */
const atOnce = 20;

/**
 * Tells registered addresses what happens in the world, from their registration on. Where nothing is registered
 * nothing is looked for. `haste` divides the waits between tries.
 */
export function webhookSender(world: World, haste: number): WebhookSender {
  const faults = noWebhookFaults();
  const counts = { answered: 0, unanswered: 0, givenUp: 0 };
  const timers = new Set<NodeJS.Timeout>();
  let seen = world.now();
  function later(wait: number, act: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void act();
    }, wait).unref();
    timers.add(timer);
  }
  async function send(delivery: Delivery, tries = 0): Promise<void> {
    if (await deliver(delivery, world.secrets)) {
      counts.answered += 1;
      return;
    }
    counts.unanswered += 1;
    const wait = waits[tries];
    if (wait === undefined) counts.givenUp += 1;
    else later(wait / haste, () => send(delivery, tries + 1));
  }
  async function look(): Promise<void> {
    const [from, to] = [seen, world.now()];
    seen = to;
    if (to <= from || faults.lost) return;
    await tell(world.shops.flatMap((shop) => deliveriesOf(shop, world, { from, to })));
  }
  async function tell(deliveries: readonly Delivery[]): Promise<void> {
    const due = arranged(deliveries, faults);
    if (faults.late > 0) later(faults.late, () => inTurn(due, send));
    else await inTurn(due, send);
  }
  const clock = setInterval(() => void look(), lookEvery).unref();
  return {
    faults,
    counts,
    look,
    async announce(event) {
      if (!faults.lost) await tell(world.shops.flatMap((shop) => deliveryOf(shop, event)));
    },
    stop() {
      clearInterval(clock);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

interface Span {
  readonly from: Unix;
  readonly to: Unix;
}

function deliveriesOf(shop: ShopWorld, { tokens }: World, { from, to }: Span): readonly Delivery[] {
  if (shop.webhooks.size === 0) return [];
  const warnings = warningsBetween(tokens.newest().refreshExpiresAt, from, to);
  return [...warnings, ...eventsBetween(shop, from, to)].flatMap((event) => {
    const registered = shop.webhooks.get(event.event);
    return registered && event.at > registered.createdAt ? deliveryOf(shop, event) : [];
  });
}

function deliveryOf(shop: ShopWorld, event: WorldEvent): readonly Delivery[] {
  const registered = shop.webhooks.get(event.event);
  return registered ? [{ address: registered.address, body: bodyOf(shop.id, event) }] : [];
}

/** Wall time, as every receiver reads it, even where the world stands in another year. */
function bodyOf(shop: string, event: WorldEvent): string {
  const { type, data } = event;
  const timestamp = Math.floor(Date.now() / 1_000);
  return JSON.stringify({ type, tts_notification_id: notificationId(shop, event), shop_id: shop, timestamp, data });
}

function arranged(deliveries: readonly Delivery[], { copies, shuffled }: WebhookFaults): readonly Delivery[] {
  const all = Array.from({ length: copies }, () => deliveries).flat();
  if (!shuffled) return all;
  return all
    .map((one, place) => ({ one, roll: diceAt(5, place).roll() }))
    .toSorted((one, other) => one.roll - other.roll)
    .map(({ one }) => one);
}

async function inTurn(due: readonly Delivery[], send: (delivery: Delivery) => Promise<void>): Promise<void> {
  const waiting = due.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const delivery of waiting) await send(delivery);
    }),
  );
}
