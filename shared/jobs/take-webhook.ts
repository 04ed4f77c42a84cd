import { age, days, minutes, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hints } from '../ports/hints.ts';
import type { Shops } from '../ports/records.ts';
import type { News, Webhooks } from '../ports/webhooks.ts';

/** What became of a notification. All but `refused` are answered in the same way: TikTok need not send it again. */
export type Hearing =
  | 'refused'
  | 'malformed'
  /** It had been taken before. */
  | 'repeated'
  /** Older than TikTok goes on sending, or from the future. */
  | 'stale'
  /** Of no shop that is watched with this app. */
  | 'unknown-shop'
  /** About nothing that is watched. */
  | 'other'
  /** The shop's next sweep is brought forward. */
  | 'hint';

export interface HearingPorts {
  readonly webhooks: Webhooks;
  readonly hints: Pick<Hints, 'note' | 'noteDeauthorization' | 'wasHeard' | 'markHeard'>;
  readonly shops: Pick<Shops, 'read' | 'list'>;
  readonly clock: Pick<Clock, 'wall'>;
}

/** TikTok sends for the last time some 16 hours after the first (official, 2025-12); clocks differ by minutes. */
const longestWay = days(1);
const clockSkew = minutes(5);

/**
 * A notification is a reason to look, never the truth: nothing of it is stored but that there is one, and of a
 * deauthorization when TikTok made it. The hint is written before the notification is marked, so what dies in between
 * is sent again and hints once more.
 */
export async function takeWebhook(
  app: string,
  request: Parameters<Webhooks['read']>[1],
  ports: HearingPorts,
): Promise<Hearing> {
  const read = await ports.webhooks.read(app, request);
  if (read.is !== 'news') return read.is;
  const { news } = read;
  const wall = ports.clock.wall();
  if (news.kind === 'other') return 'other';
  if (isStale(news.at, wall)) return 'stale';
  if (await ports.hints.wasHeard(app, news.id)) return 'repeated';
  const shops = await shopsOf(app, news, ports.shops);
  if (shops.length === 0) return 'unknown-shop';
  for (const shop of shops) {
    // The sweep that the hint brings forward has to find it.
    if (news.kind === 'deauthorization') await ports.hints.noteDeauthorization({ shop, at: news.at });
    await ports.hints.note({ shop, at: wall });
  }
  await ports.hints.markHeard(app, news.id);
  return 'hint';
}

function isStale(at: Instant, wall: Instant): boolean {
  return age(at, wall) > longestWay || age(wall, at) > clockSkew;
}

/** One app's signature says nothing about the shops of another. */
async function shopsOf(app: string, { shop, seller }: News, shops: HearingPorts['shops']): Promise<readonly string[]> {
  const named = shop === undefined ? await shops.list() : [shop];
  const known = await Promise.all(named.map((id) => shops.read(id)));
  return known.flatMap((one) => {
    const isMeant = one?.seller.appKey === app && (shop !== undefined || one.seller.openId === seller);
    return one && isMeant ? [one.id] : [];
  });
}
