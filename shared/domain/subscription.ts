/** What TikTok posts of a shop, and where to; one address for each event. */
export interface Registration {
  /** TikTok's name of it: `ORDER_STATUS_CHANGE`. */
  readonly event: string;
  readonly address: string;
}

/**
 * `elsewhere`: TikTok posts it to another address, so not to ours. `needless`: it comes to us and nobody reads it.
 * `foreign`: not watched and not ours, some other system's.
 */
type Standing = 'fine' | 'missing' | 'elsewhere' | 'needless' | 'foreign';

export interface EventStanding {
  readonly event: string;
  readonly is: Standing;
  /** Where it is posted to now. */
  readonly address?: string;
}

/** What hints at news of an order or of the authorization (TikTok's names, official, 2025-12). */
export const watchedEvents: readonly string[] = [
  'ORDER_STATUS_CHANGE',
  'RECIPIENT_ADDRESS_UPDATE',
  'PACKAGE_UPDATE',
  'CANCELLATION_STATUS_CHANGE',
  'SELLER_DEAUTHORIZATION',
  'UPCOMING_AUTHORIZATION_EXPIRATION',
];

/** How each event stands that should come to this address, or is registered: the watched ones first. */
export function standingsOf(wanted: string, registered: readonly Registration[]): readonly EventStanding[] {
  const known = new Map(registered.map(({ event, address }) => [event, address]));
  const watched = watchedEvents.map((event) => standingOf(event, known.get(event), wanted));
  const others = [...known].filter(([event]) => !watchedEvents.includes(event));
  return [
    ...watched,
    ...others.map(([event, address]) => ({ event, is: address === wanted ? 'needless' : 'foreign', address }) as const),
  ];
}

function standingOf(event: string, address: string | undefined, wanted: string): EventStanding {
  if (address === undefined) return { event, is: 'missing' };
  return { event, is: address === wanted ? 'fine' : 'elsewhere', address };
}

/** What a repair would change. */
export function isGap({ is }: EventStanding): boolean {
  return is !== 'fine' && is !== 'foreign';
}

/** TikTok posts to https of a domain, without a port, in 255 characters (official, 2025-12). */
export function isReachable(address: string): boolean {
  if (address.length > 255 || !URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  return protocol === 'https:' && port === '' && /\.[a-z][\da-z-]*$/.test(hostname);
}
