import { codes, Refused } from '../refused.ts';
import type { WireRequest } from '../signature.ts';
import type { TokenPair } from '../tokens.ts';
import type { World } from '../world.ts';
import type { Served } from './parameters.ts';

/** GET /api/v2/token/get and /api/v2/token/refresh: unsigned, everything in the query. Throws Refused. */
export function grantToken(request: WireRequest, world: World): Served {
  if (request.path !== '/api/v2/token/get' && request.path !== '/api/v2/token/refresh') {
    throw new Refused(codes.unknownPath, 'Unknown path.');
  }
  if (request.method !== 'GET') throw new Refused(codes.methodNotAllowed, 'Method not allowed.');
  const { query } = request;
  if (query.get('app_key') !== world.secrets.appKey || query.get('app_secret') !== world.secrets.appSecret) {
    throw new Refused(codes.badRequest, 'Invalid app_key or app_secret.');
  }
  return { data: grantFields(granted(request, world), world) };
}

function granted({ path, query }: WireRequest, world: World): TokenPair {
  // The literal really is `authorized_code`, not the usual `authorization_code`.
  const kind = path === '/api/v2/token/get' ? 'authorized_code' : 'refresh_token';
  if (query.get('grant_type') !== kind) throw new Refused(codes.badGrant, 'grant_type is invalid');
  if (kind === 'authorized_code') return world.tokens.redeem(query.get('auth_code') ?? '');
  if (world.faults.strike('refused-refresh', { endpoint: 'token', shop: undefined }) !== undefined) {
    throw new Refused(codes.badRefreshToken, 'refresh token is invalid or expired');
  }
  return world.tokens.refresh(query.get('refresh_token') ?? '');
}

function grantFields(pair: TokenPair, { secrets, sellerName, scopes }: World): Record<string, unknown> {
  return {
    access_token: pair.accessToken,
    access_token_expire_in: pair.accessExpiresAt,
    refresh_token: pair.refreshToken,
    refresh_token_expire_in: pair.refreshExpiresAt,
    open_id: secrets.openId,
    seller_name: sellerName,
    seller_base_region: 'CN',
    user_type: 0,
    granted_scopes: scopes,
  };
}
