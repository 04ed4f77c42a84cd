import type { ChannelKind } from './channels/channel.ts';
import { channels } from './channels/registry.ts';
import { checkCards } from './checks/registry.ts';
import { remedies } from './remedies/registry.ts';
import { knownToShops as knownPolicies } from './policies/registry.ts';

const secrets = Object.entries<ChannelKind>(channels).flatMap(([kind, { secret }]) =>
  secret ? [[kind, secret] as const] : [],
);

/** What the configuration of a shop may name: packs, countries, checks, remedies, and kinds of channels with their secrets' fields. */
export const knownToShops = {
  ...knownPolicies,
  channels: Object.fromEntries(secrets),
  checks: checkCards.map(({ id }) => id),
  remedies: remedies.map(({ id }) => id),
};
