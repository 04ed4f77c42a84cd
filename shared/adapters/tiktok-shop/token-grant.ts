import * as z from 'zod';
import { instant } from '../../domain/time.ts';
import type { TokenGrant } from '../../ports/credentials.ts';
import { Rejected } from '../../ports/errors.ts';
import type { Consent } from '../../ports/connections.ts';
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

const consent = grant.extend({
  open_id: z.string().min(1),
  granted_scopes: z.array(z.string()).optional(),
  user_type: z.int().optional(),
});

interface GrantBy {
  readonly wire: Wire;
  readonly tally: Tally;
  readonly patience: Patience;
}

interface GrantRequest {
  readonly appKey: string;
  readonly appSecret: Secret;
  readonly refreshToken: Secret;
}

/**
 * GET /api/v2/token/refresh on the auth host: unsigned, everything in the query. Throws Transient, or Rejected when
 * the authorization is refused. Whether the refresh token rotates is not documented: keep what comes back.
 */
export async function requestGrant(request: GrantRequest, by: GrantBy): Promise<RenewedTokens> {
  const { appKey, appSecret, refreshToken } = request;
  const query = () => ({
    app_key: appKey,
    app_secret: appSecret.reveal(),
    refresh_token: refreshToken.reveal(),
    grant_type: 'refresh_token',
  });
  return tokensIn(await ask({ endpoint: 'token refresh', path: '/api/v2/token/refresh', schema: grant, query }, by));
}

interface CodeRequest {
  readonly appKey: string;
  readonly appSecret: Secret;
  readonly code: Secret;
}

/** 0: a seller (official, 2025-12); 1 creators, 3 partners. */
const sellerType = 0;

/** GET /api/v2/token/get: as a refresh. The literal really is `authorized_code`. */
export async function requestConsent(request: CodeRequest, by: GrantBy): Promise<Consent> {
  const { appKey, appSecret, code } = request;
  const query = () => ({
    app_key: appKey,
    app_secret: appSecret.reveal(),
    auth_code: code.reveal(),
    grant_type: 'authorized_code',
  });
  const got = await ask({ endpoint: 'token exchange', path: '/api/v2/token/get', schema: consent, query }, by);
  return {
    ...tokensIn(got),
    openId: got.open_id,
    ...(got.granted_scopes && { scopes: got.granted_scopes }),
    ...(got.user_type !== undefined && { isSeller: got.user_type === sellerType }),
  };
}

interface Asked<Answer> {
  readonly endpoint: string;
  readonly path: string;
  readonly schema: z.ZodType<Answer>;
  readonly query: () => Readonly<Record<string, string>>;
}

async function ask<Answer>({ endpoint, path, schema, query }: Asked<Answer>, by: GrantBy): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const make = () => ({ method: 'GET', path, query: query(), headers }) as const;
  const data = await exchange({ endpoint, counts: 'other' }, { ...by, again: false, pace: async () => {}, make });
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Rejected(`${endpoint}: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`, 'credential');
}

function tokensIn(got: z.infer<typeof grant>): RenewedTokens {
  return {
    accessToken: got.access_token,
    refreshToken: got.refresh_token,
    accessExpiresAt: got.access_token_expire_in,
    refreshExpiresAt: got.refresh_token_expire_in,
  };
}
