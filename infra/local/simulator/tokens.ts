import { codes, Refused } from './refused.ts';
import { seal, unseal } from './sealed.ts';
import { authCodeOf } from './secrets.ts';
import type { Unix } from './life.ts';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Absolute, as on the wire. */
  readonly accessExpiresAt: Unix;
  readonly refreshExpiresAt: Unix;
}

export interface Tokens {
  newest(): TokenPair;
  /** How many pairs were ever issued: tokens of a generation below it are known. */
  generations(): number;
  /** Throws Refused for an unknown or expired access token; gives the token's generation. */
  use(accessToken: string): number;
  refresh(refreshToken: string): TokenPair;
  /** A code as the consent page would hand out: 30 minutes, once. */
  issueAuthCode(): string;
  redeem(authCode: string): TokenPair;
  /** The seller takes the authorization away: no token that was ever issued works any more, until a code is redeemed. */
  revoke(): void;
}

const accessLife = 7 * 86_400;
const authorizationLife = 365 * 86_400;
const authCodeLife = 30 * 60;

interface Stamp {
  readonly generation: number;
  readonly expiresAt: Unix;
}

/**
 * One seller's tokens, in world time. A token carries its generation and expiry under a seal, so it
 * survives a restart of the simulator with the same seed.
 *
 * Whether the platform rotates refresh tokens is not documented. Here every refresh gives a new one, and
 * the old one works until the new access token was used once: the strictest reading under which
 * a client that crashes between receiving and storing the new pair is not locked out.
 */
export function sellerTokens(
  seed: number,
  secret: string,
  now: () => Unix,
  first: { readonly accessLeft?: number; readonly refreshLeft?: number },
): Tokens {
  let generations = 0;
  let [newestUsed, revokedBelow] = [0, 0];
  const authCodes = new Map<string, { readonly issuedAt: Unix; used: boolean }>();
  let newest = issue(now() + (first.accessLeft ?? accessLife), now() + (first.refreshLeft ?? authorizationLife));

  function issue(accessExpiresAt: Unix, refreshExpiresAt: Unix): TokenPair {
    const generation = generations;
    generations += 1;
    return {
      accessToken: token({ generation, expiresAt: accessExpiresAt }, { secret, context: 'access' }),
      refreshToken: token({ generation, expiresAt: refreshExpiresAt }, { secret, context: 'refresh' }),
      accessExpiresAt,
      refreshExpiresAt,
    };
  }
  function recognise(text: string, context: 'access' | 'refresh'): Stamp | undefined {
    const stamp = stampOf(text, { secret, context });
    if (stamp !== undefined) generations = Math.max(generations, stamp.generation + 1);
    return stamp && stamp.generation >= revokedBelow ? stamp : undefined;
  }
  return {
    newest: () => newest,
    generations: () => generations,
    use(accessToken) {
      const stamp = recognise(accessToken, 'access');
      if (stamp === undefined) throw new Refused(codes.tokenInvalid, 'Access token is invalid.');
      if (stamp.expiresAt <= now()) throw new Refused(codes.tokenExpired, 'Expired credentials.');
      newestUsed = Math.max(newestUsed, stamp.generation);
      return stamp.generation;
    },
    refresh(refreshToken) {
      const stamp = recognise(refreshToken, 'refresh');
      if (stamp === undefined || stamp.generation < newestUsed || stamp.expiresAt <= now()) {
        throw new Refused(codes.badRefreshToken, 'refresh token is invalid or expired');
      }
      // A refresh does not prolong what the seller granted.
      newest = issue(now() + accessLife, stamp.expiresAt);
      return newest;
    },
    issueAuthCode() {
      const code = authCodeOf(seed, authCodes.size);
      authCodes.set(code, { issuedAt: now(), used: false });
      return code;
    },
    redeem(authCode) {
      const code = authCodes.get(authCode);
      if (code === undefined || code.issuedAt + authCodeLife <= now())
        throw new Refused(codes.badAuthCode, 'invalid auth code');
      if (code.used) throw new Refused(codes.usedAuthCode, 'auth code was used before');
      code.used = true;
      newest = issue(now() + accessLife, now() + authorizationLife);
      return newest;
    },
    revoke: () => void (revokedBelow = generations),
  };
}

/** Generation, expiry, and filler for the length of real tokens. */
const plainBytes = 48;

function token({ generation, expiresAt }: Stamp, under: { readonly secret: string; readonly context: string }): string {
  const plain = Buffer.alloc(plainBytes, 0xa5);
  plain.writeUInt32BE(generation, 0);
  plain.writeDoubleBE(expiresAt, 4);
  return `ROW_${seal(plain, under).toString('base64url')}`;
}

function stampOf(text: string, under: { readonly secret: string; readonly context: string }): Stamp | undefined {
  const plain = text.startsWith('ROW_') ? unseal(Buffer.from(text.slice(4), 'base64url'), under) : undefined;
  if (plain?.length !== plainBytes) return undefined;
  return { generation: plain.readUInt32BE(0), expiresAt: plain.readDoubleBE(4) };
}
