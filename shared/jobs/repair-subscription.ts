import { standingsOf, type EventStanding } from '../domain/subscription.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';

/**
 * Has everything that is watched posted to this address, and nothing else; what other systems registered stays. Tells
 * how things stand afterwards, as TikTok says and not as was asked. What dies in between is finished by a repeat.
 */
export async function repairSubscription(
  address: string,
  subscriptions: Subscriptions,
): Promise<readonly EventStanding[]> {
  for (const standing of standingsOf(address, await subscriptions.list())) await mend(standing, address, subscriptions);
  return standingsOf(address, await subscriptions.list());
}

async function mend({ event, is }: EventStanding, address: string, subscriptions: Subscriptions): Promise<void> {
  switch (is) {
    case 'missing':
    case 'elsewhere':
      return subscriptions.set({ event, address });
    case 'needless':
      return subscriptions.remove(event);
    case 'fine':
    case 'foreign':
  }
}
