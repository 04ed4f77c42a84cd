import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { buyerMarkers } from '../../infra/local/simulator/wire/recipient.ts';
import { aHistory } from './a-history.ts';
import { asDifferences, both, orderStagesOf, shopStagesOf, sorted, transitionsBetween } from './round-document.ts';
import type { RoundDocument } from './round-document.ts';
import { aboutFeeds, watchHistories, type Swept, type WatchedHistory } from './watched-history.ts';
import { writtenTexts } from './written-texts.ts';

const hour = 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');
const histories = [21, 22].map((seed) => aHistory({ seed, orders: 320, from, until: from + 24 * hour }));

let watched: WatchedHistory;
/** The last instant at which TikTok was read to the end, and what came of it. */
let calmAt = from;
let calm: Swept;
/** Those it began with: the ones that are going to expire. */
let tokens: readonly string[] = [];

beforeAll(async () => {
  watched = await watchHistories(histories, from);
  tokens = [watched.simulator.accessToken, watched.simulator.refreshToken];
  calm = await watched.sweepAt(from);
}, 120_000);
afterAll(() => watched.stop());

const still = { opened: 0, escalated: 0, resolved: 0, reminded: 0, reopened: 0 };

/** Every order finding as it is stored: what silences it is derived, so it is left out. */
function stored({ round }: Swept): readonly unknown[] {
  const rows = round.findings
    .filter(({ order }) => order !== null)
    .map((finding) => ({ ...finding, inhibitedBy: null }));
  return rows.toSorted((a, b) => (`${a.order}${a.check}` < `${b.order}${b.check}` ? -1 : 1));
}

function transitionsOf({ round }: Swept): readonly RoundDocument['shops'][number]['transitions'][] {
  return round.shops.map(({ transitions }) => transitions);
}

/** What would be said if TikTok could be read. */
function changesUntil(now: number): number {
  return watched.shops.reduce((sum, shop) => {
    const { opened, escalated, resolved } = transitionsBetween(
      watched.expected(shop, calmAt),
      watched.expected(shop, now),
    );
    return sum + opened + escalated + resolved;
  }, 0);
}

/** Every shop says what is wrong, once, in a single notice to each of its two recipients; its orders stay as they were. */
function expectOutage(swept: Swept, finding: string, silencedBy: string | null): void {
  expect(swept.failed).toEqual(watched.shops);
  expect(watched.shops.map((shop) => aboutFeeds(swept.round, shop))).toEqual(watched.shops.map(() => [finding]));
  expect(stored(swept)).toEqual(stored(calm));
  const silenced = swept.round.findings.filter(({ order }) => order !== null).map(({ inhibitedBy }) => inhibitedBy);
  expect(new Set(silenced)).toEqual(new Set([silencedBy]));
}

function isFeed(key: string): boolean {
  return /^(?:credential-expiry|feed-lagging) /.test(key);
}

/** The shop's finding is resolved, every order is where its rows say, and the watermark has caught up. */
function expectRecovery(swept: Swept, now: number): void {
  expect(swept.failed).toEqual([]);
  for (const shop of watched.shops) {
    const [before, after] = [watched.expected(shop, calmAt), watched.expected(shop, now)];
    expect(sorted(orderStagesOf(swept.round, shop))).toEqual(sorted(after));
    expect(aboutFeeds(swept.round, shop)).toEqual([]);
    // What else is open about the shop is counted from the same orders, and may have changed with them.
    const rates = (round: RoundDocument) => new Map([...shopStagesOf(round, shop)].filter(([key]) => !isFeed(key)));
    const changes = transitionsBetween(both(before, rates(calm.round)), both(after, rates(swept.round)));
    const report = swept.round.shops.find((one) => one.shop === shop);
    expect(asDifferences(report?.transitions)).toEqual({ ...changes, resolved: changes.resolved + 1 });
    expect(report).toMatchObject({ lagSeconds: 0, notices: 2 });
  }
  const done = swept.round.shops.reduce((sum, { notices, remedies }) => sum + notices + remedies, 0);
  expect(swept.round.mails).toBe(done);
}

