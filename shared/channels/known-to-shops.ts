import { knownToShops as knownPolicies } from '../policies/registry.ts';
import type { ChannelKind } from './channel.ts';
import { channels } from './registry.ts';

const secrets = Object.entries<ChannelKind>(channels).flatMap(([kind, { secret }]) =>
  secret ? [[kind, secret] as const] : [],
);

/** What the configuration of a shop may name: packs, countries, and kinds of channels with the fields of their secrets. */
export const knownToShops = { ...knownPolicies, channels: Object.fromEntries(secrets) };
