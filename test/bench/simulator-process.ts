import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { startSimulator } from '../../infra/local/simulator/simulator.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { answerParent } from './child.ts';
import type { CallsMade, Fewest, TikTokFacts, TikTokQuestion } from './tiktok.ts';

let simulator: Simulator | undefined;
const samples = new Map<string, boolean>();

answerParent(async (question: TikTokQuestion): Promise<TikTokFacts | Fewest | CallsMade> => {
  if (question.do === 'start') {
    simulator = await startSimulator(question.options);
    return factsOf(simulator);
  }
  if (!simulator) throw new Error('the simulator was asked before it was started');
  if (question.do === 'calls') return takeCalls(simulator);
  simulator.setNow(question.now);
  return fewest(simulator, question.from, question.now);
});

function factsOf(started: Simulator): TikTokFacts {
  const { url, authUrl, appKey, appSecret, openId, shops } = started;
  const { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = started;
  const [shop] = shops;
  if (!shop) throw new Error('the simulated seller has no shop');
  return {
    apiUrl: url,
    authUrl,
    appSecret,
    seller: { appKey, openId },
    tokens: { accessToken, refreshToken },
    credentials: { accessExpiresAt, refreshExpiresAt },
    shop,
  };
}

/** Samples and what TikTok fulfils are not the seller's to keep on time: a perfect watcher never asks for them. */
function fewest(started: Simulator, from: Instant, now: Instant): Fewest {
  const { shop } = factsOf(started);
  const { changed, search, tracking, trackingByTikTok } = started.minimum({
    shop: shop.id,
    from,
    to: now,
    knows: (order) => (isSample(started, shop.id, order) ? now : undefined),
  });
  return { changed, search, tracking: tracking - trackingByTikTok };
}

function isSample(started: Simulator, shop: string, order: string): boolean {
  const known = samples.get(order);
  if (known !== undefined) return known;
  const truth = started.truth(shop, order);
  const sample = truth !== undefined && 'life' in truth && truth.life.traits.sample;
  samples.set(order, sample);
  return sample;
}

function takeCalls(started: Simulator): CallsMade {
  const { shop } = factsOf(started);
  const made = started.calls().perShop[shop.id];
  if (!made) throw new Error(`no calls are counted for shop ${shop.id}`);
  started.resetCalls();
  return made;
}