interface Trouble {
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

function fault(kind: Parameters<Simulator['faults']['set']>[0]): Trouble {
  return {
    begin: () => void watched.simulator.faults.set(kind),
    end: () => watched.simulator.faults.clear(),
  };
}

/** The token stays expired: only a refresh mends it. */
const refusedRefresh: Trouble = {
  begin() {
    watched.simulator.faults.set({ kind: 'expired-token' });
    refusal = watched.simulator.faults.set({ kind: 'refused-refresh' });
  },
  end: () => watched.simulator.faults.clear(refusal),
};
let refusal = 0;

const unreachable: Trouble = {
  begin: () => watched.simulator.stop(),
  end: () => watched.simulator.resume(),
};

const feed = 'feed-lagging/feed-refused open';
const token = 'credential-expiry/token-refresh-failing open';

/** The second time it is the same finding's next episode. */
describe.each<[string, Trouble, string, string | null, 'opened' | 'reopened']>([
  ['refuses connections', unreachable, feed, 'feed-lagging', 'opened'],
  ['answers 503', fault({ kind: 'server-error', status: 503 }), feed, 'feed-lagging', 'reopened'],
  ['cuts its JSON short', fault({ kind: 'truncated' }), feed, 'feed-lagging', 'reopened'],
  ['has let the token expire and refuses to refresh it', refusedRefresh, token, null, 'opened'],
])('while TikTok %s', (_, trouble, finding, silencedBy, transition) => {
  it('each shop has one finding about it, and no other comes, goes or changes', async () => {
    await trouble.begin();
    expect(changesUntil(calmAt + hour)).toBeGreaterThan(0);
    const swept = await watched.sweepAt(calmAt + hour);
    expectOutage(swept, finding, silencedBy);
    expect(transitionsOf(swept)).toEqual(watched.shops.map(() => ({ ...still, [transition]: 1 })));
    // Only a refused token has something that its people can renew.
    const renewals = finding === token ? 1 : 0;
    expect(swept.round.shops.map(({ notices, remedies }) => [notices, remedies])).toEqual([
      [2, renewals],
      [2, renewals],
    ]);
    expect(swept.round.mails).toBe(4 + 2 * renewals);
    expect(swept.round.shops.map(({ lagSeconds }) => lagSeconds)).toEqual([3600, 3600]);
  });

  it('the next sweep after it makes up for everything', async () => {
    await trouble.end();
    const now = calmAt + 2 * hour;
    const swept = await watched.sweepAt(now);
    expectRecovery(swept, now);
    [calm, calmAt] = [swept, now];
    watched.simulator.faults.clear();
  });
});

describe('while TikTok stays away for hours', () => {
  it('the finding grows worse once, and is then left alone', async () => {
    await unreachable.begin();
    const told: unknown[] = [];
    for (const late of [1, 2, 3, 4]) {
      const swept = await watched.sweepAt(calmAt + late * hour);
      expectOutage(swept, late < 3 ? feed : 'feed-lagging/feed-silent open', 'feed-lagging');
      told.push([...transitionsOf(swept), swept.round.mails]);
    }
    const reopened = { ...still, reopened: 1 };
    const escalated = { ...still, escalated: 1 };
    expect(told).toEqual([
      [reopened, reopened, 4],
      [still, still, 0],
      [escalated, escalated, 4],
      [still, still, 0],
    ]);
  }, 60_000);

  it('the next sweep after it makes up for everything', async () => {
    await unreachable.end();
    const now = calmAt + 5 * hour;
    expectRecovery(await watched.sweepAt(now), now);
  });
});

it('nothing of all this trouble has put a secret or a buyer into a log', () => {
  const { simulator, tidewatch } = watched;
  const logs = writtenTexts(tidewatch.stack.facts().logsDir, []);
  expect(logs.map(({ file }) => file)).toContain('tidewatch-sweep.log');
  const written = logs.map(({ text }) => text.toLowerCase()).join('\n');
  expect(written.includes('"state":"failed"')).toBe(true);
  const secrets = [...tokens, simulator.accessToken, simulator.refreshToken, simulator.appSecret];
  expect([...secrets, ...buyerMarkers].filter((secret) => written.includes(secret.toLowerCase()))).toEqual([]);
});
