import { afterEach, describe, expect, test } from 'vitest';
import { type Instant, after, instant, minutes } from '../../../shared/domain/time.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { daysFromNow, hoursAgo, now } from '../../support/moments.ts';
import { aRawPage } from './a-raw-order.ts';
import { refreshPath } from './a-grant.ts';
import { type Stall, aStall, oldTokens, quick } from './a-stall.ts';
import { type Answer, type Seen, ok, refused } from './fake-tiktok.ts';

const over = someCredentials({ accessExpiresAt: hoursAgo(1) });
const sister = aShop({ id: '7495510238846614802', cipher: 'sister' });

let stall: Stall;
afterEach(async () => {
  await stall.close();
});

/** TikTok as strict as its documents allow: each refresh token serves once, and only the newest access token is taken. */
class StrictTikTok {
  issued = 0;
  /** Takes the refresh token before the newest as well, for as long as nobody has used the newest pair. */
  readonly isLenient: boolean;

  constructor(isLenient = false) {
    this.isLenient = isLenient;
  }

  answer({ path, query, headers }: Seen): Answer {
    if (path !== refreshPath) {
      return headers['x-tts-access-token'] === `access-${this.issued}`
        ? ok(aRawPage([]))
        : refused(105002, 'expired', 401);
    }
    const isOlder = this.isLenient && query['refresh_token'] === oldTokens.refreshToken;
    if (query['refresh_token'] !== this.newest && !isOlder) return refused(98001006);
    this.issued += 1;
    return ok({
      access_token: `access-${this.issued}`,
      access_token_expire_in: daysFromNow(7) / 1_000,
      refresh_token: this.newest,
      refresh_token_expire_in: daysFromNow(365) / 1_000,
      open_id: aSeller.openId,
    });
  }

  get newest(): string {
    return this.issued === 0 ? oldTokens.refreshToken : `refresh-${this.issued}`;
  }
}

async function canSearch(holder: string, shop = aShop(), at: Instant = now): Promise<boolean> {
  const { marketplace } = await stall.process(holder, { wall: after(at, minutes(10)) }).open(shop, at);
  const window = { by: 'update_time', from: hoursAgo(1), to: now } as const;
  return marketplace !== undefined && (await marketplace.searchOrders(window).then(() => true));
}

describe('two shops of one seller, swept at the same time while the token expires', () => {
  test('in one process and in two ask TikTok once, and both go on', async () => {
    stall = await aStall(over);
    const strict = new StrictTikTok();
    stall.tiktok.behave = (seen) => strict.answer(seen);
    const patience = { ...quick, leaseWait: minutes(1) };
    const [first, second] = [stall.process('first', { patience }), stall.process('second', { patience })];
    const opened = await Promise.all([
      first.open(aShop(), now),
      first.open(sister, now),
      second.open(aShop(), now),
      second.open(sister, now),
    ]);
    expect(opened.map(({ marketplace }) => marketplace !== undefined)).toEqual([true, true, true, true]);
    expect([strict.issued, stall.tiktok.on(refreshPath).length]).toEqual([1, 1]);
    expect(await canSearch('later', sister)).toBe(true);
  });

  test('a process that slept over its lease puts nothing in the place of newer tokens', async () => {
    stall = await aStall(over);
    const strict = new StrictTikTok();
    let wake = (): void => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let wall: Instant = now;
    stall.tiktok.behave = async (seen) => {
      const answer = strict.answer(seen);
      // TikTok has answered the first; its process hears of it when the second has long gone on.
      if (seen.path === refreshPath && strict.issued === 1) await asleep;
      return answer;
    };
    const patience = { ...quick, oneAttempt: minutes(1), wholeCall: minutes(1) };
    const clock = { world: () => now, wall: () => wall };
    const sleeper = stall.process('sleeper', { patience, clock }).open(aShop(), now);
    await expect.poll(() => strict.issued).toBe(1);
    // What the sleeper was given is known to nobody else: the seller has consented anew.
    const consent = { accessToken: 'access-1', refreshToken: 'refresh-1' };
    await stall.vault.storeTokens(aSeller, consent);
    wall = instant(now + minutes(10));
    expect(await canSearch('second')).toBe(true);
    const stored = await stall.vault.readTokens(aSeller);
    wake();
    const late = await sleeper;
    expect(late.marketplace === undefined || late.transient === undefined).toBe(true);
    expect(await stall.vault.readTokens(aSeller)).toEqual(stored);
    expect(await canSearch('third')).toBe(true);
  });
});

describe('a refresh whose answer never comes', () => {
  async function unheard(strict: StrictTikTok): Promise<void> {
    stall = await aStall(over);
    stall.tiktok.behave = (seen) => {
      const answer = strict.answer(seen);
      return stall.tiktok.on(refreshPath).length === 1 && seen.path === refreshPath ? 'hang' : answer;
    };
  }

  test('is asked again, and of two pairs the second is kept, where TikTok still takes the old token', async () => {
    const lenient = new StrictTikTok(true);
    await unheard(lenient);
    expect(await canSearch('first')).toBe(true);
    expect(lenient.issued).toBe(2);
    expect(await stall.vault.readTokens(aSeller)).toMatchObject({ accessToken: 'access-2' });
  });

  test('is a refusal where it does not, until the seller consents anew', async () => {
    await unheard(new StrictTikTok());
    expect(await canSearch('first')).toBe(false);
    expect((await stall.sellers.read(aSeller)).refusedSince).toBe(now);
    await stall.vault.storeTokens(aSeller, { accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(await canSearch('second')).toBe(true);
    expect((await stall.sellers.read(aSeller)).refusedSince).toBeUndefined();
  });
});
