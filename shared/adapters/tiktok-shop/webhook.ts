import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { instant } from '../../domain/time.ts';
import type { SellerVault } from '../../ports/credentials.ts';
import type { News, NewsKind, ReadWebhook, Webhooks } from '../../ports/webhooks.ts';
import { misfits } from '../domain-schema.ts';

/** Types of notifications that say something about an order or the authorization (official, 2025-12). */
const kinds: Readonly<Record<number, NewsKind>> = {
  1: 'order-status',
  3: 'address',
  4: 'package',
  6: 'deauthorization',
  7: 'authorization-expiring',
  11: 'cancellation',
};

const notification = z.object({
  type: z.int(),
  // The documented sample of an address update has none.
  tts_notification_id: z.string().min(1).max(100).optional(),
  shop_id: z.string().min(1).max(100).optional(),
  seller_open_id: z.string().min(1).max(200).optional(),
  timestamp: z.int().min(1_000_000_000).max(9_999_999_999),
});

/** Reads what TikTok posts, by the secret of the app that the address names. */
export function tiktokWebhooks(vault: Pick<SellerVault, 'readAppSecret'>): Webhooks {
  return {
    async read(app, { headers, body }) {
      const secret = isAppKey(app) ? await vault.readAppSecret(app) : undefined;
      // An unknown app takes as long as a wrong signature.
      const isSigned = isSignedBy(app, secret ?? 'nobody', body, headers['authorization'] ?? '');
      return secret !== undefined && isSigned ? readNotification(body) : { is: 'refused' };
    },
  };
}

/** Part of a parameter's name, so nothing else may stand in it. */
function isAppKey(app: string): boolean {
  return /^[\w.-]{1,60}$/.test(app);
}

/**
 * `Authorization` is the HMAC-SHA256 of app key and raw body in hex (two independent SDKs agree; TikTok's guide only
 * names the header). Compared in constant time.
 */
function isSignedBy(app: string, secret: string, body: Uint8Array, signature: string): boolean {
  const wanted = createHmac('sha256', secret).update(app).update(body).digest();
  const given = Buffer.from(/^[\da-f]{64}$/.test(signature) ? signature : '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function readNotification(body: Uint8Array): ReadWebhook {
  const parsed = notification.safeParse(json(body));
  if (!parsed.success) return { is: 'malformed', paths: [misfits(parsed.error)] };
  const { type, tts_notification_id: id, shop_id: shop, seller_open_id: seller, timestamp } = parsed.data;
  const news: News = {
    id: id ?? createHash('sha256').update(body).digest('hex'),
    kind: kinds[type] ?? 'other',
    ...(shop !== undefined && { shop }),
    ...(seller !== undefined && { seller }),
    at: instant(timestamp * 1_000),
  };
  return { is: 'news', news };
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // Recovery: the schema says that the whole does not fit.
    return undefined;
  }
}
