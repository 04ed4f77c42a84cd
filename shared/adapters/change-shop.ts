import type { Shop } from '../domain/shop.ts';
import { channelGaps, secretOf, type ChannelEntry } from './channel-schema.ts';
import { complaints } from './complaint.ts';
import { entryOf, toShop } from './shop-entry.ts';
import { channelSecrets, type ShopFile } from './shop-file.ts';
import { shopSchema, type Known, type ShopEntry } from './shop-schema.ts';

/** One field of a shop's entry and what it shall be; undefined takes it away. `quietHours.from` names a part of one. */
export interface FieldChange {
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface ChangedShop extends Pick<ShopFile, 'channelSecrets' | 'secondKeys'> {
  readonly shop: Shop;
}

/** What TikTok says of a shop, and what its keys in the table are: they come with a consent, not by hand. */
const fixed: ReadonlySet<string> = new Set([
  'id',
  'market',
  'sellerType',
  'seller',
  'cipher',
  'connectedAt',
  'deauthorized',
]);

/**
 * The shop with these changes, checked as a whole; what is secret of them comes apart. Throws an error that lists every
 * problem with its path, what is wrong and an example.
 */
export function changeShop(shop: Shop, changes: readonly FieldChange[], known: Known): ChangedShop {
  const entry: Record<string, unknown> = structuredClone(entryOf(shop));
  for (const { path, value } of changes) {
    const [field = ''] = path;
    if (fixed.has(field))
      throw new Error(`the change cannot be used:\n  ${field}: comes from TikTok and cannot be set`);
    setIn(entry, path, value);
  }
  const checked = shopSchema(known).safeParse(entry);
  if (!checked.success) throw complaints('the change', checked.error);
  const missing = missingSecrets(checked.data, shop, known);
  if (missing.length > 0) throw new Error(`the change cannot be used:\n${missing.join('\n')}`);
  const { secondOpinion } = checked.data;
  const secrets = channelSecrets(checked.data).filter(({ secret }) => secret !== '{}');
  const key = secondOpinion?.key;
  return {
    shop: toShop(checked.data, shop.seller),
    channelSecrets: secrets,
    secondKeys: key === undefined ? [] : [{ shop: shop.id, key }],
  };
}

/** Of what is new, and of what is given anew: half a secret would take the place of a whole one. */
function missingSecrets(
  { channels = [], slack, secondOpinion }: ShopEntry,
  shop: Shop,
  known: Known,
): readonly string[] {
  const old = new Set(shop.channels?.map(({ id }) => id));
  const isKept = (entry: ChannelEntry): boolean => old.has(entry.id) && Object.keys(secretOf(entry)).length === 0;
  const gaps = channelGaps(channels, known.channels).filter(({ path: [place] }) => {
    const entry = channels[Number(place)];
    return entry !== undefined && !isKept(entry);
  });
  return [
    ...gaps.map(
      ({ path: [place, ...field], message }) => `  channels[${String(place)}].${field.join('.')}: ${message}`,
    ),
    ...(slack && !shop.slack && slack.url === undefined
      ? ['  slack.url: is missing; for example "https://hooks.slack.com/services/…"']
      : []),
    ...(secondOpinion && !shop.secondOpinion && secondOpinion.key === undefined
      ? ['  secondOpinion.key: is missing; for example "the key from the service’s console"']
      : []),
  ];
}

function setIn(part: Record<string, unknown>, [field = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    const inner = isRecord(part[field]) ? part[field] : {};
    setIn(inner, rest, value);
    part[field] = inner;
  } else if (value === undefined) Reflect.deleteProperty(part, field);
  else part[field] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
