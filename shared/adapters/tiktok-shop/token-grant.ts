import * as z from 'zod';
import { instant } from '../../domain/time.ts';
import type { TokenGrant } from '../../ports/credentials.ts';
import { Rejected } from '../../ports/errors.ts';
import { exchange } from './exchange.ts';
import { fieldPaths } from './field-paths.ts';
import type { Patience } from './patience.ts';
import type { Secret } from './secret.ts';
import type { Tally } from './tally.ts';
import type { Wire } from '../wire.ts';

export type RenewedTokens = Omit<TokenGrant, 'openId'>;

/** The moment of expiry, although it is called `…_expire_in`; a duration (604800) would lie in January 1970. */
const expiry = z
  .int()
  .min(1_000_000_000)
  .max(9_999_999_999)
  .transform((value) => instant(value * 1_000));

const grant = z.object({
  access_token: z.string().min(1),
  access_token_expire_in: expiry,
  refresh_token: z.string().min(1),
  refresh_token_expire_in: expiry,
});

interface GrantRequest {
  readonly appKey: string;
  readonly appSecret: Secret;
  readonly refreshToken: Secret;
}

const endpoint = 'token refresh';

/**
 * GET /api/v2/token/refresh on the auth host: unsigned, everything in the query. Throws Transient, or Rejected when
 * the authorization is refused. Whether the refresh token rotates is not documented: keep what comes back.
 */
export async function requestGrant(
  request: GrantRequest,
  by: { readonly wire: Wire; readonly tally: Tally; readonly patience: Patience },
): Promise<RenewedTokens> {
  const call = { endpoint, counts: 'other' } as const;
  const data = await exchange(call, { ...by, again: false, pace: async () => {}, make: () => wireRequest(request) });
  const parsed = grant.safeParse(data);
  if (!parsed.success) {
    throw new Rejected(`${endpoint}: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`, 'credential');
  }
  return {
    accessToken: parsed.data.access_token,
    refreshToken: parsed.data.refresh_token,
    accessExpiresAt: parsed.data.access_token_expire_in,
    refreshExpiresAt: parsed.data.refresh_token_expire_in,
  };
}

function wireRequest({ appKey, appSecret, refreshToken }: GrantRequest) {
  return {
    method: 'GET',
    path: '/api/v2/token/refresh',
    query: {
      app_key: appKey,
      app_secret: appSecret.reveal(),
      refresh_token: refreshToken.reveal(),
      grant_type: 'refresh_token',
    },
    headers: { 'content-type': 'application/json' },
  } as const;
}
