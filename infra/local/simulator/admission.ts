import { codes, Refused } from './refused.ts';
import { headerOf, isSigned, mediaTypeOf } from './signature.ts';
import type { WireRequest } from './signature.ts';
import type { ShopWorld, World } from './world.ts';

/** How far a request's timestamp may lie behind and ahead of the platform's clock, in seconds. */
const timestampWindow = { behind: 300, ahead: 30 };

/** App, time and signature. Throws Refused. */
export function checkSignature(request: WireRequest, world: World): void {
  const { query } = request;
  if (query.get('app_key') !== world.secrets.appKey) throw new Refused(codes.badRequest, 'Invalid app_key.');
  checkTimestamp(query.get('timestamp'));
  if (!query.has('sign')) throw new Refused(codes.badRequest, 'sign is required.');
  if (!isSigned(request, world.secrets.appSecret)) throw new Refused(codes.signWrong, 'Invalid credentials: sign.');
  const hasBody = request.body.length > 0;
  if (hasBody && mediaTypeOf(request) !== 'application/json') {
    throw new Refused(codes.contentType, 'Content-Type must be application/json.');
  }
}

/** Wall time, even where the world stands still: a client signs with its own clock. */
function checkTimestamp(timestamp: string | null): void {
  const ahead = Number(timestamp) - Date.now() / 1000;
  const isTime = timestamp !== null && /^\d{10}$/.test(timestamp);
  if (!isTime || ahead < -timestampWindow.behind || ahead > timestampWindow.ahead) {
    throw new Refused(codes.badRequest, 'Invalid timestamp.');
  }
}

/** The token's generation. Throws Refused. */
export function checkToken(request: WireRequest, world: World, scope: string): number {
  const token = headerOf(request, 'x-tts-access-token');
  if (token === undefined || token === '') throw new Refused(codes.badRequest, 'Invalid x-tts-access-token header.');
  const generation = world.tokens.use(token);
  if (!world.scopes.includes(scope)) throw new Refused(codes.scopeMissing, `Access denied: scope ${scope} is missing.`);
  return generation;
}

/** The shop a shop-level call is for. Throws Refused. */
export function checkCipher(request: WireRequest, world: World): ShopWorld {
  const cipher = request.query.get('shop_cipher');
  if (cipher === null || cipher === '') throw new Refused(codes.cipherMissing, 'shop_cipher is required.');
  const shop = world.shops.find((known) => known.cipher === cipher);
  // The list has no code of its own for it; a token that does not cover the shop is nearest.
  if (shop === undefined) throw new Refused(codes.tokenNotForShop, 'The token does not cover this shop_cipher.');
  return shop;
}

/** Seller-level endpoints take no cipher. Throws Refused. */
export function checkNoCipher(request: WireRequest): void {
  if (request.query.has('shop_cipher')) throw new Refused(codes.badRequest, 'Unexpected shop_cipher.');
}
