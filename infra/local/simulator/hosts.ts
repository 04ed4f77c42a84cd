import { setTimeout as sleep } from 'node:timers/promises';
import { checkCipher, checkNoCipher, checkSignature, checkToken } from './admission.ts';
import type { Served } from './endpoints/parameters.ts';
import { grantToken } from './endpoints/token-grant.ts';
import { answerConsent, consentPath } from './consent.ts';
import { failure, success, truncated } from './envelope.ts';
import type { Reply } from './envelope.ts';
import type { Struck } from './faults.ts';
import { spoilOrder } from './malformed-order.ts';
import { codes, Refused } from './refused.ts';
import { findRoute } from './routes.ts';
import type { FoundRoute } from './routes.ts';
import type { WireRequest } from './signature.ts';
import type { World } from './world.ts';

/** The API host: signed calls. */
export async function answerApi(request: WireRequest, world: World): Promise<Reply> {
  const cipher = request.query.get('shop_cipher');
  const shop = world.shops.find((known) => known.cipher === cipher)?.id;
  return answer(world, () => {
    const found = findRoute(request.method, request.path);
    return {
      struck: { endpoint: found.route.endpoint, shop },
      serve: () => serveRoute(request, world, found, { endpoint: found.route.endpoint, shop }),
    };
  });
}

/** The auth host: unsigned token calls. The page on which sellers consent stands here too. */
export async function answerAuth(request: WireRequest, world: World): Promise<Reply> {
  if (request.path === consentPath) return answerConsent(request, world);
  const struck: Struck = { endpoint: 'token', shop: undefined };
  return answer(world, () => ({ struck, serve: () => grantToken(request, world) }));
}

interface Prepared {
  readonly struck: Struck;
  readonly serve: () => Served;
}

/** Counts, lets faults strike, and turns refusals into envelopes. */
async function answer(world: World, prepare: () => Prepared): Promise<Reply> {
  try {
    const { struck, serve } = prepare();
    world.calls.count(struck.endpoint, struck.shop);
    const broken = await strikeBefore(world, struck);
    if (broken !== undefined) {
      world.calls.fail();
      return broken;
    }
    return finished(world, struck, serve());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    world.calls.fail();
    return failure(error, world.errorStyle);
  }
}

/** Faults that hit before anybody looks at the request. */
async function strikeBefore(world: World, struck: Struck): Promise<Reply | undefined> {
  const { faults, calls, errorStyle } = world;
  const latency = faults.strike('latency', struck);
  if (latency !== undefined) await sleep(latency.ms);
  if (faults.strike('reset', struck) !== undefined) return { is: 'reset' };
  const broken = faults.strike('server-error', struck);
  if (broken?.status === 503) return { is: 'answer', status: 503, body: 'upstream connect error', type: 'text' };
  if (broken !== undefined)
    return { ...failure(new Refused(codes.internal, 'Internal error.'), errorStyle), status: 500 };
  if (faults.strike('rate-limited', struck) !== undefined) {
    calls.limit(struck.endpoint, struck.shop);
    return failure(new Refused(codes.tooManyRequests, 'Too many requests.'), errorStyle);
  }
  if (faults.strike('refuse-everything', struck) !== undefined)
    throw new Refused(codes.badRequest, 'The app is disabled.');
  return undefined;
}

/** Only an answer that arrives whole is remembered. */
function finished(world: World, struck: Struck, { data, sent }: Served): Reply {
  if (world.faults.strike('truncated', struck) !== undefined) {
    world.calls.fail();
    return truncated(success(data));
  }
  sent?.();
  return success(struck.endpoint === 'search' ? spoilOrder(data, world.faults, struck) : data);
}

function serveRoute(request: WireRequest, world: World, { route, id }: FoundRoute, struck: Struck): Served {
  checkSignature(request, world);
  const generation = checkToken(request, world, route.scope);
  if (world.faults.strike('expired-token', struck, (_, generations) => generation < generations) !== undefined) {
    throw new Refused(codes.tokenExpired, 'Expired credentials.');
  }
  if (route.level === 'seller') checkNoCipher(request);
  const shop = route.level === 'shop' ? checkCipher(request, world) : undefined;
  if (!world.limit.admit(route.endpoint, shop?.id)) {
    world.calls.limit(route.endpoint, shop?.id);
    throw new Refused(codes.tooManyRequests, 'Too many requests.');
  }
  if (route.level === 'seller') return route.serve(world);
  if (shop === undefined) throw new RangeError('a shop-level call without a shop');
  return route.serve({ world, shop, now: world.now(), query: request.query, body: request.body, id });
}
