import type * as z from 'zod';
import type { WatchedKey } from '../domain/credential.ts';
import type { House, MailRecipient, SecondOpinion, Seller, Shop } from '../domain/shop.ts';
import type { Duration } from '../domain/time.ts';
import { days, hours, iso } from '../domain/time.ts';
import { toChannel } from './channel-schema.ts';
import { listeningEntry, toListening } from './listening-schema.ts';
import type { ShopEntry, shopSchema } from './shop-schema.ts';
import { zoneOfMarket } from './shop-schema.ts';

/** The shop that an entry describes; what was left out is filled in. */
export function toShop(entry: ShopEntry, seller: Seller): Shop {
  const { id, name, market, sellerType, cipher, locale, slack, packs, article, house, lookEvery } = entry;
  const { approvedCarriers, carriers, correctNumbers, dryRun, attests, secondOpinion, digest, weekly, paused } = entry;
  const recipients = entry.recipients.map(({ id, address, ...own }): MailRecipient => ({
    ...(id !== undefined && { id }),
    address,
    locale: own.locale ?? locale,
    ...toListening(own),
  }));
  const [first] = recipients;
  const operations = entry.operations ?? first;
  const zone = entry.zone ?? zoneOfMarket[market];
  if (!operations || zone === undefined) throw new Error(`shop ${id}: the schema lets nobody or no zone pass`);
  return {
    id,
    name,
    market,
    sellerType,
    zone,
    seller,
    cipher,
    recipients,
    ...(slack && { slack: { locale: slack.locale ?? locale, ...toListening(slack) } }),
    ...(entry.channels && { channels: entry.channels.map((channel) => toChannel(channel, locale)) }),
    operations: { address: operations.address, locale: operations.locale ?? locale },
    ...(entry.quietHours && { quietHours: entry.quietHours }),
    packs,
    ...(paused && { paused }),
    ...toConsent(entry),
    ...(article && { article }),
    ...(house && { house }),
    ...(approvedCarriers && { approvedCarriers }),
    ...(carriers && { carriers: carriers.map((one) => ({ ...one, locale: one.locale ?? locale })) }),
    ...(correctNumbers && { correctNumbers }),
    ...(dryRun && { dryRun }),
    ...(attests && { attests }),
    ...(secondOpinion && { secondOpinion: toSecondOpinion(secondOpinion) }),
    credentials: entry.credentials.map(({ life, ...key }): WatchedKey => ({
      ...key,
      ...(life !== undefined && { life: days(life) }),
    })),
    remindAfter: Object.fromEntries(
      Object.entries(entry.remindAfter).map(([severity, count]) => [severity, wholeHours(count)]),
    ),
    lookEvery: wholeHours(lookEvery),
    ...(digest !== undefined && { digest }),
    ...(weekly && { weekly }),
  };
}

function toConsent({
  connectedAt,
  leaving,
  deauthorized,
}: ShopEntry): Pick<Shop, 'connectedAt' | 'leaving' | 'deauthorized'> {
  return {
    ...(connectedAt !== undefined && { connectedAt }),
    ...(leaving && { leaving }),
    ...(deauthorized !== undefined && { deauthorized }),
  };
}

/** Its key is kept with the secrets. */
function toSecondOpinion({ source, dailyRegistrations }: NonNullable<ShopEntry['secondOpinion']>): SecondOpinion {
  return { source, dailyRegistrations };
}

/** The entry that `toShop` turns into this shop again: what the table keeps and people edit there. */
export function entryOf(shop: Shop): z.input<ReturnType<typeof shopSchema>> {
  const {
    credentials,
    remindAfter,
    lookEvery,
    connectedAt,
    leaving,
    deauthorized,
    recipients,
    slack,
    packs,
    house,
    approvedCarriers,
    carriers,
    attests,
    dryRun,
    channels,
    ...same
  } = shop;
  return {
    ...same,
    recipients: recipients.map(({ id, address, locale, ...own }) => ({
      ...(id !== undefined && { id }),
      address,
      locale,
      ...listeningEntry(own),
    })),
    ...(slack && { slack: { locale: slack.locale, ...listeningEntry(slack) } }),
    packs: [...packs],
    ...(connectedAt !== undefined && { connectedAt: iso(connectedAt) }),
    ...(leaving && { leaving: { since: iso(leaving.since), until: iso(leaving.until) } }),
    ...(deauthorized !== undefined && { deauthorized: iso(deauthorized) }),
    ...(channels && {
      channels: channels.map(({ id, kind, locale, ...own }) => ({ id, kind, locale, ...listeningEntry(own) })),
    }),
    ...(house && { house: houseEntry(house) }),
    ...(approvedCarriers && { approvedCarriers: [...approvedCarriers] }),
    ...(carriers && { carriers: [...carriers] }),
    ...(attests && { attests: [...attests] }),
    ...(dryRun && { dryRun: [...dryRun] }),
    credentials: credentials.map(({ id, name, kind, issuedAt, life, owner, carriers }) => ({
      id,
      name,
      kind,
      ...(issuedAt !== undefined && { issuedAt: new Date(issuedAt).toISOString() }),
      ...(life !== undefined && { life: life / days(1) }),
      ...(owner !== undefined && { owner }),
      ...(carriers && { carriers: [...carriers] }),
    })),
    remindAfter: Object.fromEntries(Object.entries(remindAfter).map(([severity, wait]) => [severity, wait / hours(1)])),
    lookEvery: lookEvery / hours(1),
  };
}

/** The same house, in lists of its own. */
function houseEntry({
  daysOff,
  closures,
  ...same
}: House): NonNullable<z.input<ReturnType<typeof shopSchema>>['house']> {
  return { ...same, ...(daysOff && { daysOff: [...daysOff] }), ...(closures && { closures: [...closures] }) };
}

/** Fractions of an hour are welcome, fractions of a millisecond are not. */
function wholeHours(count: number): Duration {
  return Math.round(hours(count)) as Duration;
}
