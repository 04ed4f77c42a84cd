import * as z from 'zod';
import type { Seller, Shop } from '../domain/shop.ts';
import type { SellerCredentials, Tokens } from '../ports/credentials.ts';
import { channelGaps, secretOf, type ChannelKinds } from './channel-schema.ts';
import { complaints, expects } from './complaint.ts';
import { toShop } from './shop-entry.ts';
import type { Known, ShopEntry } from './shop-schema.ts';
import { idSchema, shopSchema, textSchema, timeSchema } from './shop-schema.ts';

/** Shops to watch, and apart from them what must be kept secret. */
export interface ShopFile {
  readonly shops: readonly Shop[];
  readonly apps: readonly { readonly appKey: string; readonly appSecret: string }[];
  readonly sellers: readonly {
    readonly seller: Seller;
    readonly tokens: Tokens;
    readonly credentials: SellerCredentials;
  }[];
  /** Of the shops' channels; `place` as in `Channel.secret`. */
  readonly channelSecrets: readonly { readonly shop: string; readonly place: string; readonly secret: string }[];
  /** Keys of the shops' second sources of traces. */
  readonly secondKeys: readonly { readonly shop: string; readonly key: string }[];
}

const appSchema = z.strictObject(
  { appKey: idSchema('"6a7b8c9d0e"'), appSecret: textSchema('"the secret from Partner Center"') },
  expects('must be an object', '{"appKey": "6a7b8c9d0e", "appSecret": "…"}'),
);

const sellerSchema = z.strictObject(
  {
    appKey: idSchema('"6a7b8c9d0e"'),
    openId: idSchema('"7010736057180325637"'),
    accessToken: textSchema('"TTP_…"'),
    accessExpiresAt: timeSchema('"2026-01-12T11:05:00Z"').exactOptional(),
    refreshToken: textSchema('"TTP_…"'),
    refreshExpiresAt: timeSchema('"2026-12-31T00:00:00Z"').exactOptional(),
  },
  expects('must be an object', '{"appKey": "6a7b8c9d0e", "openId": "701…", "accessToken": "…", "refreshToken": "…"}'),
);

type SellerEntry = z.output<typeof sellerSchema>;

/**
 * Reads a shop file: JSON with `apps`, `sellers` and `shops`. The error lists every problem with its path, what is
 * wrong and an example; it never repeats a secret or an address.
 */
export function parseShopFile(text: string, known: Known): ShopFile {
  const checked = fileSchema(known).safeParse(parseJson('the shop file', text));
  if (!checked.success) throw complaints('the shop file', checked.error);
  const { apps, sellers, shops } = checked.data;
  return {
    shops: shops.map((entry) => toShop(entry, sellerOf(entry, sellers))),
    apps,
    sellers: sellers.map(({ appKey, openId, accessToken, refreshToken, ...credentials }) => ({
      seller: { appKey, openId },
      tokens: { accessToken, refreshToken },
      credentials,
    })),
    channelSecrets: shops.flatMap(channelSecrets),
    secondKeys: shops.flatMap(({ id, secondOpinion: second }) =>
      second?.key === undefined ? [] : [{ shop: id, key: second.key }],
    ),
  };
}

/** What is secret of a shop's channels, apart from the shop. */
export function channelSecrets({ id: shop, slack, channels = [] }: ShopEntry): ShopFile['channelSecrets'] {
  const webhook = slack?.url === undefined ? [] : [{ shop, place: 'slack', secret: slack.url }];
  const listed = channels.map((entry) => ({
    shop,
    place: `channels/${entry.id}`,
    secret: JSON.stringify(secretOf(entry)),
  }));
  return [...webhook, ...listed];
}

/** Reads one shop as the table keeps it: an entry of the file's `shops` that names its seller in full. */
export function parseShop(text: string, known: Known): Shop {
  const checked = shopSchema(known).safeParse(parseJson('the shop', text));
  if (!checked.success) throw complaints('the shop', checked.error);
  const { seller } = checked.data;
  if (typeof seller === 'string') {
    throw new Error('the shop cannot be used:\n  seller: must be {"appKey": …, "openId": …} outside of a shop file');
  }
  return toShop(checked.data, seller);
}

function fileSchema(known: Known) {
  return z
    .strictObject(
      {
        apps: z.array(appSchema, expects('must be a list', '[{"appKey": "…", "appSecret": "…"}]')),
        sellers: z.array(sellerSchema, expects('must be a list', '[{"appKey": "…", "openId": "…", …}]')),
        shops: z
          .array(shopSchema(known), expects('must be a list', '[{"id": "7495510238846614801", …}]'))
          .min(1, expects('names no shop to watch', '[{"id": "7495510238846614801", …}]')),
      },
      expects('must be an object', '{"apps": […], "sellers": […], "shops": […]}'),
    )
    .superRefine((file, issues) => {
      checkReferences(file, issues);
      checkChannels(file.shops, known.channels, issues);
    });
}

function checkReferences(
  file: { apps: { appKey: string }[]; sellers: SellerEntry[]; shops: ShopEntry[] },
  issues: z.core.$RefinementCtx,
): void {
  function complain(path: (string | number)[], message: string): void {
    issues.addIssue({ code: 'custom', path, message });
  }
  file.sellers.forEach(({ appKey, openId }, place) => {
    if (!file.apps.some((app) => app.appKey === appKey)) {
      complain(
        ['sellers', place, 'appKey'],
        `"${appKey}" is not among the apps; for example add {"appKey": "${appKey}", "appSecret": "…"} to apps`,
      );
    }
    if (file.sellers.findIndex((other) => other.openId === openId) < place) {
      complain(['sellers', place, 'openId'], `"${openId}" is there twice; for example leave the older one out`);
    }
  });
  file.shops.forEach((shop, place) => {
    if (!findSeller(shop, file.sellers)) {
      complain(
        ['shops', place, 'seller'],
        'is not the openId of one of the sellers; for example "7010736057180325637"',
      );
    }
    if (shop.slack && shop.slack.url === undefined) {
      complain(['shops', place, 'slack', 'url'], 'is missing; for example "https://hooks.slack.com/services/…"');
    }
    if (shop.secondOpinion && shop.secondOpinion.key === undefined) {
      complain(
        ['shops', place, 'secondOpinion', 'key'],
        'is missing; for example "the key from the service’s console"',
      );
    }
    if (file.shops.findIndex(({ id }) => id === shop.id) < place) {
      complain(['shops', place, 'id'], `"${shop.id}" is there twice; for example leave the older one out`);
    }
  });
}

function checkChannels(shops: readonly ShopEntry[], kinds: ChannelKinds, issues: z.core.$RefinementCtx): void {
  shops.forEach(({ channels = [] }, shop) => {
    for (const { path, message } of channelGaps(channels, kinds)) {
      issues.addIssue({ code: 'custom', path: ['shops', shop, 'channels', ...path], message });
    }
  });
}

function findSeller({ seller }: Pick<ShopEntry, 'seller'>, sellers: readonly SellerEntry[]): SellerEntry | undefined {
  const openId = typeof seller === 'string' ? seller : seller.openId;
  return sellers.find((known) => known.openId === openId);
}

function sellerOf(entry: ShopEntry, sellers: readonly SellerEntry[]): Seller {
  const found = findSeller(entry, sellers);
  if (!found) throw new Error(`shop ${entry.id}: the schema lets an unknown seller pass`);
  return { appKey: found.appKey, openId: found.openId };
}

function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text around the mistake, and that may be a secret.
    throw new Error(
      `${what} is not JSON; for example {"id": "7495510238846614801", …} in double quotes, no last comma`,
    );
  }
}
