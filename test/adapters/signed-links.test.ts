import { createHmac, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SsmLinkKeys } from '../../shared/adapters/link-keys.ts';
import { createSsmClient } from '../../shared/adapters/secrets.ts';
import { SignedLinks } from '../../shared/adapters/signed-links.ts';
import { linkLife, type ActionLink } from '../../shared/domain/action-link.ts';
import { after, before, days, hours, minutes } from '../../shared/domain/time.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { at } from '../support/moments.ts';
import { startSsm, type SsmStandIn } from '../support/ssm-stand-in.ts';

const address = 'https://door.example.test/';
let clock: FakeClock;
let ssm: SsmStandIn;
let links: SignedLinks;

beforeEach(async () => {
  clock = new FakeClock(at('2026-02-10T12:00:00Z'));
  ssm = await startSsm();
  links = linksOf();
  return () => ssm.stop();
});

/** As another function, or another deployment, would make them. */
function linksOf(prefix = '/tidewatch'): SignedLinks {
  const client = createSsmClient({
    endpoint: ssm.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
  });
  return new SignedLinks(new SsmLinkKeys(client, prefix, clock), address, clock);
}

function aLink(changes: Partial<ActionLink> = {}): ActionLink {
  const subject = { kind: 'order', id: '578230114599817301' } as const;
  return {
    shop: '7495510238846614801',
    finding: { check: 'trace-silent', subject, episode: 2 },
    action: 'acknowledge',
    channel: 'email:zh-CN',
    expiresAt: after(clock.wallTime, linkLife),
    ...changes,
  };
}

async function tokenOf(link = aLink(), by = links): Promise<string> {
  const sign = await by.signer();
  return sign(link).slice(`${address}act/`.length);
}

describe('a signed link', () => {
  it('says what it is bound to, to any function of the deployment', async () => {
    for (const link of [aLink(), aLink({ action: 'snooze', nonce: 'n1' }), aLink({ channel: 'wecom/运营' })]) {
      expect(await linksOf().read(await tokenOf(link))).toMatchObject({ is: 'valid', link });
    }
  });

  it('is short enough for a chat', async () => {
    expect((await tokenOf()).length).toBeLessThan(190);
  });

  it('is good until its end and no longer', async () => {
    const token = await tokenOf();
    clock.advance(linkLife);
    expect(await links.read(token)).toMatchObject({ is: 'valid' });
    clock.advance(minutes(2));
    expect(await links.read(token)).toMatchObject({ is: 'expired' });
  });

  it('survives the turn of the quarter, after which new ones bear another key', async () => {
    clock.wallTime = at('2026-03-25T12:00:00Z');
    const old = await tokenOf();
    clock.wallTime = at('2026-04-02T12:00:00Z');
    const fresh = await tokenOf();
    expect([old.slice(0, 4), fresh.slice(0, 4)]).toEqual(['26q1', '26q2']);
    expect([(await links.read(old)).is, (await links.read(fresh)).is]).toEqual(['valid', 'valid']);
    clock.wallTime = at('2026-04-20T12:00:00Z');
    expect((await links.read(old)).is).toBe('invalid');
  });

  it('is refused five minutes after its key was deleted', async () => {
    const token = await tokenOf();
    expect((await links.read(token)).is).toBe('valid');
    ssm.forget();
    clock.wallTime = after(clock.wallTime, minutes(6));
    expect(await links.read(token)).toEqual({ is: 'invalid' });
    const asked = ssm.reads.length;
    await links.read(token);
    expect(ssm.reads).toHaveLength(asked);
  });

  it('of another deployment is none of ours', async () => {
    expect(await links.read(await tokenOf(aLink(), linksOf('/tidewatch-test')))).toEqual({ is: 'invalid' });
  });

  it('is signed with one key, however many make it at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenOf(aLink(), linksOf())));
    expect(new Set(tokens).size).toBe(1);
  });
});

/** Forged, altered and foreign tokens of every kind that there is a place for. */
function forgeries(token: string, count: number): readonly string[] {
  const [key = '', payload = '', mac = ''] = token.split('.');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const swap = (text: string, place: number, by: number) => {
    const old = alphabet.indexOf(text[place] ?? 'A');
    return text.slice(0, place) + alphabet[(old + 1 + (by % 63)) % 64] + text.slice(place + 1);
  };
  const fields = JSON.parse(Buffer.from(payload, 'base64url').toString()) as (string | number)[];
  const withField = (place: number, value: string | number) =>
    Buffer.from(JSON.stringify(fields.with(place, value))).toString('base64url');
  const kinds: readonly ((n: number) => string)[] = [
    (n) => `${key}.${swap(payload, n % payload.length, n)}.${mac}`,
    (n) => `${key}.${payload}.${swap(mac, n % mac.length, n)}`,
    (n) => `${key}.${withField(n % 9, n)}.${mac}`,
    (n) => `${key}.${withField(7, Number(fields[7]) + n + 1)}.${mac}`,
    () => `${key}.${payload}.${randomBytes(16).toString('base64url')}`,
    (n) => `26q${n % 10}.${payload}.${mac}`,
    (n) =>
      `${key}.${payload}.${createHmac('sha256', `guess ${n}`).update(payload).digest().subarray(0, 16).toString('base64url')}`,
    (n) => `${key}.${payload}${'A'.repeat((n % 5) + 1)}.${mac}`,
    (n) => token.slice(0, n % token.length),
    (n) => `${token}${n}`,
  ];
  return Array.from({ length: count }, (_, n) => kinds[n % kinds.length]?.(Math.floor(n / kinds.length)) ?? '');
}

describe('a hundred thousand links that are not ours', () => {
  it('are all refused, in the same words, and no secret store is asked for their keys', async () => {
    const token = await tokenOf();
    await links.read(token);
    const asked = ssm.reads.length;
    const seen = new Set<string>();
    for (const forged of forgeries(token, 100_000)) {
      if (forged !== token) seen.add(JSON.stringify(await links.read(forged)));
    }
    expect([...seen]).toEqual(['{"is":"invalid"}']);
    expect(ssm.reads).toHaveLength(asked);
  }, 60_000);
});

describe('the proof that a page was shown', () => {
  it('is good for its own link, for two hours', async () => {
    const token = await tokenOf();
    const proof = await links.proofFor(token, clock.wallTime);
    expect(await links.isProof(proof, token, clock.wallTime)).toBe(true);
    expect(await links.isProof(proof, token, after(clock.wallTime, hours(2)))).toBe(true);
    expect(await links.isProof(proof, token, after(clock.wallTime, minutes(122)))).toBe(false);
    expect(await links.isProof(proof, await tokenOf(aLink({ nonce: 'x' })), clock.wallTime)).toBe(false);
    expect(await links.isProof(token, token, clock.wallTime)).toBe(false);
    expect(await links.isProof('', token, clock.wallTime)).toBe(false);
  });

  it('of another time cannot be written', async () => {
    const token = await tokenOf();
    const old = await links.proofFor(token, before(clock.wallTime, days(1)));
    const [key, , mac] = old.split('.');
    const minute = Math.floor(clock.wallTime / minutes(1)).toString(36);
    expect(await links.isProof(`${key}.${minute}.${mac}`, token, clock.wallTime)).toBe(false);
  });
});
