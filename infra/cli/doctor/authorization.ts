import { credentialsOf, type Authorization } from '../../../shared/domain/credential.ts';
import type { Seller, Shop } from '../../../shared/domain/shop.ts';
import { isPast, type Duration, type Instant } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import { credentialHealth } from './credential-health.ts';
import { examination, type Diagnosis } from './examination.ts';

interface Seen {
  readonly seller: Seller;
  /** One of the seller's shops. */
  readonly shop: Shop;
  readonly known: Authorization;
  readonly hasTokens: boolean;
  readonly hasAppSecret: boolean;
}

/** Does TikTok let us in, and for how long? One authorization covers all shops of a seller. */
export const authorization = examination({
  id: 'authorization',
  look: async ({ shops, sellers, vault }) =>
    Promise.all(
      onePerSeller(shops).map(async (shop): Promise<Seen> => {
        const { seller } = shop;
        const [known, tokens, secret] = await Promise.all([
          sellers.read(seller),
          vault.readTokens(seller),
          vault.readAppSecret(seller.appKey),
        ]);
        return { seller, shop, known, hasTokens: tokens !== undefined, hasAppSecret: secret !== undefined };
      }),
    ),
  judge: (seen, { now }) => seen.flatMap((one) => judgeSeller(one, now)),
});

const connect = 'Let the seller consent anew: npx tidewatch shop connect.';

function judgeSeller({ seller: { appKey, openId }, shop, known, ...has }: Seen, now: Instant): readonly Diagnosis[] {
  const about = `seller ${openId}`;
  if (!has.hasAppSecret)
    return [
      {
        about,
        health: 'bad',
        what: `No secret of the app ${appKey} is stored.`,
        toDo: `Register the app with its secret: npx tidewatch app add ${appKey} --link URL.`,
      },
    ];
  if (!has.hasTokens) return [{ about, health: 'bad', what: 'No tokens are stored.', toDo: connect }];
  const judged = credentialsOf([], known).map((credential) => credentialHealth(credential, shop, now).health);
  const [token = 'unknown', consent = 'unknown'] = judged;
  return [
    { about, health: token, what: tokenText(known, now), ...(token !== 'ok' && { toDo: connect }) },
    { about, health: consent, what: consentText(known, now), ...(consent !== 'ok' && { toDo: consentToDo(known) }) },
  ];
}

function tokenText({ accessExpiresAt: end, refusedSince }: Authorization, now: Instant): string {
  if (refusedSince !== undefined) return `TikTok has refused to renew the access token for ${span(refusedSince, now)}.`;
  if (end === undefined) return 'The access token works until TikTok says otherwise: its end is not known.';
  return isPast(end, now)
    ? `The access token ended ${span(end, now)} ago.`
    : `The access token is good for ${span(now, end)} and renews itself.`;
}

function consentText({ refreshExpiresAt: end }: Authorization, now: Instant): string {
  if (end === undefined) return 'Nobody knows when the authorization ends.';
  return isPast(end, now)
    ? `The authorization ended ${span(end, now)} ago.`
    : `The authorization is good for ${span(now, end)}.`;
}

function consentToDo({ refreshExpiresAt }: Authorization): string {
  return refreshExpiresAt === undefined ? 'It is noted when the token is renewed next: look again tomorrow.' : connect;
}

function span(from: Instant, to: Instant): string {
  return en.duration((to - from) as Duration);
}

function onePerSeller(shops: readonly Shop[]): readonly Shop[] {
  return [...new Map(shops.map((shop) => [`${shop.seller.appKey}#${shop.seller.openId}`, shop])).values()];
}
