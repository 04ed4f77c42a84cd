import { aSeller } from '../../support/a-shop.ts';
import { daysFromNow } from '../../support/moments.ts';
import { aRawOrder, aRawPage } from './a-raw-order.ts';
import { newTokens } from './a-stall.ts';
import { type Answer, type Seen, ok, refused } from './fake-tiktok.ts';

export const refreshPath = '/api/v2/token/refresh';

/** The expiries of the grant below. */
export const renewed = { accessExpiresAt: daysFromNow(7), refreshExpiresAt: daysFromNow(365) };

export const grant = ok({
  access_token: newTokens.accessToken,
  access_token_expire_in: renewed.accessExpiresAt / 1000,
  refresh_token: newTokens.refreshToken,
  refresh_token_expire_in: renewed.refreshExpiresAt / 1000,
  open_id: aSeller.openId,
});

/** TikTok takes only the new access token, and answers a refresh as told. */
export function takesOnlyNew(refresh: Answer): (request: Seen) => Answer {
  return ({ path, headers }) => {
    if (path === refreshPath) return refresh;
    if (headers['x-tts-access-token'] !== newTokens.accessToken) return refused(105002, 'expired', 401);
    return ok(aRawPage([aRawOrder()]));
  };
}
